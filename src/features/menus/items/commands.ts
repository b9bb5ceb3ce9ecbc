import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { findMatch } from '@/features/demands/kitchen/queries'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { demandsWithin, resourcesWithin } from '../../demands/policy'
import { addMenu, menuToWrite, writeDraft } from '../menus/commands'
import type { MenuDetail } from '../menus/queries'
import { mayWriteMenus } from '../policy'
import { findItem, type ItemDetail } from './queries'
import { menuCategoryOf, requestCodeOf } from './rules'
import type { ItemChanges, NewItem } from './schema'

type Id = { id: string }
type Refusal = 'not-found' | 'stale-version' | 'move-not-possible' | 'unknown-reference' | 'already-exists'

/** Adds an item to the menu's draft; a menu in force gets its next draft with it. */
export async function addItem(act: Act, menuId: string, asked: NewItem): Promise<Result<Id, Refusal>> {
  const menu = await menuToWrite(act, menuId)
  if (!menu) return refuse('not-found')
  if (menu.working && menu.working.state !== 'draft') return refuse('move-not-possible')
  const wrong = await wrongReference(act, asked)
  if (wrong) return refuse('unknown-reference', { [wrong]: 'unknown-reference' })
  return ok({ id: await writeItem(act, menu, asked) })
}

/** Makes an item out of a match of the kitchen, on the draft of the match's own area; the menu is opened where there is none. */
export async function itemFromMatch(
  act: Act,
  matchId: string,
  words: { menuName: (area: string | null) => string },
): Promise<Result<Id, Refusal>> {
  const { tx, principal } = act
  const { streetId } = principal
  const match = mayWriteMenus(principal, 'menus.write') ? await findMatch(act, matchId) : null
  if (!match) return refuse('not-found')
  if (match.endedAt) return refuse('move-not-possible')
  const { zone, compound, demand, resource } = match
  const area = { zoneId: zone?.id ?? null, compoundId: compound?.id ?? null }
  const existing = await tx.menu.findFirst({ where: { streetId, ...area }, select: { id: true } })
  const opened = existing
    ? ok(existing)
    : await addMenu(act, {
        ...area,
        name: words.menuName(zone?.name ?? compound?.name ?? null).slice(0, 40),
        nameEn: null,
      })
  if (!opened.ok) return opened
  const menu = await menuToWrite(act, opened.value.id)
  if (!menu) return refuse('not-found')
  if (menu.working && menu.working.state !== 'draft') return refuse('move-not-possible')
  const offered = (menu.working ?? menu.published)?.items ?? []
  const same = offered.some(
    (item) =>
      item.resourceId === resource.id &&
      item.service.demands.some(({ demand: answered }) => answered.id === demand.id),
  )
  if (same) return refuse('already-exists')
  const category = await categoryFor(act, demand.category)
  if (!category) return refuse('unknown-reference', { requestCategoryId: 'unknown-reference' })
  const position = Math.max(0, ...offered.map((item) => item.position)) + 1
  const id = await writeItem(act, menu, {
    category: menuCategoryOf(demand.category),
    name: demand.title.slice(0, 40),
    nameEn: null,
    words: null,
    wordsEn: null,
    stars: 3,
    standards: [],
    standardsEn: [],
    fee: 'free',
    priceFen: null,
    priceUnit: null,
    reach: 'on_demand',
    frequency: null,
    frequencyEn: null,
    responseAmount: 3,
    responseUnit: 'workdays',
    requestCategoryId: category,
    resourceId: resource.id,
    position: Math.min(position, 999),
    demandIds: [demand.id],
  })
  return ok({ id })
}

async function categoryFor({ tx, principal }: Act, category: string): Promise<string | null> {
  const usable = {
    streetId: principal.streetId,
    endedAt: null,
    danger: null,
    policies: { some: {} },
  }
  const code = requestCodeOf(category)
  const [own, last] = await Promise.all([
    code ? tx.requestCategory.findFirst({ where: { ...usable, code }, select: { id: true } }) : null,
    tx.requestCategory.findFirst({ where: usable, orderBy: { position: 'desc' }, select: { id: true } }),
  ])
  return (own ?? last)?.id ?? null
}

/** Writes an item onto the draft, with the service that it stands for and the demands that it answers. */
async function writeItem(act: Act, menu: MenuDetail, { demandIds, ...item }: NewItem): Promise<string> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const menuVersionId = menu.working?.id ?? (await writeDraft(act, menu))
  const [id, serviceId] = [uuidv7(now), uuidv7(now)]
  await tx.service.create({ data: { streetId, id: serviceId, createdAt: now }, select: { id: true } })
  await tx.menuItem.create({
    data: { ...item, streetId, id, menuVersionId, serviceId, createdAt: now },
    select: { id: true },
  })
  await tx.serviceDemand.createMany({
    data: demandIds.map((demandId) => ({ streetId, serviceId, demandId, createdAt: now })),
  })
  await recordAudit(act, {
    action: 'menu-item.add',
    subject: { kind: 'menu-item', id },
    changes: changesBetween({}, told(item)),
  })
  await recordAudit(act, {
    action: 'menu.item-add',
    subject: { kind: 'menu', id: menu.id },
    changes: { item: { to: item.name } },
  })
  return id
}

/** The fields that the history tells; references are named by the page. */
const told = ({ requestCategoryId: _, resourceId: __, ...rest }: Omit<NewItem, 'demandIds'>) => rest

/** The field that points at nothing of this street, or null when all point at something. */
async function wrongReference(
  { tx, principal }: Act,
  { requestCategoryId, resourceId, demandIds }: NewItem,
): Promise<string | null> {
  const { streetId } = principal
  const category = { streetId, id: requestCategoryId, endedAt: null, danger: null, policies: { some: {} } }
  if ((await tx.requestCategory.count({ where: category })) === 0) return 'requestCategoryId'
  const resource = {
    AND: [resourcesWithin(principal, 'menus.write'), { id: resourceId ?? '', endedAt: null }],
  }
  if (resourceId && (await tx.resource.count({ where: resource })) === 0) return 'resourceId'
  const demands = {
    AND: [demandsWithin(principal, 'menus.write'), { id: { in: demandIds }, mergedIntoId: null }],
  }
  return (await tx.demand.count({ where: demands })) === new Set(demandIds).size ? null : 'demandIds'
}

/** An item of a draft that the caller may write, held until the end. */
async function itemToWrite(
  act: Act,
  id: string,
  version: number,
): Promise<Result<ItemDetail, 'not-found' | 'stale-version' | 'move-not-possible'>> {
  const seen = mayWriteMenus(act.principal, 'menus.write') ? await findItem(act, id, 'menus.write') : null
  if (!seen) return refuse('not-found')
  await menuToWrite(act, seen.menuVersion.menu.id)
  const item = await findItem(act, id, 'menus.write')
  if (!item) return refuse('not-found')
  if (item.menuVersion.state !== 'draft') return refuse('move-not-possible')
  return item.version === version ? ok(item) : refuse('stale-version')
}

export async function changeItem(
  act: Act,
  id: string,
  { version, demandIds, ...changes }: ItemChanges,
): Promise<Result<Id & { version: number }, Refusal>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const before = await itemToWrite(act, id, version)
  if (!before.ok) return before
  const wrong = await wrongReference(act, { ...changes, demandIds })
  if (wrong) return refuse('unknown-reference', { [wrong]: 'unknown-reference' })
  const { serviceId } = before.value
  await tx.menuItem.update({
    where: { streetId_id: { streetId, id } },
    data: { ...changes, version: { increment: 1 } },
    select: { id: true },
  })
  await tx.serviceDemand.deleteMany({ where: { streetId, serviceId, demandId: { notIn: demandIds } } })
  await tx.serviceDemand.createMany({
    data: demandIds.map((demandId) => ({ streetId, serviceId, demandId, createdAt: now })),
    skipDuplicates: true,
  })
  await recordAudit(act, {
    action: 'menu-item.change',
    subject: { kind: 'menu-item', id },
    changes: changesBetween(before.value, told(changes)),
  })
  return ok({ id, version: version + 1 })
}

/** Takes an item off the draft; what was published of it stays readable where it stood. */
export async function removeItem(act: Act, id: string, version: number): Promise<Result<null, Refusal>> {
  const { tx, principal } = act
  const before = await itemToWrite(act, id, version)
  if (!before.ok) return before
  const { name, menuVersion } = before.value
  await tx.menuItem.delete({
    where: { streetId_id: { streetId: principal.streetId, id } },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'menu.item-remove',
    subject: { kind: 'menu', id: menuVersion.menu.id },
    changes: { item: { from: name } },
  })
  return ok(null)
}

import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { followMenu } from '@/features/demands/demands/commands'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText, sortKey } from '@/server/pinyin'
import { mayWriteMenus } from '../policy'
import { findMenu, type MenuDetail, type VersionWithItems } from './queries'
import { COMPARED } from './rules'
import type { MenuChanges, NewMenu } from './schema'

type Id = { id: string }
type StepRefusal = 'not-found' | 'stale-version' | 'move-not-possible'

/** A menu for an area that has none yet, with an empty first draft. */
export async function addMenu(
  act: Act,
  asked: NewMenu,
): Promise<Result<Id, 'unknown-reference' | 'already-exists'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const { zoneId, compoundId, name, nameEn } = asked
  // Two who open the same area's menu at once wait for each other here.
  await tx.$queryRaw`SELECT 1 FROM street WHERE id = ${streetId}::uuid FOR NO KEY UPDATE`
  if (zoneId && (await tx.zone.count({ where: { streetId, id: zoneId, endedAt: null } })) === 0)
    return refuse('unknown-reference', { zoneId: 'unknown-reference' })
  if (compoundId && (await tx.compound.count({ where: { streetId, id: compoundId, endedAt: null } })) === 0)
    return refuse('unknown-reference', { compoundId: 'unknown-reference' })
  if ((await tx.menu.count({ where: { streetId, zoneId, compoundId } })) > 0)
    return refuse('already-exists', { [zoneId ? 'zoneId' : 'compoundId']: 'already-exists' })
  const id = uuidv7(now)
  await tx.menu.create({
    data: { streetId, id, zoneId, compoundId, nameEn, ...found(name), createdAt: now },
    select: { id: true },
  })
  await tx.menuVersion.create({
    data: { streetId, id: uuidv7(now), menuId: id, number: 1, createdAt: now },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'menu.add',
    subject: { kind: 'menu', id },
    changes: changesBetween({}, { name, nameEn }),
  })
  return ok({ id })
}

const found = (name: string) => ({ name, sortKey: sortKey(name), search: searchText(name) })

/** A menu that the caller may write: who holds the permission for a part of the street may read alone. */
export async function menuToWrite(act: Act, id: string): Promise<MenuDetail | null> {
  if (!mayWriteMenus(act.principal, 'menus.write')) return null
  // Everything that happens to one menu happens one after another.
  await act.tx
    .$queryRaw`SELECT 1 FROM menu WHERE street_id = ${act.principal.streetId}::uuid AND id = ${id}::uuid FOR UPDATE`
  return findMenu(act, id, 'menus.write')
}

export async function changeMenu(
  act: Act,
  id: string,
  { version, name, nameEn }: MenuChanges,
): Promise<Result<Id & { version: number }, 'not-found' | 'stale-version'>> {
  const before = await menuToWrite(act, id)
  if (!before) return refuse('not-found')
  if (before.version !== version) return refuse('stale-version')
  await act.tx.menu.update({
    where: { streetId_id: { streetId: act.principal.streetId, id } },
    data: { nameEn, ...found(name), version: { increment: 1 } },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'menu.change',
    subject: { kind: 'menu', id },
    changes: changesBetween(before, { name, nameEn }),
  })
  return ok({ id, version: version + 1 })
}

/** Begins the next version with the items of the one in force. */
export async function startDraft(
  act: Act,
  id: string,
): Promise<Result<Id, 'not-found' | 'move-not-possible'>> {
  const menu = await menuToWrite(act, id)
  if (!menu) return refuse('not-found')
  if (menu.working) return refuse('move-not-possible')
  const draft = await writeDraft(act, menu)
  await recordAudit(act, { action: 'menu.draft', subject: { kind: 'menu', id } })
  return ok({ id: draft })
}

/** Writes the next draft and answers its id; the caller holds the menu. */
export async function writeDraft({ tx, principal, now }: Act, menu: MenuDetail): Promise<string> {
  const { streetId } = principal
  const id = uuidv7(now)
  const number = (menu.versions[0]?.number ?? 0) + 1
  await tx.menuVersion.create({
    data: { streetId, id, menuId: menu.id, number, createdAt: now },
    select: { id: true },
  })
  await tx.menuItem.createMany({
    data: (menu.published?.items ?? []).map((item) => ({
      ...(Object.fromEntries(COMPARED.map((field) => [field, item[field]])) as Pick<
        typeof item,
        (typeof COMPARED)[number]
      >),
      streetId,
      id: uuidv7(now),
      menuVersionId: id,
      serviceId: item.serviceId,
      position: item.position,
      createdAt: now,
    })),
  })
  return id
}

/** Throws a draft away; what is in force stays. */
export async function discardDraft(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, StepRefusal>> {
  const found = await workingOf(act, id, version, 'draft')
  if (!found.ok) return found
  const { working } = found.value
  const { streetId } = act.principal
  await act.tx.menuItem.deleteMany({ where: { streetId, menuVersionId: working.id } })
  await act.tx.menuVersion.delete({
    where: { streetId_id: { streetId, id: working.id } },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'menu.discard',
    subject: { kind: 'menu', id },
    changes: { number: { from: working.number } },
  })
  return ok(null)
}

export async function sendToReview(
  act: Act,
  id: string,
  { version, note }: { version: number; note?: string | undefined },
): Promise<Result<null, StepRefusal | 'empty-menu'>> {
  const found = await workingOf(act, id, version, 'draft')
  if (!found.ok) return found
  const { working, menu } = found.value
  if (working.items.length === 0 && !menu.published) return refuse('empty-menu')
  return step(act, id, working, {
    state: 'review',
    note: note ?? null,
    returned: null,
    sentBy: act.principal.accountId,
    sentAt: act.now,
  })
}

/** Gives a version back to who wrote it, with what is to be changed. */
export async function returnToDraft(
  act: Act,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<Result<null, StepRefusal>> {
  const found = await workingOf(act, id, version, 'review')
  return found.ok ? step(act, id, found.value.working, { state: 'draft', returned: reason }, reason) : found
}

/** Puts a version into force in place of the one before; never by who sent it to review. */
export async function publishVersion(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, StepRefusal | 'own-work'>> {
  const { principal, now } = act
  const found = await workingOf(act, id, version, 'review', 'menus.publish')
  if (!found.ok) return found
  const { menu, working } = found.value
  if (working.sentBy === principal.accountId) return refuse('own-work')
  if (menu.published) await archive(act, menu.published)
  const done = await step(act, id, working, {
    state: 'published',
    publishedBy: principal.accountId,
    publishedAt: now,
  })
  const services = [...working.items, ...(menu.published?.items ?? [])].map(({ serviceId }) => serviceId)
  await tellDemands(act, services)
  return done
}

/** Takes a menu out of force without another in its place. */
export async function withdrawMenu(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, StepRefusal>> {
  if (!mayWriteMenus(act.principal, 'menus.publish')) return refuse('not-found')
  const menu = await menuToWrite(act, id)
  if (!menu) return refuse('not-found')
  const { published } = menu
  if (!published) return refuse('move-not-possible')
  if (published.version !== version) return refuse('stale-version')
  await archive(act, published)
  await tellDemands(
    act,
    published.items.map(({ serviceId }) => serviceId),
  )
  await recordAudit(act, {
    action: 'menu.withdraw',
    subject: { kind: 'menu', id },
    changes: { number: { from: published.number } },
  })
  return ok(null)
}

/** Lets the demands behind services know whether any menu in force still offers them. */
async function tellDemands(act: Act, serviceIds: readonly string[]): Promise<void> {
  const { tx, principal } = act
  const { streetId } = principal
  const links = await tx.serviceDemand.findMany({
    where: { streetId, serviceId: { in: [...serviceIds] } },
    select: { demandId: true },
  })
  const demandIds = [...new Set(links.map(({ demandId }) => demandId))]
  const offered = await tx.serviceDemand.findMany({
    where: {
      streetId,
      demandId: { in: demandIds },
      service: { items: { some: { menuVersion: { state: 'published' } } } },
    },
    select: { demandId: true },
  })
  await followMenu(
    act,
    demandIds,
    offered.map(({ demandId }) => demandId),
  )
}

const archive = ({ tx, principal, now }: Act, { id }: VersionWithItems) =>
  tx.menuVersion.update({
    where: { streetId_id: { streetId: principal.streetId, id } },
    data: { state: 'archived', archivedAt: now, version: { increment: 1 } },
    select: { id: true },
  })

async function workingOf(
  act: Act,
  id: string,
  version: number,
  state: 'draft' | 'review',
  permission: 'menus.write' | 'menus.publish' = 'menus.write',
): Promise<Result<{ menu: MenuDetail; working: VersionWithItems }, StepRefusal>> {
  const menu = mayWriteMenus(act.principal, permission) ? await menuToWrite(act, id) : null
  if (!menu) return refuse('not-found')
  const { working } = menu
  if (working?.state !== state) return refuse('move-not-possible')
  return working.version === version ? ok({ menu, working }) : refuse('stale-version')
}

async function step(
  act: Act,
  menuId: string,
  working: VersionWithItems,
  data: Prisma.MenuVersionUncheckedUpdateInput & { state: string },
  reason?: string,
): Promise<Result<null, never>> {
  await act.tx.menuVersion.update({
    where: { streetId_id: { streetId: act.principal.streetId, id: working.id } },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  })
  await recordAudit(act, {
    action: `menu.${data.state === 'draft' ? 'return' : data.state}`,
    subject: { kind: 'menu', id: menuId },
    changes: { state: { from: working.state, to: data.state }, number: { to: working.number } },
    ...(reason ? { reason } : {}),
  })
  return ok(null)
}

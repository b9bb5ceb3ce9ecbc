import { uuidv7 } from '@/core/identifier'
import type { Tx } from '@/server/db'
import { searchText, sortKey } from '@/server/pinyin'
import items from './items.json'
import { takeOrders } from './orders/commands'

const DAY_MS = 86_400_000
const OWN_COMPOUND = '古田新村'

/** The demo street's menus, their orders and what was paid for them; a street that has menus keeps its own. */
export async function printMenus(tx: Tx, streetId: string, now: Date): Promise<void> {
  if ((await tx.menu.count({ where: { streetId } })) > 0) return
  await openHours(tx, streetId)
  const [compound, zone] = await Promise.all([
    tx.compound.findFirst({ where: { streetId, name: OWN_COMPOUND, endedAt: null }, select: { id: true } }),
    tx.zone.findFirst({
      where: { streetId, endedAt: null },
      orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    }),
  ])
  await printMenu(
    tx,
    streetId,
    { name: '全街道服务菜单', nameEn: 'Service menu of the street' },
    items,
    40,
    now,
  )
  const own = items.filter(({ name }) => name === '上门擦窗' || name === '代办跑腿')
  if (compound)
    await printMenu(
      tx,
      streetId,
      { name: `${OWN_COMPOUND}服务菜单`, nameEn: null, compoundId: compound.id },
      own.map((item) => ({
        ...item,
        name: `${item.name}（${OWN_COMPOUND}）`,
        nameEn: `${item.nameEn}, this compound`,
      })),
      20,
      now,
    )
  if (zone) await draftMenu(tx, streetId, zone, now)
  await takeOrders(tx, streetId, now)
}

/** Times to be booked with the crews that come to people's homes. */
async function openHours(tx: Tx, streetId: string): Promise<void> {
  const crew = { streetId, kind: 'crew' as const, endedAt: null }
  await tx.resource.updateMany({
    where: { ...crew, name: { endsWith: '水电班' } },
    data: { slotMinutes: 60, perSlot: 3, leadHours: 12 },
  })
  await tx.resource.updateMany({
    where: { ...crew, name: { endsWith: '保洁队' } },
    data: { slotMinutes: 120, perSlot: 4, leadHours: 24 },
  })
}

type Named = { name: string; nameEn: string | null; compoundId?: string; zoneId?: string }
type Item = (typeof items)[number]

/** A menu that went through review and is in force since so many days. */
async function printMenu(
  tx: Tx,
  streetId: string,
  named: Named,
  list: readonly Item[],
  daysAgo: number,
  now: Date,
): Promise<void> {
  const at = new Date(now.getTime() - daysAgo * DAY_MS)
  const versionId = await openMenu(tx, streetId, named, at)
  const demandIds = await layItems(tx, streetId, versionId, list, at)
  const [author, publisher] = await Promise.all(
    ['street-staff', 'street-admin'].map((username) =>
      tx.account.findFirst({ where: { streetId, username }, select: { id: true } }),
    ),
  )
  const key = { streetId_id: { streetId, id: versionId } }
  await tx.menuVersion.update({
    where: key,
    data: { state: 'review', sentBy: author?.id ?? null, sentAt: at, version: { increment: 1 } },
    select: { id: true },
  })
  await tx.menuVersion.update({
    where: key,
    data: {
      state: 'published',
      publishedBy: publisher?.id ?? null,
      publishedAt: at,
      version: { increment: 1 },
    },
    select: { id: true },
  })
  await tx.demand.updateMany({
    where: { streetId, id: { in: demandIds }, state: { in: ['open', 'planned'] } },
    data: { state: 'on_menu', version: { increment: 1 } },
  })
}

/** A zone's menu that waits for who publishes it. */
async function draftMenu(
  tx: Tx,
  streetId: string,
  zone: { id: string; name: string },
  now: Date,
): Promise<void> {
  const named = { name: `${zone.name}服务菜单`.slice(0, 40), nameEn: null, zoneId: zone.id }
  const versionId = await openMenu(tx, streetId, named, now)
  await layItems(tx, streetId, versionId, items.slice(3, 6), now)
  const author = await tx.account.findFirst({
    where: { streetId, username: 'street-staff' },
    select: { id: true },
  })
  await tx.menuVersion.update({
    where: { streetId_id: { streetId, id: versionId } },
    data: {
      state: 'review',
      note: '按片区队伍的时间排，请看价格。',
      sentBy: author?.id ?? null,
      sentAt: now,
      version: { increment: 1 },
    },
    select: { id: true },
  })
}

async function openMenu(tx: Tx, streetId: string, named: Named, at: Date): Promise<string> {
  const [menuId, versionId] = [uuidv7(at), uuidv7(at)]
  await tx.menu.create({
    data: {
      ...named,
      streetId,
      id: menuId,
      sortKey: sortKey(named.name),
      search: searchText(named.name),
      createdAt: at,
    },
    select: { id: true },
  })
  await tx.menuVersion.create({
    data: { streetId, id: versionId, menuId, number: 1, createdAt: at },
    select: { id: true },
  })
  return versionId
}

/** Lays the items onto a draft, and answers the demands that they answer. */
async function layItems(
  tx: Tx,
  streetId: string,
  menuVersionId: string,
  list: readonly Item[],
  at: Date,
): Promise<string[]> {
  const [categories, resources, demands] = await Promise.all([
    tx.requestCategory.findMany({ where: { streetId }, select: { id: true, code: true } }),
    tx.resource.findMany({ where: { streetId, kind: 'crew' }, select: { id: true, name: true } }),
    tx.demand.findMany({ where: { streetId, mergedIntoId: null }, select: { id: true, title: true } }),
  ])
  const answered: string[] = []
  for (const [position, { requestCode, resource, demand, ...item }] of list.entries()) {
    const category = categories.find(({ code }) => code === requestCode)
    if (!category) continue
    const serviceId = uuidv7(at)
    await tx.service.create({ data: { streetId, id: serviceId, createdAt: at }, select: { id: true } })
    await tx.menuItem.create({
      data: {
        ...(item as typeof item & {
          fee: 'free' | 'paid'
          reach: 'universal' | 'on_demand'
          responseUnit: 'hours' | 'workdays' | 'days'
        }),
        streetId,
        id: uuidv7(at),
        menuVersionId,
        serviceId,
        position: position + 1,
        requestCategoryId: category.id,
        resourceId:
          resource === null ? null : (resources.find(({ name }) => name.endsWith(resource))?.id ?? null),
        createdAt: at,
      },
      select: { id: true },
    })
    const found = demand === null ? [] : demands.filter(({ title }) => title === demand)
    await tx.serviceDemand.createMany({
      data: found.map(({ id: demandId }) => ({ streetId, serviceId, demandId, createdAt: at })),
    })
    answered.push(...found.map(({ id }) => id))
  }
  return answered
}

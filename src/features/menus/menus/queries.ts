import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { menusWithin } from '../policy'
import { changesBetweenVersions, type ItemChange } from './rules'
import type { MenuFilter } from './schema'

const AREA = {
  zone: { select: { id: true, name: true } },
  compound: { select: { id: true, name: true } },
} as const

const ROW = {
  id: true,
  name: true,
  nameEn: true,
  sortKey: true,
  version: true,
  ...AREA,
  versions: {
    where: { state: { not: 'archived' } },
    orderBy: { number: 'desc' },
    select: { number: true, state: true, publishedAt: true, _count: { select: { items: true } } },
  },
} satisfies Prisma.MenuSelect

export type MenuRow = Prisma.MenuGetPayload<{ select: typeof ROW }>

const stateIs = (state: MenuFilter['state']): Prisma.MenuWhereInput => {
  if (state === 'none') return { versions: { none: { state: 'published' } } }
  return state ? { versions: { some: { state } } } : {}
}

/** A page of the menus of the reader's scope, by name, each with the versions that count. */
export async function listMenus(act: Act, filter: MenuFilter): Promise<Page<MenuRow>> {
  const where: Prisma.MenuWhereInput = {
    AND: [menusWithin(act.principal, 'menus.read'), searching(filter.q), stateIs(filter.state)],
  }
  const cursor = cursorFor(filter.cursor, 'text')
  const place = keyset('sortKey', 'asc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.menu.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.menu.count({ where }),
  ])
  return pageOf(found, filter.size, cursor, total, (row) => row.sortKey)
}

export const ITEM = {
  id: true,
  serviceId: true,
  position: true,
  category: true,
  name: true,
  nameEn: true,
  words: true,
  wordsEn: true,
  stars: true,
  standards: true,
  standardsEn: true,
  fee: true,
  priceFen: true,
  priceUnit: true,
  reach: true,
  frequency: true,
  frequencyEn: true,
  responseAmount: true,
  responseUnit: true,
  requestCategoryId: true,
  resourceId: true,
  version: true,
  resource: { select: { id: true, name: true } },
  requestCategory: { select: { id: true, name: true, nameEn: true } },
  service: {
    select: { demands: { select: { demand: { select: { id: true, title: true, households: true } } } } },
  },
} satisfies Prisma.MenuItemSelect

export type ItemRow = Prisma.MenuItemGetPayload<{ select: typeof ITEM }>

const VERSION = {
  id: true,
  number: true,
  state: true,
  note: true,
  sentBy: true,
  sentAt: true,
  returned: true,
  publishedAt: true,
  archivedAt: true,
  version: true,
} satisfies Prisma.MenuVersionSelect

export type VersionRow = Prisma.MenuVersionGetPayload<{ select: typeof VERSION }>

/** A version with its items in the order in which residents read them. */
export type VersionWithItems = VersionRow & { items: ItemRow[] }

const ITEMS = {
  items: { orderBy: [{ position: 'asc' }, { id: 'asc' }], select: ITEM },
} satisfies Prisma.MenuVersionSelect

export type MenuDetail = {
  id: string
  name: string
  nameEn: string | null
  version: number
  zone: { id: string; name: string } | null
  compound: { id: string; name: string } | null
  /** The draft or the version under review. */
  working: VersionWithItems | null
  published: VersionWithItems | null
  versions: VersionRow[]
  /** What the working version changes against the published one. */
  changes: ItemChange<ItemRow>[]
}

/** A menu of the scope with what is worked on, what is in force, and what would change; null when there is none for this reader. */
export async function findMenu(
  { tx, principal }: Act,
  id: string,
  permission: Permission = 'menus.read',
): Promise<MenuDetail | null> {
  const menu = await tx.menu.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, menusWithin(principal, permission)] },
    select: {
      id: true,
      name: true,
      nameEn: true,
      version: true,
      ...AREA,
      versions: { orderBy: { number: 'desc' }, select: VERSION },
    },
  })
  if (!menu) return null
  const current = menu.versions.filter(({ state }) => state !== 'archived')
  const loaded = await tx.menuVersion.findMany({
    relationLoadStrategy: 'join',
    where: { streetId: principal.streetId, id: { in: current.map((one) => one.id) } },
    select: { ...VERSION, ...ITEMS },
  })
  const published = loaded.find(({ state }) => state === 'published') ?? null
  const working = loaded.find(({ state }) => state !== 'published') ?? null
  return {
    ...menu,
    published,
    working,
    changes: working ? changesBetweenVersions(published?.items ?? [], working.items) : [],
  }
}

/** One earlier version as it was read in its time. */
export const findVersion = ({ tx, principal }: Act, menuId: string, number: number) =>
  tx.menuVersion.findFirst({
    relationLoadStrategy: 'join',
    where: { number, menu: { is: { AND: [{ id: menuId }, menusWithin(principal, 'menus.read')] } } },
    select: { ...VERSION, ...ITEMS, menu: { select: { id: true, name: true } } },
  })

/** Menus that an item can be put on, by name. */
export async function menuAreas({ tx, principal }: Act) {
  const { streetId } = principal
  const BY_NAME = [{ sortKey: 'asc' as const }, { id: 'asc' as const }]
  const where = { streetId, endedAt: null, menus: { none: {} } }
  const select = { id: true, name: true }
  const [zones, compounds, ofStreet] = await Promise.all([
    tx.zone.findMany({ where, orderBy: BY_NAME, select }),
    tx.compound.findMany({ where, orderBy: BY_NAME, select }),
    tx.menu.count({ where: { streetId, zoneId: null, compoundId: null } }),
  ])
  const options = (rows: { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }))
  return { zones: options(zones), compounds: options(compounds), hasStreetMenu: ofStreet > 0 }
}

import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'
import { ITEM } from '../menus/queries'
import { BOOKED } from '../slots/queries'

const COMPOUND = {
  id: true,
  streetId: true,
  name: true,
  stars: true,
  community: { select: { id: true, name: true, officePhone: true } },
  zoneCompound: { select: { zoneId: true } },
} satisfies Prisma.CompoundSelect

const SHOWN = { ...ITEM, resource: { select: BOOKED } } satisfies Prisma.MenuItemSelect
export type ShownItem = Prisma.MenuItemGetPayload<{ select: typeof SHOWN }>

export type ShownMenu = {
  id: string
  name: string
  nameEn: string | null
  /** Whose menu it is; a household reads its own compound's first. */
  of: 'compound' | 'zone' | 'street'
  number: number
  publishedAt: Date
  items: ShownItem[]
}

const compoundOf = (tx: Tx, id: string) =>
  tx.compound.findFirst({ relationLoadStrategy: 'join', where: { id, endedAt: null }, select: COMPOUND })

export type MenuCompound = NonNullable<Awaited<ReturnType<typeof compoundOf>>>

const menusOver = ({ id, streetId, zoneCompound }: MenuCompound): Prisma.MenuWhereInput => ({
  streetId,
  OR: [
    { compoundId: id },
    ...(zoneCompound ? [{ zoneId: zoneCompound.zoneId }] : []),
    { zoneId: null, compoundId: null },
  ],
})

const RANK = { compound: 0, zone: 1, street: 2 }

/** What a compound's residents can have: the menus in force of the compound, of its zone and of the street, in this order. */
export async function menusShown(
  tx: Tx,
  compoundId: string,
): Promise<{ compound: MenuCompound; menus: ShownMenu[] } | null> {
  const compound = await compoundOf(tx, compoundId)
  if (!compound) return null
  const found = await tx.menuVersion.findMany({
    relationLoadStrategy: 'join',
    where: { state: 'published', menu: { is: menusOver(compound) } },
    select: {
      number: true,
      publishedAt: true,
      menu: { select: { id: true, name: true, nameEn: true, zoneId: true, compoundId: true } },
      items: { orderBy: [{ position: 'asc' }, { id: 'asc' }], select: SHOWN },
    },
  })
  const menus = found.map(({ menu, number, publishedAt, items }): ShownMenu => {
    const { id, name, nameEn } = menu
    const of = menu.compoundId ? 'compound' : menu.zoneId ? 'zone' : 'street'
    return { id, name, nameEn, of, number, publishedAt: publishedAt ?? new Date(0), items }
  })
  return { compound, menus: menus.sort((one, other) => RANK[one.of] - RANK[other.of]) }
}

/** An item in force that residents of the compound can order; null for any other. */
export async function orderableItem(
  tx: Tx,
  compoundId: string,
  itemId: string,
): Promise<{ compound: MenuCompound; item: ShownItem } | null> {
  const compound = await compoundOf(tx, compoundId)
  if (!compound) return null
  const item = await tx.menuItem.findFirst({
    relationLoadStrategy: 'join',
    where: {
      id: itemId,
      streetId: compound.streetId,
      reach: 'on_demand',
      menuVersion: { is: { state: 'published', menu: { is: menusOver(compound) } } },
    },
    select: SHOWN,
  })
  return item && { compound, item }
}

/** A compound's buildings in use, for who says where the service is wanted. */
export const buildingsToServe = (tx: Tx, { streetId, id }: MenuCompound) =>
  tx.building.findMany({
    where: { streetId, compoundId: id, endedAt: null },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })

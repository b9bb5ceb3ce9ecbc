import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import type { Permission } from '@/server/permissions'
import { demandsWithin, resourcesWithin } from '../../demands/policy'
import { ITEM } from '../menus/queries'
import { menusWithin, ordersWithin } from '../policy'

/** An item with the version and the menu that it stands on, for who may read that menu. */
export const findItem = ({ tx, principal }: Act, id: string, permission: Permission = 'menus.read') =>
  tx.menuItem.findFirst({
    relationLoadStrategy: 'join',
    where: { id, menuVersion: { menu: { is: menusWithin(principal, permission) } } },
    select: {
      ...ITEM,
      menuVersion: {
        select: {
          id: true,
          number: true,
          state: true,
          menu: {
            select: {
              id: true,
              name: true,
              zone: { select: { id: true, name: true } },
              compound: { select: { id: true, name: true } },
            },
          },
        },
      },
    },
  })

export type ItemDetail = NonNullable<Awaited<ReturnType<typeof findItem>>>

/** What an item can be tied to: the kinds of request in use and the resources of the list. */
export async function itemReferences({ tx, principal }: Act) {
  const { streetId } = principal
  const [categories, resources] = await Promise.all([
    tx.requestCategory.findMany({
      where: { streetId, endedAt: null, danger: null, policies: { some: {} } },
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true, nameEn: true },
    }),
    tx.resource.findMany({
      where: { AND: [resourcesWithin(principal, 'menus.write'), { endedAt: null }] },
      orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    }),
  ])
  return { categories, resources: resources.map(({ id, name }) => ({ value: id, label: name })) }
}

/** Demands that an item can answer, by title or pinyin initials. */
export async function demandsToAnswer({ tx, principal }: Act, typed: string) {
  const found = await tx.demand.findMany({
    where: { AND: [demandsWithin(principal, 'menus.write'), { mergedIntoId: null }, searching(typed)] },
    orderBy: [{ priority: 'desc' }, { id: 'asc' }],
    take: 12,
    select: { id: true, title: true },
  })
  return found.map(({ id, title }) => ({ id, label: title }))
}

export type ServiceFigures = { orders: number; done: number; ratings: number; stars: number | null }

/** How often a service was ordered in the reader's scope, through all versions and menus, and how it was rated. */
export async function figuresOf({ tx, principal }: Act, serviceId: string): Promise<ServiceFigures> {
  const where = { AND: [ordersWithin(principal, 'orders.read'), { serviceId }] }
  const [orders, done, rated] = await Promise.all([
    tx.serviceOrder.count({ where }),
    tx.serviceOrder.count({ where: { AND: [where, { request: { state: { in: ['to_rate', 'closed'] } } }] } }),
    tx.requestFeedback.aggregate({
      where: { overall: { not: null }, request: { order: { is: where } } },
      _avg: { overall: true },
      _count: { overall: true },
    }),
  ])
  return { orders, done, ratings: rated._count.overall, stars: rated._avg.overall }
}

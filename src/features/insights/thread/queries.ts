import { demandsWithin, evidenceWithin } from '@/features/demands/policy'
import { ordersWithin } from '@/features/menus/policy'
import type { Act } from '@/server/act'
import { holds } from '@/server/principal'
import type { ThreadDemand } from './rules'

export type ThreadRow = ThreadDemand & {
  /** Orders of all its services in the reader's scope, and how they were rated. */
  orders: number
  ratings: number
  stars: number | null
}

/** Every demand of the reader's scope with where it came from, what answers it, and how that was ordered and rated. */
export async function threadOf(act: Act): Promise<ThreadRow[]> {
  const { tx, principal } = act
  const { streetId } = principal
  const groups = await tx.demandEvidence.groupBy({
    by: ['demandId', 'kind'],
    where: evidenceWithin(principal, 'demands.read'),
    _count: { id: true },
  })
  const demands = await tx.demand.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [demandsWithin(principal, 'demands.read'), { mergedIntoId: null }] },
    orderBy: [{ priority: 'desc' }, { id: 'asc' }],
    take: 500,
    select: {
      id: true,
      title: true,
      state: true,
      services: {
        select: {
          service: {
            select: {
              id: true,
              items: {
                where: { menuVersion: { state: 'published' } },
                take: 1,
                select: { name: true, reach: true },
              },
            },
          },
        },
      },
    },
  })
  const serviceIds = [
    ...new Set(demands.flatMap(({ services }) => services.map(({ service }) => service.id))),
  ]
  const orders = holds(principal, 'orders.read')
    ? await tx.serviceOrder.findMany({
        relationLoadStrategy: 'join',
        where: {
          AND: [ordersWithin(principal, 'orders.read'), { streetId, serviceId: { in: serviceIds } }],
        },
        take: 50_000,
        select: { serviceId: true, request: { select: { feedback: { select: { overall: true } } } } },
      })
    : []
  const ordersOf = (serviceId: string) => orders.filter((order) => order.serviceId === serviceId)
  return demands.map(({ id, title, state, services }): ThreadRow => {
    const own = services.map(({ service }) => service)
    const placed = own.flatMap((service) => ordersOf(service.id))
    const stars = placed.flatMap(({ request }) => request.feedback.flatMap(({ overall }) => overall ?? []))
    return {
      id,
      title,
      state,
      bySource: Object.fromEntries(
        groups.filter(({ demandId }) => demandId === id).map(({ kind, _count }) => [kind, _count.id]),
      ),
      services: own.flatMap((service) =>
        service.items.map(({ name, reach }) => ({
          id: service.id,
          name,
          reach,
          orders: ordersOf(service.id).length,
        })),
      ),
      orders: placed.length,
      ratings: stars.length,
      stars: stars.length > 0 ? stars.reduce((sum, one) => sum + one, 0) / stars.length : null,
    }
  })
}

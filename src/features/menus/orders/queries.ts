import { maskName } from '@/core/names'
import { maskPhone } from '@/core/phone'
import { OPEN_STATES } from '@/features/requests/life/rules'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import type { Tx } from '@/server/db'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { hashToken } from '@/server/session'
import { ordersWithin } from '../policy'
import { BOOKED } from '../slots/queries'
import type { OrderFilter } from './schema'

const ROW = {
  id: true,
  startsAt: true,
  endsAt: true,
  quantity: true,
  amountFen: true,
  paidFen: true,
  cancelledAt: true,
  version: true,
  createdAt: true,
  menuItem: { select: { id: true, name: true, nameEn: true, priceUnit: true } },
  request: {
    select: {
      id: true,
      number: true,
      state: true,
      dueAt: true,
      place: true,
      reporterName: true,
      compound: { select: { id: true, name: true } },
      building: { select: { name: true } },
    },
  },
} satisfies Prisma.ServiceOrderSelect

type Read = Prisma.ServiceOrderGetPayload<{ select: typeof ROW }>

/** An order in a list: who ordered is masked. */
export type OrderRow = Omit<Read, 'request'> & {
  person: string | null
  request: Omit<Read['request'], 'reporterName'>
}

const rowOf = ({ request: { reporterName, ...request }, ...order }: Read): OrderRow => ({
  ...order,
  request,
  person: reporterName && maskName(reporterName),
})

const ENDED = ['closed', 'to_rate', 'reopen_asked'] as const

function stateIs(state: OrderFilter['state']): Prisma.ServiceOrderWhereInput {
  if (state === 'cancelled') return { cancelledAt: { not: null } }
  if (state === 'done') return { request: { state: { in: [...ENDED] } } }
  return state ? { request: { state: { in: [...OPEN_STATES] } } } : {}
}

/** Orders that are paid for, or of which money is due; free and cancelled ones are neither. */
function paidIs({ tx }: Act, paid: OrderFilter['paid']): Prisma.ServiceOrderWhereInput {
  if (!paid) return {}
  const { amountFen } = tx.serviceOrder.fields
  return {
    amountFen: { gt: 0 },
    cancelledAt: null,
    paidFen: paid === 'paid' ? { gte: amountFen } : { lt: amountFen },
  }
}

const whereOf = (act: Act, filter: OrderFilter, permission: Permission): Prisma.ServiceOrderWhereInput => ({
  AND: [
    ordersWithin(act.principal, permission),
    filter.q ? { request: { is: searching(filter.q) } } : {},
    stateIs(filter.state),
    paidIs(act, filter.paid),
    filter.compound ? { request: { compoundId: filter.compound } } : {},
    filter.service ? { serviceId: filter.service } : {},
  ],
})

/** A page of the orders of the scope, the newest first. */
export async function listOrders(act: Act, filter: OrderFilter): Promise<Page<OrderRow>> {
  const where = whereOf(act, filter, 'orders.read')
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('createdAt', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.serviceOrder.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.serviceOrder.count({ where }),
  ])
  return pageOf(found.map(rowOf), filter.size, cursor, total, (row) => row.createdAt.toISOString())
}

export async function ordersToExport(act: Act, filter: OrderFilter): Promise<OrderRow[]> {
  const found = await act.tx.serviceOrder.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [whereOf(act, filter, 'registers.export'), ordersWithin(act.principal, 'orders.read')],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 20_000,
    select: ROW,
  })
  return found.map(rowOf)
}

const DETAIL = {
  ...ROW,
  serviceId: true,
  menuItem: {
    select: {
      id: true,
      name: true,
      nameEn: true,
      priceFen: true,
      priceUnit: true,
      stars: true,
      resource: { select: BOOKED },
      menuVersion: { select: { menu: { select: { id: true, name: true } } } },
    },
  },
  payments: {
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      way: true,
      amountFen: true,
      receiptNumber: true,
      day: true,
      reason: true,
      taker: true,
      correctsId: true,
      createdAt: true,
    },
  },
  request: {
    select: {
      ...ROW.request.select,
      reporterPhone: true,
      words: true,
      feedback: {
        orderBy: { round: 'desc' },
        select: { round: true, satisfied: true, overall: true, speed: true, manner: true, words: true },
      },
    },
  },
} satisfies Prisma.ServiceOrderSelect

type Detail = Prisma.ServiceOrderGetPayload<{ select: typeof DETAIL }>
export type OrderDetail = Omit<Detail, 'request'> & {
  person: { name: string | null; phone: string | null }
  request: Omit<Detail['request'], 'reporterName' | 'reporterPhone'>
}

/** An order of the scope; who ordered is masked. */
export async function findOrder(
  { tx, principal }: Act,
  id: string,
  permission: Permission = 'orders.read',
): Promise<OrderDetail | null> {
  const found = await tx.serviceOrder.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, ordersWithin(principal, permission)] },
    select: DETAIL,
  })
  if (!found) return null
  const { reporterName, reporterPhone, ...request } = found.request
  return {
    ...found,
    request,
    person: {
      name: reporterName && maskName(reporterName),
      phone: reporterPhone && maskPhone(reporterPhone),
    },
  }
}

/** What an order is changed by: where it stands and what serves it. */
export const CHANGED = {
  id: true,
  streetId: true,
  version: true,
  requestId: true,
  startsAt: true,
  cancelledAt: true,
  menuItem: { select: { resourceId: true } },
} satisfies Prisma.ServiceOrderSelect

export type Changed = Prisma.ServiceOrderGetPayload<{ select: typeof CHANGED }>

/** Those states in which an order can still be given up or moved: nobody has set out. */
export const CHANGEABLE = ['submitted', 'accepted', 'dispatched'] as const

/** What who ordered reads of the order behind a tracking code; null where the request is no order. */
export async function orderOfTrack(tx: Tx, token: string) {
  const track = await tx.requestTrack.findFirst({
    where: { tokenHash: hashToken(token), kind: 'reporter' },
    select: {
      request: {
        select: {
          state: true,
          order: {
            select: {
              id: true,
              startsAt: true,
              endsAt: true,
              quantity: true,
              amountFen: true,
              paidFen: true,
              cancelledAt: true,
              menuItem: {
                select: {
                  name: true,
                  nameEn: true,
                  priceFen: true,
                  priceUnit: true,
                  resource: { select: BOOKED },
                },
              },
            },
          },
        },
      },
    },
  })
  const order = track?.request.order
  if (!track || !order) return null
  return {
    ...order,
    isChangeable: !order.cancelledAt && CHANGEABLE.some((state) => state === track.request.state),
  }
}

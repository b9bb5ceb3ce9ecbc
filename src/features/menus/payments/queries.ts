import { communitiesWithin } from '@/features/places/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import { dateOf, todayOf } from '@/server/term'
import { ordersWithin } from '../policy'
import type { PaymentFilter } from './schema'

const ROW = {
  id: true,
  way: true,
  amountFen: true,
  receiptNumber: true,
  day: true,
  reason: true,
  taker: true,
  correctsId: true,
  createdAt: true,
  community: { select: { id: true, name: true } },
  corrections: { select: { id: true } },
  order: {
    select: {
      id: true,
      menuItem: { select: { name: true } },
      request: {
        select: { number: true, compound: { select: { name: true } }, building: { select: { name: true } } },
      },
    },
  },
} satisfies Prisma.OrderPaymentSelect

export type PaymentRow = Prisma.OrderPaymentGetPayload<{ select: typeof ROW }>

const whereOf = (act: Act, { community, day }: PaymentFilter): Prisma.OrderPaymentWhereInput => ({
  AND: [
    { order: { is: ordersWithin(act.principal, 'payments.read') } },
    community ? { communityId: community } : {},
    { day: day ? dateOf(day) : todayOf(act.now) },
  ],
})

/** A day's entries in the scope, in the order in which they were made. */
export async function listPayments(act: Act, filter: PaymentFilter): Promise<Page<PaymentRow>> {
  const where = whereOf(act, filter)
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('createdAt', 'asc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.orderPayment.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.orderPayment.count({ where }),
  ])
  return pageOf(found, filter.size, cursor, total, (row) => row.createdAt.toISOString())
}

export type DaySum = {
  communityId: string
  community: string
  entries: number
  cashFen: number
  transferFen: number
}

/** What a day's entries of the scope come to, community by community. */
export async function daySums(act: Act, filter: PaymentFilter): Promise<DaySum[]> {
  const groups = await act.tx.orderPayment.groupBy({
    by: ['communityId', 'way'],
    where: whereOf(act, filter),
    _sum: { amountFen: true },
    _count: { id: true },
  })
  const names = await act.tx.community.findMany({
    where: {
      streetId: act.principal.streetId,
      id: { in: [...new Set(groups.map(({ communityId }) => communityId))] },
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  return names.map(({ id, name }) => {
    const own = groups.filter(({ communityId }) => communityId === id)
    const fen = (way: string) => own.find((group) => group.way === way)?._sum.amountFen ?? 0
    return {
      communityId: id,
      community: name,
      entries: own.reduce((sum, { _count }) => sum + _count.id, 0),
      cashFen: fen('cash'),
      transferFen: fen('transfer'),
    }
  })
}

/** The latest closing lists of the communities of the scope, the newest first. */
export const listClosings = ({ tx, principal }: Act, community: string | undefined) =>
  tx.paymentClosing.findMany({
    relationLoadStrategy: 'join',
    where: {
      community: { is: communitiesWithin(principal, 'payments.read') },
      ...(community ? { communityId: community } : {}),
    },
    orderBy: [{ day: 'desc' }, { closedAt: 'desc' }],
    take: 30,
    select: {
      communityId: true,
      day: true,
      entries: true,
      cashFen: true,
      transferFen: true,
      closer: true,
      closedAt: true,
      community: { select: { name: true } },
    },
  })
export type ClosingRow = Awaited<ReturnType<typeof listClosings>>[number]

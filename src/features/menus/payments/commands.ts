import { uuidv7 } from '@/core/identifier'
import { addDays, type Day } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import { communitiesWithin, mayWriteIn } from '@/features/places/policy'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { dateOf, dayFrom, todayOf } from '@/server/term'
import { ordersWithin } from '../policy'
import type { NewPayment } from './schema'

/** One entry or closing of a community's cash at a time. */
const inTurn = ({ tx, principal }: Act, communityId: string) =>
  tx.$queryRaw`SELECT 1 FROM community WHERE street_id = ${principal.streetId}::uuid AND id = ${communityId}::uuid FOR NO KEY UPDATE`

/** The day an entry counts for: today, or the first day after the last that is closed. */
async function openDay({ tx, principal, now }: Act, communityId: string): Promise<Day> {
  const last = await tx.paymentClosing.findFirst({
    where: { streetId: principal.streetId, communityId },
    orderBy: { day: 'desc' },
    select: { day: true },
  })
  const today = dayFrom(todayOf(now))
  const after = last && addDays(dayFrom(last.day), 1)
  return after && after > today ? after : today
}

type Entry = {
  orderId: string
  communityId: string
  way: string
  amountFen: number
  receiptNumber: string | null
}

async function enter(
  act: Act,
  { orderId, communityId, ...entry }: Entry,
  corrects: { correctsId: string; reason: string } | null,
): Promise<{ id: string; day: Day }> {
  const { tx, principal, now } = act
  const [id, day] = [uuidv7(now), await openDay(act, communityId)]
  await tx.orderPayment.create({
    data: {
      ...entry,
      ...corrects,
      streetId: principal.streetId,
      id,
      orderId,
      communityId,
      day: dateOf(day),
      takenBy: principal.accountId,
      taker: principal.name,
      createdAt: now,
    },
    select: { id: true },
  })
  return { id, day }
}

/** Money taken for an order; after the day's closing it counts for the next day. More than is due is not taken. */
export async function takePayment(
  act: Act,
  orderId: string,
  { way, amountFen, receiptNumber }: NewPayment,
): Promise<Result<{ id: string; day: Day }, 'not-found' | 'more-than-due' | 'has-ended'>> {
  const { tx, principal } = act
  const order = await tx.serviceOrder.findFirst({
    where: { AND: [{ id: orderId }, ordersWithin(principal, 'payments.write')] },
    select: { request: { select: { compound: { select: { communityId: true } } } } },
  })
  if (!order) return refuse('not-found')
  const { communityId } = order.request.compound
  await inTurn(act, communityId)
  const {
    amountFen: costs,
    paidFen,
    cancelledAt,
  } = await tx.serviceOrder.findUniqueOrThrow({
    where: { streetId_id: { streetId: principal.streetId, id: orderId } },
    select: { amountFen: true, paidFen: true, cancelledAt: true },
  })
  if (cancelledAt) return refuse('has-ended')
  if (paidFen + amountFen > costs) return refuse('more-than-due', { amountFen: 'more-than-due' })
  const entered = await enter(act, { orderId, communityId, way, amountFen, receiptNumber }, null)
  await recordAudit(act, {
    action: 'order.payment',
    subject: { kind: 'order', id: orderId },
    changes: { way: { to: way }, amountFen: { to: amountFen }, day: { to: entered.day } },
  })
  return ok(entered)
}

/** Takes an entry back by an entry of its own; neither is ever changed. */
export async function correctPayment(
  act: Act,
  paymentId: string,
  reason: string,
): Promise<Result<{ id: string; day: Day }, 'not-found' | 'already-exists'>> {
  const { tx, principal } = act
  const payment = await tx.orderPayment.findFirst({
    where: {
      id: paymentId,
      correctsId: null,
      order: { is: ordersWithin(principal, 'payments.write') },
    },
    select: { orderId: true, communityId: true, way: true, amountFen: true, receiptNumber: true },
  })
  if (!payment) return refuse('not-found')
  await inTurn(act, payment.communityId)
  if ((await tx.orderPayment.count({ where: { streetId: principal.streetId, correctsId: paymentId } })) > 0)
    return refuse('already-exists')
  const entered = await enter(
    act,
    { ...payment, amountFen: -payment.amountFen },
    { correctsId: paymentId, reason },
  )
  await recordAudit(act, {
    action: 'order.payment-correct',
    subject: { kind: 'order', id: payment.orderId },
    changes: { amountFen: { from: payment.amountFen, to: 0 }, day: { to: entered.day } },
    reason,
  })
  return ok(entered)
}

/** Closes a community's day with what was taken since the last closing; afterwards nothing is entered for it. */
export async function closeDay(
  act: Act,
  { communityId, day }: { communityId: string; day: Day },
): Promise<
  Result<
    { entries: number; cashFen: number; transferFen: number },
    'not-found' | 'in-the-future' | 'already-exists'
  >
> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const community = await tx.community.findFirst({
    where: { AND: [{ id: communityId }, communitiesWithin(principal, 'payments.write')] },
    select: { name: true },
  })
  if (!community || !mayWriteIn(principal, 'payments.write', communityId)) return refuse('not-found')
  if (day > dayFrom(todayOf(now))) return refuse('in-the-future', { day: 'in-the-future' })
  await inTurn(act, communityId)
  const last = await tx.paymentClosing.findFirst({
    where: { streetId, communityId },
    orderBy: { day: 'desc' },
    select: { day: true },
  })
  if (last && dayFrom(last.day) >= day) return refuse('already-exists', { day: 'already-exists' })
  const groups = await tx.orderPayment.groupBy({
    by: ['way'],
    where: { streetId, communityId, day: { lte: dateOf(day), ...(last ? { gt: last.day } : {}) } },
    _sum: { amountFen: true },
    _count: { id: true },
  })
  const fen = (way: string) => groups.find((group) => group.way === way)?._sum.amountFen ?? 0
  const sums = {
    entries: groups.reduce((sum, { _count }) => sum + _count.id, 0),
    cashFen: fen('cash'),
    transferFen: fen('transfer'),
  }
  await tx.paymentClosing.create({
    data: {
      ...sums,
      streetId,
      communityId,
      day: dateOf(day),
      closedBy: principal.accountId,
      closer: principal.name,
      closedAt: now,
    },
    select: { day: true },
  })
  await recordAudit(act, {
    action: 'community.payment-close',
    subject: { kind: 'community', id: communityId },
    changes: {
      day: { to: day },
      entries: { to: sums.entries },
      cashFen: { to: sums.cashFen },
      transferFen: { to: sums.transferFen },
    },
  })
  return ok(sums)
}

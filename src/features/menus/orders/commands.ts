import { formatInstant } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import { fileRequest } from '@/features/requests/intake/commands'
import { trackCode } from '@/features/requests/intake/queries'
import { MOVABLE, trackedRequest } from '@/features/requests/life/queries'
import { OPEN_STATES } from '@/features/requests/life/rules'
import { type Actor, makeStep, moveClock } from '@/features/requests/steps/commands'
import { REPORTER } from '@/features/requests/tracks/commands'
import type { Act } from '@/server/act'
import { recordAudit, recordDeed } from '@/server/audit'
import type { Tx } from '@/server/db'
import type { OpenAct } from '@/server/open-endpoint'
import { hashToken } from '@/server/session'
import { takeTurn } from '@/server/turn'
import { buildingsWithin } from '../../places/policy'
import { ordersWithin } from '../policy'
import { orderableItem } from '../shown/queries'
import { holdSlot } from '../slots/commands'
import { isBookable } from '../slots/queries'
import { CHANGEABLE, CHANGED, type Changed } from './queries'
import type { NewOrder } from './schema'

export type Placed = { id: string; requestId: string; number: string; token: string }

type PlaceRefusal =
  | 'unknown-reference'
  | 'no-such-time'
  | 'slot-full'
  | 'too-many-orders'
  | 'already-exists'
  | 'too-many-photos'

/** So many orders may stand open under one number. */
const MOST_OPEN = 5

type Orderer = {
  actor: { accountId: string | null; name: string; kind: 'staff' | 'reporter' }
  writtenBy?: string
  reporterAccountId?: string
  householdId?: string
}

/** Places an order: it holds its time, keeps the price that was shown, and becomes a request whose clock is the item's own. */
async function placeOrder(
  tx: Tx,
  now: Date,
  order: NewOrder,
  orderer: Orderer,
): Promise<Result<Placed, PlaceRefusal>> {
  const found = await orderableItem(tx, order.compoundId, order.itemId)
  if (!found) return refuse('unknown-reference', { itemId: 'unknown-reference' })
  const { compound, item } = found
  const { streetId } = compound
  const repeated = await placedBefore(tx, streetId, order)
  if (repeated) return repeated
  const building = { streetId, id: order.buildingId, compoundId: compound.id, endedAt: null }
  if ((await tx.building.count({ where: building })) === 0)
    return refuse('unknown-reference', { buildingId: 'unknown-reference' })
  const open = {
    streetId,
    reporterPhone: order.phone,
    source: 'menu' as const,
    state: { in: [...OPEN_STATES] },
  }
  if ((await tx.request.count({ where: open })) >= MOST_OPEN)
    return refuse('too-many-orders', { phone: 'too-many-orders' })
  const slot = await slotFor(tx, streetId, item, order.startsAt, now)
  if (!slot.ok) return slot
  const filed = await fileRequest(tx, streetId, now, {
    site: { compoundId: compound.id, buildingId: order.buildingId, stairwellId: null, stars: compound.stars },
    source: 'menu',
    categoryId: item.requestCategoryId,
    words: [item.name, order.words].filter(Boolean).join('：'),
    place: order.room,
    reporterName: order.name,
    reporterPhone: order.phone,
    reporterAccountId: orderer.reporterAccountId ?? null,
    writtenBy: orderer.writtenBy ?? null,
    actor: orderer.actor,
    agreed: {
      policy: { resolve: { amount: item.responseAmount, unit: item.responseUnit } },
      from: slot.value?.startsAt ?? now,
    },
  })
  if (!filed.ok) return filed
  await tx.serviceOrder.create({
    data: {
      streetId,
      id: order.id,
      requestId: filed.value.id,
      serviceId: item.serviceId,
      menuItemId: item.id,
      householdId: orderer.householdId ?? null,
      slotId: slot.value?.id ?? null,
      startsAt: slot.value?.startsAt ?? null,
      endsAt: slot.value?.endsAt ?? null,
      quantity: order.quantity,
      amountFen: (item.priceFen ?? 0) * order.quantity,
      createdAt: now,
    },
    select: { id: true },
  })
  return ok({ id: order.id, requestId: filed.value.id, number: filed.value.number, token: filed.value.token })
}

/** An order that was sent before is answered as it was; the same id with anything else in it is another's. */
async function placedBefore(
  tx: Tx,
  streetId: string,
  order: NewOrder,
): Promise<Result<Placed, 'already-exists'> | null> {
  await takeTurn(tx, `order ${order.id}`)
  const before = await tx.serviceOrder.findUnique({
    where: { streetId_id: { streetId, id: order.id } },
    select: { menuItemId: true, request: { select: { id: true, number: true, reporterPhone: true } } },
  })
  if (!before) return null
  const { request, menuItemId } = before
  if (menuItemId !== order.itemId || request.reporterPhone !== order.phone) return refuse('already-exists')
  return ok({ id: order.id, requestId: request.id, number: request.number, token: trackCode(request.id) })
}

type Ordered = NonNullable<Awaited<ReturnType<typeof orderableItem>>>['item']

/** The time that is asked for, held; none where the office arranges it. */
async function slotFor(tx: Tx, streetId: string, item: Ordered, startsAt: string | null, now: Date) {
  if (!isBookable(item.resource))
    return startsAt === null ? ok(null) : refuse('no-such-time', { startsAt: 'no-such-time' })
  if (startsAt === null) return refuse('no-such-time', { startsAt: 'required' })
  return holdSlot(tx, streetId, item.resource.id, new Date(startsAt), now)
}

/** An order from the public page: nobody has to have an account. */
export async function orderOpenly(
  { tx, now, requestId }: OpenAct,
  order: NewOrder,
): Promise<Result<Placed, PlaceRefusal>> {
  const placed = await placeOrder(tx, now, order, {
    actor: { accountId: null, name: REPORTER, kind: 'reporter' },
  })
  if (!placed.ok) return placed
  const { streetId } = await tx.compound.findFirstOrThrow({
    where: { id: order.compoundId },
    select: { streetId: true },
  })
  await recordDeed(
    { tx, doer: { streetId, accountId: null, name: REPORTER }, at: now, requestId },
    { action: 'order.place', subject: { kind: 'order', id: placed.value.id } },
  )
  return placed
}

/** What somebody ordered by telephone or at the counter, written down within the writer's scope. */
export async function orderForSomebody(act: Act, order: NewOrder): Promise<Result<Placed, PlaceRefusal>> {
  const { tx, principal, now } = act
  const building = {
    AND: [buildingsWithin(principal, 'orders.write'), { id: order.buildingId, compoundId: order.compoundId }],
  }
  if ((await tx.building.count({ where: building })) === 0)
    return refuse('unknown-reference', { buildingId: 'unknown-reference' })
  const placed = await placeOrder(tx, now, order, {
    actor: { accountId: principal.accountId, name: principal.name, kind: 'staff' },
    writtenBy: principal.accountId,
  })
  if (placed.ok)
    await recordAudit(act, { action: 'order.place', subject: { kind: 'order', id: placed.value.id } })
  return placed
}

type ChangeRefusal =
  | 'not-found'
  | 'stale-version'
  | 'move-not-possible'
  | 'no-such-time'
  | 'slot-full'
  | 'unknown-reference'

/** Holds the order, and answers it as it stands then. */
async function held(tx: Tx, streetId: string, id: string): Promise<Changed | null> {
  await tx.$queryRaw`SELECT 1 FROM service_order WHERE street_id = ${streetId}::uuid AND id = ${id}::uuid FOR UPDATE`
  return tx.serviceOrder.findUnique({ where: { streetId_id: { streetId, id } }, select: CHANGED })
}

async function cancel(
  tx: Tx,
  order: Changed,
  reason: string | undefined,
  actor: Actor,
  now: Date,
): Promise<Result<null, ChangeRefusal>> {
  const request = await tx.request.findUniqueOrThrow({
    where: { streetId_id: { streetId: order.streetId, id: order.requestId } },
    relationLoadStrategy: 'join',
    select: MOVABLE,
  })
  const moved = await makeStep(tx, request, { move: 'cancel-order', words: reason }, actor, now)
  return moved.ok ? ok(null) : moved
}

async function move(
  tx: Tx,
  order: Changed,
  startsAt: string,
  actor: Actor,
  now: Date,
): Promise<Result<{ startsAt: Date }, ChangeRefusal>> {
  const { streetId } = order
  const request = await tx.request.findUniqueOrThrow({
    where: { streetId_id: { streetId, id: order.requestId } },
    relationLoadStrategy: 'join',
    select: MOVABLE,
  })
  const { resourceId } = order.menuItem
  if (!resourceId || order.cancelledAt || !CHANGEABLE.some((state) => state === request.state))
    return refuse('move-not-possible')
  if (order.startsAt?.getTime() === new Date(startsAt).getTime()) return ok({ startsAt: order.startsAt })
  const slot = await holdSlot(tx, streetId, resourceId, new Date(startsAt), now)
  if (!slot.ok) return slot
  await tx.serviceOrder.update({
    where: { streetId_id: { streetId, id: order.id } },
    data: {
      slotId: slot.value.id,
      startsAt: slot.value.startsAt,
      endsAt: slot.value.endsAt,
      version: { increment: 1 },
    },
    select: { id: true },
  })
  const words = formatInstant(slot.value.startsAt, 'zh-CN')
  const moved = await moveClock(tx, request, slot.value.startsAt, words, actor, now)
  return moved.ok ? ok({ startsAt: slot.value.startsAt }) : moved
}

const staffActor = ({ principal }: Act): Actor => ({
  accountId: principal.accountId,
  name: principal.name,
  kind: 'staff',
  photoOwner: principal.accountId,
})

async function staffOrder(
  act: Act,
  id: string,
  version: number,
): Promise<Result<Changed, 'not-found' | 'stale-version'>> {
  const { tx, principal } = act
  const seen = await tx.serviceOrder.count({
    where: { AND: [{ id }, ordersWithin(principal, 'orders.write')] },
  })
  const order = seen > 0 ? await held(tx, principal.streetId, id) : null
  if (!order) return refuse('not-found')
  return order.version === version ? ok(order) : refuse('stale-version')
}

export async function cancelByStaff(
  act: Act,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<Result<null, ChangeRefusal>> {
  const order = await staffOrder(act, id, version)
  if (!order.ok) return order
  const done = await cancel(act.tx, order.value, reason, staffActor(act), act.now)
  if (done.ok) await recordAudit(act, { action: 'order.cancel', subject: { kind: 'order', id }, reason })
  return done
}

export async function moveByStaff(
  act: Act,
  id: string,
  { version, startsAt }: { version: number; startsAt: string },
): Promise<Result<{ startsAt: Date }, ChangeRefusal>> {
  const order = await staffOrder(act, id, version)
  if (!order.ok) return order
  const done = await move(act.tx, order.value, startsAt, staffActor(act), act.now)
  if (done.ok)
    await recordAudit(act, {
      action: 'order.move',
      subject: { kind: 'order', id },
      changes: {
        startsAt: {
          from: order.value.startsAt?.toISOString() ?? null,
          to: done.value.startsAt.toISOString(),
        },
      },
    })
  return done
}

/** The order behind the code of who placed it, held. */
async function ownOrder(tx: Tx, token: string): Promise<Changed | null> {
  const tracked = await trackedRequest(tx, token)
  if (tracked?.kind !== 'reporter') return null
  const { streetId, id: requestId } = tracked.request
  const order = await tx.serviceOrder.findUnique({
    where: { streetId_requestId: { streetId, requestId } },
    select: { id: true },
  })
  return order && held(tx, streetId, order.id)
}

const ownActor = (token: string): Actor => ({
  accountId: null,
  name: REPORTER,
  kind: 'reporter',
  photoOwner: hashToken(token),
})

const told = ({ tx, now, requestId }: OpenAct, { streetId, id }: Changed, action: string) =>
  recordDeed(
    { tx, doer: { streetId, accountId: null, name: REPORTER }, at: now, requestId },
    { action, subject: { kind: 'order', id } },
  )

export async function cancelByTrack(
  act: OpenAct,
  token: string,
  reason: string | undefined,
): Promise<Result<null, ChangeRefusal>> {
  const order = await ownOrder(act.tx, token)
  if (!order) return refuse('not-found')
  const done = await cancel(act.tx, order, reason, ownActor(token), act.now)
  if (done.ok) await told(act, order, 'order.cancel')
  return done
}

export async function moveByTrack(
  act: OpenAct,
  token: string,
  startsAt: string,
): Promise<Result<{ startsAt: Date }, ChangeRefusal>> {
  const order = await ownOrder(act.tx, token)
  if (!order) return refuse('not-found')
  const done = await move(act.tx, order, startsAt, ownActor(token), act.now)
  if (done.ok) await told(act, order, 'order.move')
  return done
}

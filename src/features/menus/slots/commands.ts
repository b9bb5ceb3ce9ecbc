import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Tx } from '@/server/db'
import { BOOKED, isBookable, slotsAhead } from './queries'

export type Slot = { id: string; startsAt: Date; endsAt: Date }

/**
 * The slot of a resource that begins at an instant, with a place left, held until the transaction ends: all who book one
 * resource do so one after another. The order that names it takes the place.
 */
export async function holdSlot(
  tx: Tx,
  streetId: string,
  resourceId: string,
  startsAt: Date,
  now: Date,
): Promise<Result<Slot, 'no-such-time' | 'slot-full'>> {
  await tx.$queryRaw`SELECT 1 FROM resource WHERE street_id = ${streetId}::uuid AND id = ${resourceId}::uuid FOR NO KEY UPDATE`
  const resource = await tx.resource.findUnique({
    where: { streetId_id: { streetId, id: resourceId } },
    select: BOOKED,
  })
  if (!isBookable(resource)) return refuse('no-such-time', { startsAt: 'no-such-time' })
  const slots = await slotsAhead(tx, resource, now)
  const wanted = slots.find((slot) => slot.startsAt.getTime() === startsAt.getTime())
  if (!wanted) return refuse('no-such-time', { startsAt: 'no-such-time' })
  if (wanted.left === 0) return refuse('slot-full', { startsAt: 'slot-full' })
  const { endsAt } = wanted
  const { id } = await tx.orderSlot.upsert({
    where: { streetId_resourceId_startsAt: { streetId, resourceId, startsAt } },
    create: { streetId, id: uuidv7(now), resourceId, startsAt, endsAt, places: resource.perSlot ?? 1 },
    update: { endsAt, places: resource.perSlot ?? 1 },
    select: { id: true },
  })
  return ok({ id, startsAt, endsAt })
}

import { addDays, type Day, dayOf, startOf, weekdayOf } from '@/core/instants'
import type { ServiceHours } from '@/features/providers/hours/rules'
import { parseHours } from '@/features/providers/hours/written/rules'
import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'
import { calendarAround } from '../../places/calendar/queries'
import { type SlotTime, slotsOn } from './rules'

/** What is booked of a resource: its own hours, or those of the service point behind it. */
export const BOOKED = {
  id: true,
  streetId: true,
  name: true,
  hoursText: true,
  slotMinutes: true,
  perSlot: true,
  leadHours: true,
  capacityPerWeek: true,
  endedAt: true,
  provider: { select: { hours: true, endedAt: true } },
} satisfies Prisma.ResourceSelect

export type Booked = Prisma.ResourceGetPayload<{ select: typeof BOOKED }>

/** So many days ahead, today included, times are offered. */
export const DAYS_AHEAD = 14

export type OpenSlot = SlotTime & { left: number }

const hoursOf = ({ provider, hoursText }: Booked): ServiceHours | null =>
  (provider?.hours as ServiceHours | null | undefined) ?? (hoursText ? parseHours(hoursText) : null)

/** Whether times can be chosen at all: the office has said how long one takes, and the hours can be read. */
export const isBookable = (resource: Booked | null): resource is Booked =>
  resource !== null &&
  resource.endedAt === null &&
  !resource.provider?.endedAt &&
  resource.slotMinutes !== null &&
  resource.perSlot !== null &&
  hoursOf(resource) !== null

const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** The times of the coming days with the places that are left: those of the slot, at most those of the week. */
export async function slotsAhead(tx: Tx, resource: Booked, now: Date): Promise<OpenSlot[]> {
  const hours = hoursOf(resource)
  const { slotMinutes, perSlot, streetId, capacityPerWeek } = resource
  if (!isBookable(resource) || !hours || slotMinutes === null || perSlot === null) return []
  const today = dayOf(now)
  const calendar = await calendarAround(tx, streetId, now)
  const earliest = new Date(now.getTime() + (resource.leadHours ?? 0) * 3_600_000)
  const monday = mondayOf(today)
  const taken = await tx.orderSlot.findMany({
    where: {
      streetId,
      resourceId: resource.id,
      startsAt: { gte: startOf(monday), lt: startOf(addDays(today, DAYS_AHEAD + 7)) },
    },
    select: { startsAt: true, endsAt: true, taken: true },
  })
  const perWeek = new Map<Day, number>()
  for (const slot of taken) {
    const week = mondayOf(dayOf(slot.startsAt))
    perWeek.set(week, (perWeek.get(week) ?? 0) + slot.taken)
  }
  // A time that was cut otherwise when it was booked still takes a place of those that it touches.
  const over = ({ startsAt, endsAt }: SlotTime) =>
    taken
      .filter((slot) => slot.startsAt < endsAt && slot.endsAt > startsAt)
      .reduce((sum, slot) => sum + slot.taken, 0)
  return Array.from({ length: DAYS_AHEAD }, (_, index) => addDays(today, index)).flatMap((day) => {
    const week =
      capacityPerWeek === null ? perSlot : Math.max(0, capacityPerWeek - (perWeek.get(mondayOf(day)) ?? 0))
    return slotsOn(hours, day, calendar, slotMinutes)
      .filter(({ startsAt }) => startsAt >= earliest)
      .map((time) => ({ ...time, left: Math.max(0, Math.min(perSlot - over(time), week)) }))
  })
}

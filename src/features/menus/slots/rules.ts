import { type Day, instantAt } from '@/core/instants'
import type { Calendar } from '@/core/workdays'
import { hoursOn, type ServiceHours } from '@/features/providers/hours/rules'

/** A time to be booked. */
export type SlotTime = { startsAt: Date; endsAt: Date }

/** A day's hours cut into whole times of `minutes`; what is left over at the end of a stretch is not offered. */
export function slotsOn(hours: ServiceHours, day: Day, calendar: Calendar, minutes: number): SlotTime[] {
  const today = hoursOn(hours, day, calendar)
  if (today.kind !== 'open') return []
  return today.spans.flatMap(([from, to]) =>
    Array.from({ length: Math.max(0, Math.floor((to - from) / minutes)) }, (_, index) => ({
      startsAt: instantAt(day, from + index * minutes),
      endsAt: instantAt(day, from + (index + 1) * minutes),
    })),
  )
}

import { weekdayOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { dateOf } from '@/server/term'
import { announcedDays } from './rules'
import type { CalendarDayChanges, NewCalendarDay } from './schema'

/** Fills the years that the street's calendar does not have yet; what the office has edited stays as it is. */
export async function seedCalendar(tx: Tx, streetId: string, years: readonly number[]): Promise<void> {
  for (const year of years) {
    const within = { gte: new Date(`${year}-01-01T00:00:00Z`), lte: new Date(`${year}-12-31T00:00:00Z`) }
    if ((await tx.calendarDay.count({ where: { streetId, day: within } })) > 0) continue
    await tx.calendarDay.createMany({
      data: announcedDays(year).map(({ day, kind, name }) => ({
        streetId,
        day: new Date(`${day}T00:00:00Z`),
        kind,
        name,
      })),
      skipDuplicates: true,
    })
  }
}

/** Adds the days of a year that have been announced and that the street does not have; its own stay as they are. */
export async function fillYear(
  act: Act,
  year: number,
): Promise<Result<{ added: number }, 'year-not-announced'>> {
  const { tx, principal } = act
  const days = announcedDays(year)
  if (days.length === 0) return refuse('year-not-announced', { year: 'year-not-announced' })
  const { count } = await tx.calendarDay.createMany({
    data: days.map(({ day, kind, name }) => ({ streetId: principal.streetId, day: dateOf(day), kind, name })),
    skipDuplicates: true,
  })
  await recordAudit(act, {
    action: 'calendar.fill',
    subject: { kind: 'calendar', id: principal.streetId },
    changes: { year: { to: year }, days: { to: count } },
  })
  return ok({ added: count })
}

export async function addCalendarDay(
  act: Act,
  { day, kind, name }: NewCalendarDay,
): Promise<Result<{ day: string }, 'already-exists'>> {
  const { tx, principal } = act
  const added = await tx.calendarDay.createMany({
    data: [{ streetId: principal.streetId, day: dateOf(day), kind, name }],
    skipDuplicates: true,
  })
  if (added.count === 0) return refuse('already-exists', { day: 'already-exists' })
  await recordAudit(act, {
    action: 'calendar.add',
    subject: { kind: 'calendar', id: principal.streetId },
    changes: { day: { to: day }, kind: { to: kind }, name: { to: name } },
  })
  return ok({ day })
}

const asRead = (
  { principal }: Act,
  day: string,
  was: { wasKind: 'holiday' | 'workday'; wasName: string },
) => ({
  streetId: principal.streetId,
  day: dateOf(day),
  kind: was.wasKind,
  name: was.wasName,
})

/** Nothing was written: because the day is not in the calendar, or because it was changed since it was read. */
async function whyNot({ tx, principal }: Act, day: string): Promise<'not-found' | 'stale-version'> {
  const there = await tx.calendarDay.count({ where: { streetId: principal.streetId, day: dateOf(day) } })
  return there > 0 ? 'stale-version' : 'not-found'
}

export async function changeCalendarDay(
  act: Act,
  day: string,
  { kind, name, ...was }: CalendarDayChanges,
): Promise<Result<{ day: string }, 'not-found' | 'stale-version' | 'invalid'>> {
  if (kind === 'workday' && weekdayOf(day) < 6) return refuse('invalid', { kind: 'workday-anyway' })
  const written = await act.tx.calendarDay.updateMany({ where: asRead(act, day, was), data: { kind, name } })
  if (written.count === 0) return refuse(await whyNot(act, day))
  await recordAudit(act, {
    action: 'calendar.change',
    subject: { kind: 'calendar', id: act.principal.streetId },
    changes: {
      day: { to: day },
      kind: { from: was.wasKind, to: kind },
      name: { from: was.wasName, to: name },
    },
  })
  return ok({ day })
}

export async function removeCalendarDay(
  act: Act,
  day: string,
  was: Pick<CalendarDayChanges, 'wasKind' | 'wasName'>,
): Promise<Result<null, 'not-found' | 'stale-version'>> {
  const gone = await act.tx.calendarDay.deleteMany({ where: asRead(act, day, was) })
  if (gone.count === 0) return refuse(await whyNot(act, day))
  await recordAudit(act, {
    action: 'calendar.remove',
    subject: { kind: 'calendar', id: act.principal.streetId },
    changes: { day: { from: day }, kind: { from: was.wasKind }, name: { from: was.wasName } },
  })
  return ok(null)
}

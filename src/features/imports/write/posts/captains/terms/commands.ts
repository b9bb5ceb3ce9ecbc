import { addDays, type Day } from '@/core/instants'
import type { Tx } from '@/server/db'
import { dateOf, dayFrom } from '@/server/term'
import { personKey } from '../../../../plan/keys'
import type { Writing } from '../../../ground'
import { changeRows } from '../../../journal/commands'

/** A building's time with one appointment; `person` is the captain's natural key. */
export type Term = {
  appointmentId: string
  person: string
  buildingId: string
  startsOn: Day
  endsOn: Day | null
}

/** All terms of the buildings, by building. */
export async function readTerms(
  tx: Tx,
  streetId: string,
  buildingIds: string[],
): Promise<Map<string, Term[]>> {
  const rows = await tx.captainBuilding.findMany({
    where: { streetId, buildingId: { in: buildingIds } },
    select: {
      appointmentId: true,
      buildingId: true,
      startsOn: true,
      endsOn: true,
      appointment: { select: { person: { select: { name: true, phone: true } } } },
    },
  })
  const terms = new Map<string, Term[]>()
  for (const { appointment, startsOn, endsOn, ...row } of rows) {
    const { name, phone } = appointment.person
    const person = personKey(phone ? { name, phone } : { name })
    const term = { ...row, person, startsOn: dayFrom(startsOn), endsOn: endsOn && dayFrom(endsOn) }
    terms.set(row.buildingId, [...(terms.get(row.buildingId) ?? []), term])
  }
  return terms
}

const PASSED_ON = '台账更新，楼栋已由他人接任'

/** Ends the appointments that have lost their last building, with the last day that one of them was theirs. */
export async function endEmptyAppointments(writing: Writing, lost: readonly Term[]): Promise<void> {
  const { tx, streetId, today } = writing
  const appointments = await tx.captainAppointment.findMany({
    where: {
      streetId,
      id: { in: [...new Set(lost.map(({ appointmentId }) => appointmentId))] },
      buildings: { none: { OR: [{ endsOn: null }, { endsOn: { gte: dateOf(today) } }] } },
    },
    select: { id: true, startsOn: true, buildings: { select: { endsOn: true } } },
  })
  await changeRows(
    writing,
    'captain_appointment',
    appointments.map(({ id, startsOn, buildings }) => {
      const last = buildings
        .flatMap(({ endsOn }) => (endsOn ? [dayFrom(endsOn)] : []))
        .sort()
        .at(-1)
      const [, endsOn = today] = [dayFrom(startsOn), last ?? addDays(today, -1)].sort()
      return { id, endsOn: dateOf(endsOn), endReason: PASSED_ON }
    }),
  )
}

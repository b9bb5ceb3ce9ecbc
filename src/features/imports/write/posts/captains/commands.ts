import { addDays, type Day } from '@/core/instants'
import { dateOf } from '@/server/term'
import { buildingKey, personKey } from '../../../plan/keys'
import type { Plan } from '../../../plan/plan'
import type { Captain } from '../../../plan/records'
import { found, type Numbered, personId, type Writing, workOf } from '../../ground'
import { changeRows, removeRows } from '../../journal/commands'
import { buildingId } from '../../places/commands'
import { endEmptyAppointments, readTerms, type Term } from './terms/commands'

/** Appointments and the buildings they look after; where a building passes on, the old term ends the day before the new one begins. */
export async function writeCaptains(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId, today } = writing
  const { fresh, changed } = workOf(writing, plan, 'captains')
  const row = ({
    id,
    record: { person, buildings, startsOn, duties, doorPlaque },
  }: Numbered<'captains'>) => ({
    id,
    personId: personId(writing, person),
    ...(startsOn ? { startsOn: dateOf(startsOn) } : {}),
    ...(duties ? { duties } : {}),
    ...(doorPlaque === undefined ? {} : { doorPlaque }),
    ...found(
      person.name,
      person.phone?.slice(-4),
      ...buildings.map(({ compound, number }) => compound + number),
    ),
  })
  await tx.captainAppointment.createMany({
    data: fresh.map((one) => ({ streetId, startsOn: dateOf(today), duties: [], ...row(one) })),
  })
  const before = new Map(plan.records.captains.map(({ record, before }) => [record, before]))
  const whole = (one: Numbered<'captains'>): Numbered<'captains'> => ({
    ...one,
    record: { ...one.record, buildings: united(one.record, before.get(one.record)) },
  })
  await changeRows(writing, 'captain_appointment', changed.map(whole).map(row))
  await placeCaptains(writing, [...fresh, ...changed])
}

/** The buildings of the file and those that the captain had before. */
function united(record: Captain, before: Captain | undefined): Captain['buildings'] {
  const all = [...record.buildings, ...(before?.buildings ?? [])]
  return [...new Map(all.map((ref) => [buildingKey(ref.compound, ref.number), ref])).values()]
}

async function placeCaptains(writing: Writing, captains: readonly Numbered<'captains'>[]): Promise<void> {
  const { tx, streetId, today } = writing
  const wanted = captains.flatMap(({ id: appointmentId, record }) =>
    record.buildings.map((ref) => ({
      appointmentId,
      person: personKey(record.person),
      buildingId: buildingId(writing, ref),
      from: record.startsOn ?? today,
    })),
  )
  const terms = await readTerms(tx, streetId, [...new Set(wanted.map(({ buildingId }) => buildingId))])
  const [placed, ended, removed]: [Term[], Term[], Term[]] = [[], [], []]
  for (const { appointmentId, person, buildingId, from } of wanted) {
    const held = terms.get(buildingId) ?? []
    const current = held.filter(({ endsOn }) => endsOn === null || endsOn >= today)
    if (current.some((term) => term.person === person)) continue
    const start = firstDay(from, held, today)
    for (const term of current)
      if (term.startsOn < start) ended.push({ ...term, endsOn: addDays(start, -1) })
      else removed.push(term)
    placed.push({ appointmentId, person, buildingId, startsOn: start, endsOn: null })
  }
  const key = ({ appointmentId, buildingId, startsOn }: Term) => ({
    appointmentId,
    buildingId,
    startsOn: dateOf(startsOn),
  })
  await changeRows(
    writing,
    'captain_building',
    ended.map((term) => ({ ...key(term), endsOn: dateOf(term.endsOn ?? today) })),
  )
  await removeRows(writing, 'captain_building', removed.map(key))
  await tx.captainBuilding.createMany({ data: placed.map((term) => ({ streetId, ...key(term) })) })
  await endEmptyAppointments(writing, [...ended, ...removed])
}

/**
 * The day from which a building is the new captain's: the register's day, if that leaves the one before a day; else today.
 * What is over stays as it was.
 */
function firstDay(from: Day, held: readonly Term[], today: Day): Day {
  const current = held.filter(({ endsOn }) => endsOn === null || endsOn >= today)
  const over = held.flatMap(({ endsOn }) => (endsOn !== null && endsOn < today ? [addDays(endsOn, 1)] : []))
  const wanted = current.every(({ startsOn }) => startsOn < from) ? from : today
  return [wanted, ...over].sort().at(-1) ?? wanted
}

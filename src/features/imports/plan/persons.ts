import { nameKey } from '@/core/names'
import type { Phone } from '@/core/phone'
import { fault } from '../faults'
import type { ReadRow, ReadTable } from '../tables/read-table'
import { type Desk, placeOf } from './desk'
import { personKey } from './keys'
import type { Existing, Person, PersonRef } from './records'

const FACTS = ['gender', 'birthYear', 'standing'] as const

/** Keeps what a row says of its person; what another row said before holds. */
export function planPerson(
  desk: Desk,
  table: ReadTable,
  row: ReadRow<Partial<Person> & { name: string; otherPhone?: Phone }>,
): PersonRef {
  const { name, phone, otherPhone } = row.values
  if (otherPhone !== undefined)
    desk.warn(table, row, 'phone', fault('second-phone-not-kept', { phone: otherPhone }))
  const ref: PersonRef = phone === undefined ? { name } : { name, phone }
  const before = desk.planned.persons.get(personKey(ref))
  const person: Person = { ...ref }
  for (const fact of FACTS) {
    const value = before?.record[fact] ?? row.values[fact]
    if (value !== undefined) Object.assign(person, { [fact]: value })
  }
  desk.put('persons', person, before?.at ?? placeOf(table, row.row))
  return ref
}

/** A person whom the street knows by another number at the very same place: the number has changed, not the person. */
export type NewNumber = { name: string; from: string; to: string }

/** Tells of a changed number, unless the old one is in the files as well. */
export function newNumber(
  desk: Desk,
  table: ReadTable,
  row: ReadRow<unknown>,
  person: PersonRef,
  former: PersonRef | undefined,
): NewNumber | undefined {
  if (
    !former?.phone ||
    !person.phone ||
    former.phone === person.phone ||
    nameKey(former.name) !== nameKey(person.name)
  )
    return undefined
  if (desk.before('persons', personKey(person)) || desk.planned.persons.has(personKey(former)))
    return undefined
  desk.warn(
    table,
    row,
    'phone',
    fault('phone-changed', { name: person.name, old: former.phone, new: person.phone }),
  )
  return { name: person.name, from: former.phone, to: person.phone }
}

/** A person listed in several registers changes numbers once; of two new numbers the first holds. */
export function onePerPerson(numbers: readonly NewNumber[]): NewNumber[] {
  const first = new Map<string, NewNumber>()
  for (const number of numbers) {
    const key = personKey({ name: number.name, phone: number.from })
    if (!first.has(key)) first.set(key, number)
  }
  return [...first.values()]
}

/** What the street has, as it will be once the persons have their new numbers. */
export function withNewNumbers(existing: Existing, numbers: readonly NewNumber[]): Existing {
  const byKey = new Map(
    numbers.map((number) => [personKey({ name: number.name, phone: number.from }), number]),
  )
  const renumber = <T extends PersonRef>(person: T): T => {
    const number = byKey.get(personKey(person))
    return number ? { ...person, phone: number.to } : person
  }
  const withPerson = <T extends { person?: PersonRef }>(record: T): T =>
    record.person ? { ...record, person: renumber(record.person) } : record
  return {
    ...existing,
    persons: existing.persons.map(renumber),
    gridMembers: existing.gridMembers.map(withPerson),
    captains: existing.captains.map(withPerson),
    workers: existing.workers.map(withPerson),
    centreHouseholds: existing.centreHouseholds.map(withPerson),
    partyOrganisations: existing.partyOrganisations.map((organisation) =>
      organisation.leader ? { ...organisation, leader: renumber(organisation.leader) } : organisation,
    ),
  }
}

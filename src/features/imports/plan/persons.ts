import { nameKey } from '@/core/names'
import { fault } from '../faults'
import type { ReadRow, ReadTable } from '../tables/read-table'
import { type Desk, placeOf } from './desk'
import { personKey } from './keys'
import type { Person, PersonRef } from './records'

const FACTS = ['otherPhone', 'gender', 'birthYear', 'standing'] as const

/** Keeps what a row says of its person; what another row said before holds. */
export function planPerson(
  desk: Desk,
  table: ReadTable,
  row: ReadRow<Partial<Person> & { name: string }>,
): PersonRef {
  const { name, phone } = row.values
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

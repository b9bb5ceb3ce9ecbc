import { uuidv7 } from '@/core/identifier'
import type { Day } from '@/core/instants'
import type { Tx } from '@/server/db'
import { searchText, sortKey } from '@/server/pinyin'
import { KEYS } from '../plan/keys'
import type { Plan } from '../plan/plan'
import type { Noun, PersonRef, Records } from '../plan/records'
import type { Ids } from './queries'

/** One import's hand on the database: what the street holds by natural key, and what it adds. */
export type Writing = { tx: Tx; streetId: string; now: Date; today: Day; ids: Ids }

/** Records of a noun that the street does not hold yet, each with the id that it gets. */
export function fresh<N extends Noun>(
  writing: Writing,
  plan: Plan,
  noun: N,
): { id: string; record: Records[N] }[] {
  const known = writing.ids[noun]
  const found: { id: string; record: Records[N] }[] = []
  for (const { key, record } of plan.records[noun]) {
    if (known.has(key)) continue
    const id = uuidv7(writing.now)
    known.set(key, id)
    found.push({ id, record })
  }
  return found
}

export const personId = ({ ids }: Writing, person: PersonRef): string =>
  required(ids.persons.get(KEYS.persons(person as Records['persons'])))

/** A reference that the plan has checked; its absence is a fault of the plan, not of a file. */
export function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The plan points at a record that it does not hold')
  return value
}

export const found = (name: string, ...more: (string | number | null | undefined)[]) => ({
  sortKey: sortKey(name),
  search: searchText(name, ...more),
})

import { uuidv7 } from '@/core/identifier'
import type { Day } from '@/core/instants'
import type { Tx } from '@/server/db'
import { searchText, sortKey } from '@/server/pinyin'
import { KEYS } from '../plan/keys'
import type { Plan } from '../plan/plan'
import type { Noun, PersonRef, Records } from '../plan/records'
import type { Ids } from './queries'

/** One import's hand on the database: what the street holds by natural key, and whose journal it keeps. */
export type Writing = { tx: Tx; streetId: string; importId: string; now: Date; today: Day; ids: Ids }

/** A record with its id and, when it is there already, the fields that change. */
export type Numbered<N extends Noun> = { id: string; record: Records[N]; fields: readonly string[] }

/** What goes in of a noun: records that are new, those that change, and those that were out of use and come back. */
export type Work<N extends Noun> = { fresh: Numbered<N>[]; changed: Numbered<N>[]; resumed: Numbered<N>[] }

export function workOf<N extends Noun>({ ids, now }: Writing, plan: Plan, noun: N): Work<N> {
  const known = ids[noun]
  const work: Work<N> = { fresh: [], changed: [], resumed: [] }
  for (const { key, record, change, changed: fields } of plan.records[noun]) {
    if (change === 'same') continue
    const held = known.get(key)
    if (held !== undefined) work[change === 'add' ? 'resumed' : 'changed'].push({ id: held, record, fields })
    else {
      const id = uuidv7(now)
      known.set(key, id)
      work.fresh.push({ id, record, fields })
    }
  }
  return work
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

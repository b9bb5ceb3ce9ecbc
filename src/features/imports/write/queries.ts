import type { Day } from '@/core/instants'
import type { Tx } from '@/server/db'
import { KEYS } from '../plan/keys'
import type { Existing, Noun } from '../plan/records'
import type { Held } from './held'
import { placesOf } from './places/queries'
import { partiesOf, personsOf, postsOf } from './posts/queries'
import { servicesOf } from './services/queries'

/** Record ids by natural key, for every noun; ended records too, since a name stays with its record. */
export type Ids = { [N in Noun]: Map<string, string> }

export type Street = { existing: Existing; ids: Ids }

/** What the street holds: what is in force as registers write it, and where each record is found. */
export async function readStreet(tx: Tx, streetId: string, today: Day): Promise<Street> {
  const places = await placesOf(tx, streetId)
  const persons = await personsOf(tx, streetId)
  const posts = await postsOf(tx, streetId, today)
  const parties = await partiesOf(tx, streetId)
  const services = await servicesOf(tx, streetId, today)
  const held: { [N in Noun]: Held<N>[] } = { ...places, persons, ...posts, ...parties, ...services }
  const street = { existing: {}, ids: {} } as {
    existing: Record<string, unknown>
    ids: Record<string, unknown>
  }
  for (const noun of Object.keys(held) as Noun[]) {
    const rows = held[noun] as Held<typeof noun>[]
    const keyOf = KEYS[noun] as (record: unknown) => string
    // Those in force come last, so that an ended namesake does not hide one.
    const ordered = [...rows.filter(({ ended }) => ended), ...rows.filter(({ ended }) => !ended)]
    street.existing[noun] = rows.filter(({ ended }) => !ended).map(({ record }) => record)
    street.ids[noun] = new Map(ordered.map(({ id, record }) => [keyOf(record), id]))
  }
  return street as Street
}

import type { Waiting } from '@/ui/outbox/store'
import type { Kind, Mark } from '../../entries/schema'

/** The logbook as the phone got it, in the form in which it was sent. */
export type KeptBook = {
  today: string
  buildings: {
    id: string
    name: string
    compound: string
    since: string
    checklist: Record<'hygiene' | 'safety', Point[]>
    due: Record<'hygiene' | 'safety', string>
    visits: { householdId: string; door: string; dueOn: string }[]
    doors: { id: string; door: string }[]
  }[]
  entries: {
    id: string
    kind: Kind
    mark: Mark | null
    state: 'counted' | 'aside' | 'discarded'
    at: string
    buildingId: string
    requests: { number: string; state: string }[]
  }[]
}

export type Point = { id: string; name: string; nameEn: string; reports: boolean }
export type BookBuilding = KeptBook['buildings'][number]

/** An entry in the glance: sent, or waiting in this phone. */
export type Glanced = {
  id: string
  kind: Kind
  mark: Mark | null
  at: string
  state: 'counted' | 'aside' | 'discarded' | 'waiting' | 'failed'
  place: string
  requests: string[]
}

const ENTRIES = '/api/v1/log-entries'

/** All entries that the phone knows, the latest first; one that has just been sent is not shown twice. */
export function glanced(book: KeptBook | undefined, waiting: readonly Waiting[]): Glanced[] {
  const places = new Map(book?.buildings.map(({ id, compound, name }) => [id, `${compound} ${name}`]))
  const sent = (book?.entries ?? []).map(({ buildingId, requests, ...entry }) => ({
    ...entry,
    place: places.get(buildingId) ?? '',
    requests: requests.map(({ number }) => number),
  }))
  const known = new Set(sent.map(({ id }) => id))
  const unsent = waiting
    .filter(({ url, id }) => url === ENTRIES && !known.has(id))
    .map(({ id, label, madeAt, state }) => ({
      id,
      kind: label.kind as Kind,
      mark: null,
      at: madeAt,
      state,
      place: label.place,
      requests: [],
    }))
  return [...unsent, ...sent].sort((one, other) => other.at.localeCompare(one.at))
}

import type { Waiting } from '@/ui/outbox/store'

/** What the phone got to write visits by, in the form in which it was sent. */
export type KeptVisits = {
  today: string
  buildings: { id: string; name: string; compound: string; doors: { id: string; door: string }[] }[]
  visits: { id: string; place: string; topics: string[]; at: string }[]
  promises: { id: string; words: string; place: string; dueOn: string; version: number }[]
}

export type KeptBuilding = KeptVisits['buildings'][number]

/** A visit in the list: sent, or waiting in this phone. */
export type GlancedVisit = { id: string; place: string; at: string; state: 'sent' | 'waiting' | 'failed' }

export const VISITS = '/api/v1/household-visits'

/** All visits that the phone knows, the latest first; one that has just been sent is not shown twice. */
export function glancedVisits(kept: KeptVisits | undefined, waiting: readonly Waiting[]): GlancedVisit[] {
  const sent = (kept?.visits ?? []).map(({ id, place, at }) => ({ id, place, at, state: 'sent' as const }))
  const known = new Set(sent.map(({ id }) => id))
  const unsent = waiting
    .filter(({ url, id }) => url === VISITS && !known.has(id))
    .map(({ id, label, madeAt, state }) => ({ id, place: label.place, at: madeAt, state }))
  return [...unsent, ...sent].sort((one, other) => other.at.localeCompare(one.at))
}

import { type Coordinates, distanceMetres } from '@/core/geo'

export type Stop = {
  id: string
  state: string
  at: Coordinates | null
  dueAt: Date | null
  warnAt: Date | null
}

/** Where somebody is now comes first, then what presses by its time, then the rest from one door to the nearest next. */
export function inRouteOrder<S extends Stop>(stops: readonly S[], now: Date): S[] {
  const ranked = [...stops].sort((one, other) => rank(one, now) - rank(other, now) || due(one) - due(other))
  const first = ranked.filter((stop) => rank(stop, now) < 2)
  const standing = ranked.filter((stop) => rank(stop, now) === 3)
  const rest = ranked.filter((stop) => rank(stop, now) === 2)
  return [...first, ...nearestNext(rest, first.at(-1)?.at ?? null), ...standing]
}

const STANDING = ['paused', 'waiting']

/** 0 at work, 1 late or soon late, 2 the rest, 3 what stands still. */
function rank({ state, warnAt }: Stop, now: Date): number {
  if (STANDING.includes(state)) return 3
  if (warnAt && warnAt <= now) return 1
  return state === 'in_progress' ? 0 : 2
}

const due = ({ dueAt }: Stop): number => dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER

/** A walk that always goes on to the nearest stop; what has no place on the map comes last, by its time. */
function nearestNext<S extends Stop>(stops: readonly S[], start: Coordinates | null): S[] {
  const left = stops.filter(({ at }) => at !== null)
  const walk: S[] = []
  let here = start ?? left[0]?.at ?? null
  while (here && left.length > 0) {
    const from = here
    const metres = left.map(({ at }) => (at ? distanceMetres(from, at) : 0))
    const [next] = left.splice(metres.indexOf(Math.min(...metres)), 1)
    if (!next) break
    walk.push(next)
    here = next.at
  }
  return [...walk, ...stops.filter(({ at }) => at === null)]
}

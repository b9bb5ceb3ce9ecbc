import { addDays, type Day } from '@/core/instants'
import type { CountSheet, Kind, STATES } from './schema'

export type State = (typeof STATES)[number]

type Transition = { from: readonly State[]; to: State; kinds: readonly Kind[] }

const EITHER = ['vote', 'appointment'] as const

/** An election's life: every step that there is; the database refuses any other. */
export const TRANSITIONS = {
  'open-voting': { from: ['nominating'], to: 'voting', kinds: ['vote'] },
  'close-voting': { from: ['voting'], to: 'counting', kinds: ['vote'] },
  publish: { from: ['counting'], to: 'publicity', kinds: ['vote'] },
  propose: { from: ['nominating'], to: 'publicity', kinds: ['appointment'] },
  uphold: { from: ['publicity'], to: 'nominating', kinds: EITHER },
  appoint: { from: ['publicity'], to: 'appointed', kinds: EITHER },
  fail: { from: ['nominating', 'voting', 'counting', 'publicity'], to: 'failed', kinds: EITHER },
  cancel: { from: ['nominating', 'voting', 'counting', 'publicity'], to: 'cancelled', kinds: EITHER },
} as const satisfies Record<string, Transition>

export type Move = keyof typeof TRANSITIONS

export const OPEN_STATES = ['nominating', 'voting', 'counting', 'publicity'] as const satisfies State[]

export const isOpen = (state: State): boolean => OPEN_STATES.some((open) => open === state)

export function mayMove(move: Move, { kind, state }: { kind: Kind; state: State }): boolean {
  const { from, kinds }: Transition = TRANSITIONS[move]
  return from.includes(state) && kinds.includes(kind)
}

/** Every pair of states that some move connects, by the kind of election; the database's own guard lists the same. */
export const allowedSteps = (): string[] =>
  Object.values<Transition>(TRANSITIONS).flatMap(({ from, to, kinds }) =>
    kinds.flatMap((kind) => from.map((state) => `${kind} ${state} ${to}`)),
  )

export type CountFault = 'more-than-entitled' | 'does-not-add-up' | 'unknown-reference' | 'required'

/** What does not agree in a count sheet, by field; every nominee who stands has a number. */
export function countFaults(
  sheet: Pick<CountSheet, 'cast' | 'valid' | 'invalid' | 'forNobody' | 'votes'>,
  entitled: number,
  nomineeIds: readonly string[],
): Record<string, CountFault> {
  const { cast, valid, invalid, forNobody, votes } = sheet
  const faults: Record<string, CountFault> = {}
  if (cast > entitled) faults.cast = 'more-than-entitled'
  if (valid + invalid !== cast) faults.valid = 'does-not-add-up'
  for (const id of Object.keys(votes))
    if (!nomineeIds.includes(id)) faults[`votes.${id}`] = 'unknown-reference'
  for (const id of nomineeIds) if (votes[id] === undefined) faults[`votes.${id}`] = 'required'
  const given = Object.values(votes).reduce((sum, one) => sum + one, forNobody)
  if (given !== valid) faults.forNobody = 'does-not-add-up'
  return faults
}

type Counted = { cast: number; votes: Readonly<Record<string, number>> }
type Quorum = { entitled: number; turnoutPercent: number; winnerPercent: number }

export type Outcome = { won: true; winnerId: string } | { won: false; why: 'turnout' | 'majority' | 'tie' }

/** Who has won: more than the asked share of the households took part, and more than the asked share of the ballots cast is for one. */
export function outcomeOf(
  { cast, votes }: Counted,
  { entitled, turnoutPercent, winnerPercent }: Quorum,
): Outcome {
  if (cast * 100 <= entitled * turnoutPercent) return { won: false, why: 'turnout' }
  const ranked = Object.entries(votes).sort(([, a], [, b]) => b - a)
  const [best, second] = ranked
  if (!best || best[1] * 100 <= cast * winnerPercent) return { won: false, why: 'majority' }
  if (second && second[1] === best[1]) return { won: false, why: 'tie' }
  return { won: true, winnerId: best[0] }
}

/** The last day of a term of whole years: the day before its anniversary. */
export function lastDayOf(startsOn: Day, years: number): Day {
  const [year = '', ...rest] = startsOn.split('-')
  const later = `${Number(year) + years}-${rest.join('-')}`
  // A term that begins on a leap day ends with February.
  return rest.join('-') === '02-29' ? `${Number(year) + years}-02-28` : addDays(later, -1)
}

/** What buildings are called together: 古田新村1幢、2幢, 三星新村5幢. */
export function sitesName(sites: readonly { name: string; compound: { name: string } }[]): string {
  const byCompound = new Map<string, string[]>()
  for (const { name, compound } of sites)
    byCompound.set(compound.name, [...(byCompound.get(compound.name) ?? []), name])
  return [...byCompound].map(([compound, names]) => `${compound}${names.join('、')}`).join('，')
}

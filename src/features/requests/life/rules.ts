import type { STATES } from './schema'

export type State = (typeof STATES)[number]

/** Who makes a move: somebody by a permission within a scope, who reported it by code or account, the clock, or who gives up what was ordered. */
export type Mover =
  | 'requests.triage'
  | 'requests.dispatch'
  | 'requests.work'
  | 'requests.verify'
  | 'reporter'
  | 'clock'
  | 'order'

type Need = 'reason' | 'until' | 'worker' | 'result' | 'photo' | 'parent'

/** What a move asks of who makes it. */
export type Transition = {
  from: readonly State[]
  to: State
  by: readonly Mover[]
  needs?: readonly Need[]
  /** Whether the reporter sees its words. */
  isPublic?: true
}

/** A request's life: every step that there is; the database refuses any other. */
export const TRANSITIONS = {
  accept: { from: ['submitted'], to: 'accepted', by: ['requests.triage'], isPublic: true },
  refuse: {
    from: ['submitted'],
    to: 'refused',
    by: ['requests.triage'],
    needs: ['reason'],
    isPublic: true,
  },
  merge: {
    from: ['submitted', 'accepted'],
    to: 'merged',
    by: ['requests.triage'],
    needs: ['parent'],
    isPublic: true,
  },
  split: { from: ['merged'], to: 'accepted', by: ['requests.triage'], needs: ['reason'] },
  withdraw: { from: ['submitted'], to: 'withdrawn', by: ['reporter'], isPublic: true },
  'cancel-order': {
    from: ['submitted', 'accepted', 'dispatched'],
    to: 'withdrawn',
    by: ['order'],
    isPublic: true,
  },
  'look-again': { from: ['refused'], to: 'submitted', by: ['reporter'], needs: ['reason'], isPublic: true },
  dispatch: {
    from: ['accepted'],
    to: 'dispatched',
    by: ['requests.dispatch', 'clock'],
    needs: ['worker'],
    isPublic: true,
  },
  reassign: {
    from: ['dispatched', 'in_progress'],
    to: 'dispatched',
    by: ['requests.dispatch'],
    needs: ['worker', 'reason'],
  },
  take: { from: ['dispatched'], to: 'in_progress', by: ['requests.work'], isPublic: true },
  return: { from: ['dispatched'], to: 'accepted', by: ['requests.work'], needs: ['reason'] },
  arrive: { from: ['in_progress'], to: 'in_progress', by: ['requests.work'], isPublic: true },
  pause: {
    from: ['in_progress'],
    to: 'paused',
    by: ['requests.work', 'requests.dispatch'],
    needs: ['reason', 'until'],
    isPublic: true,
  },
  resume: {
    from: ['paused'],
    to: 'in_progress',
    by: ['requests.work', 'requests.dispatch', 'clock'],
    isPublic: true,
  },
  ask: {
    from: ['in_progress'],
    to: 'waiting',
    by: ['requests.work', 'requests.dispatch'],
    needs: ['reason'],
    isPublic: true,
  },
  answer: { from: ['waiting'], to: 'in_progress', by: ['reporter'], needs: ['reason'], isPublic: true },
  'stop-waiting': {
    from: ['waiting'],
    to: 'in_progress',
    by: ['requests.work', 'requests.dispatch', 'clock'],
  },
  'hand-over': {
    from: ['in_progress'],
    to: 'handed_over',
    by: ['requests.work', 'requests.dispatch'],
    needs: ['reason'],
    isPublic: true,
  },
  'take-back': {
    from: ['handed_over'],
    to: 'in_progress',
    by: ['requests.dispatch'],
    needs: ['reason'],
    isPublic: true,
  },
  'outside-result': {
    from: ['handed_over'],
    to: 'to_verify',
    by: ['requests.dispatch'],
    needs: ['result'],
    isPublic: true,
  },
  finish: {
    from: ['in_progress'],
    to: 'to_verify',
    by: ['requests.work'],
    needs: ['result', 'photo'],
    isPublic: true,
  },
  pass: { from: ['to_verify'], to: 'to_rate', by: ['requests.verify'], isPublic: true },
  'send-back': { from: ['to_verify'], to: 'in_progress', by: ['requests.verify'], needs: ['reason'] },
  'rate-satisfied': { from: ['to_rate'], to: 'closed', by: ['reporter'], isPublic: true },
  'rate-not-satisfied': {
    from: ['to_rate'],
    to: 'reopen_asked',
    by: ['reporter'],
    needs: ['reason'],
    isPublic: true,
  },
  'stay-silent': { from: ['to_rate'], to: 'closed', by: ['clock'], isPublic: true },
  'grant-reopening': {
    from: ['reopen_asked'],
    to: 'in_progress',
    by: ['requests.dispatch'],
    isPublic: true,
  },
  'refuse-reopening': {
    from: ['reopen_asked'],
    to: 'closed',
    by: ['requests.dispatch'],
    needs: ['reason'],
    isPublic: true,
  },
  reopen: {
    from: ['closed'],
    to: 'in_progress',
    by: ['requests.dispatch'],
    needs: ['reason'],
    isPublic: true,
  },
  'ask-reopening': {
    from: ['closed'],
    to: 'reopen_asked',
    by: ['reporter'],
    needs: ['reason'],
    isPublic: true,
  },
} as const satisfies Record<string, Transition>

export type Move = keyof typeof TRANSITIONS
export const MOVES = Object.keys(TRANSITIONS) as Move[]

export const transitionOf = (move: Move): Transition => TRANSITIONS[move]

/** What lies open: neither at its end nor only waiting for a word of the reporter. */
export const OPEN_STATES = [
  'submitted',
  'accepted',
  'dispatched',
  'in_progress',
  'paused',
  'waiting',
  'handed_over',
  'to_verify',
  'reopen_asked',
] as const satisfies readonly State[]

/** States in which the clock stands still. */
export const STANDING_STATES = ['paused', 'waiting', 'handed_over'] as const satisfies readonly State[]

/** How long somebody may ask for a closed request to be opened again, and how long a result waits for a word. */
export const REOPEN_DAYS = 14
export const SILENT_DAYS = 7

/** The moves that lead on from a state. */
export const movesFrom = (state: State): Move[] =>
  MOVES.filter((move) => transitionOf(move).from.includes(state))

/** Every pair of states that some move connects, as the database's own guard lists them. */
export function allowedPairs(): [State, State][] {
  const pairs = new Map<string, [State, State]>()
  for (const move of MOVES) {
    const { from, to } = transitionOf(move)
    for (const state of from) pairs.set(`${state} ${to}`, [state, to])
  }
  return [...pairs.values()]
}

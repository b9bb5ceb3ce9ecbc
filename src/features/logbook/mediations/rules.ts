import type { STATES } from './schema'

export type State = (typeof STATES)[number]
export type Move = 'agree' | 'hand-over' | 'reopen' | 'end'

/** From where each step may be taken, and where it leads; a trigger of the table refuses all others. */
export const TRANSITIONS: Record<Move, { from: readonly State[]; to: State }> = {
  agree: { from: ['open', 'handed_over'], to: 'agreed' },
  'hand-over': { from: ['open', 'agreed'], to: 'handed_over' },
  reopen: { from: ['agreed'], to: 'open' },
  end: { from: ['open', 'handed_over', 'agreed'], to: 'ended' },
}

export const mayMove = (move: Move, state: State): boolean => TRANSITIONS[move].from.includes(state)

/** Whether parties, meetings and agreements may still be written. */
export const isRunning = (state: State): boolean => state !== 'ended'

/** Whether every party stands below an edition. */
export const isSignedByAll = (partyIds: readonly string[], signedBy: readonly string[]): boolean =>
  partyIds.length > 0 && partyIds.every((id) => signedBy.includes(id))

/** Strokes as the path of an SVG. */
export const pathOf = (strokes: readonly (readonly number[])[]): string =>
  strokes
    .map((numbers) =>
      numbers
        .map((number, place) => (place === 0 ? `M${number}` : place === 2 ? `L${number}` : String(number)))
        .join(' '),
    )
    .join('')

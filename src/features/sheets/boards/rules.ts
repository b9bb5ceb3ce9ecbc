import { createHash } from 'node:crypto'

type Seen = { id: string; version: number; state: 'never' | 'outdated' | 'current' }

/** The boards on which the newest sheet does not hang yet. */
export const withoutNewest = <Board extends Seen>(boards: readonly Board[]): Board[] =>
  boards.filter(({ state }) => state !== 'current')

/** Stands for exactly these boards with exactly these versions, so that what was previewed is what gets marked. */
export const seenAs = (boards: readonly Seen[]): string =>
  createHash('sha256')
    .update(boards.map(({ id, version }) => `${id} ${version}`).join('\n'))
    .digest('base64url')

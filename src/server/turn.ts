import type { Tx } from './db'

/** Lets those who name the same key at once go on one after another, each until its transaction ends. */
export const takeTurn = (tx: Tx, key: string) =>
  tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`

import type { Tx } from '@/server/db'

/**
 * Takes the street's imports in turn for this transaction; false when another import is being written. The settings hold for
 * this transaction alone: a whole street is written in one, so that it goes in whole or not at all.
 */
export async function takeTurn(tx: Tx, streetCode: string): Promise<boolean> {
  await tx.$executeRaw`SELECT set_config('statement_timeout', '60s', true), set_config('idle_in_transaction_session_timeout', '60s', true)`
  const [row] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('import'), hashtext(${streetCode})) AS mine`
  return row?.mine ?? false
}

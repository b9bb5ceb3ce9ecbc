import { createHash } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from './act'
import type { Tx } from './db'
import type { Principal } from './principal'

export type KeptAnswer = { status: number; body: unknown }
export type Claim = {
  streetId: string
  principal: string
  operation: string
  key: string
  requestHash: string
}

export const keyOwner = (principal: Principal, operation: string, key: string, request: string): Claim => ({
  streetId: principal.streetId,
  principal: principal.accountId,
  operation,
  key,
  requestHash: createHash('sha256').update(request).digest('base64url'),
})

const where = ({ streetId, principal, operation, key }: Claim) => ({
  streetId_principal_operation_key: { streetId, principal, operation, key },
})

/** The answer that this key has had, or null when it is new; the same key with another request is refused. */
export async function replayOf(tx: Tx, claim: Claim): Promise<KeptAnswer | null> {
  const kept = await tx.idempotencyKey.findUnique({
    where: where(claim),
    select: { requestHash: true, status: true, answer: true },
  })
  if (!kept) return null
  if (kept.requestHash !== claim.requestHash)
    return { status: 422, body: { refusal: 'other-request-same-key' } }
  return kept.status === null ? null : { status: kept.status, body: kept.answer }
}

/** Takes the key for this transaction. A parallel repeat waits here until the first one has committed, and then gets false. */
export async function claimKey(act: Pick<Act, 'tx' | 'now'>, claim: Claim): Promise<boolean> {
  const { streetId, principal, operation, key, requestHash } = claim
  const rows = await act.tx.$executeRaw`
    INSERT INTO idempotency_key (street_id, principal, operation, key, request_hash, created_at)
    VALUES (${streetId}::uuid, ${principal}, ${operation}, ${key}, ${requestHash}, ${act.now})
    ON CONFLICT DO NOTHING`
  return rows === 1
}

/** Keeps the answer as it goes out: JSON knows no undefined, and the database takes none. */
export async function storeAnswer(act: Pick<Act, 'tx'>, claim: Claim, answer: KeptAnswer): Promise<void> {
  const sent: unknown = JSON.parse(JSON.stringify(answer.body ?? null))
  await act.tx.idempotencyKey.update({
    where: where(claim),
    data: { status: answer.status, answer: sent as Prisma.InputJsonValue },
    select: { status: true },
  })
}

import { uuidv7 } from '@/core/identifier'
import { addDays, startOf } from '@/core/instants'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { hashToken, newKey } from '@/server/session'
import type { NewApiKey } from './schema'

const SCOPE_OF = { report: 'requests.report', read: 'requests.read', places: 'places.read' } as const

/** Makes a key for another system. It is answered this once; the table keeps its hash. */
export async function makeKey(
  act: Act,
  { name, communityId, endsOn, ...gives }: NewApiKey,
): Promise<Result<{ id: string; key: string }, 'unknown-reference' | 'ends-before-start'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  if (communityId && !(await tx.community.count({ where: { streetId, id: communityId, endedAt: null } })))
    return refuse('unknown-reference', { communityId: 'unknown-reference' })
  const expiresAt = endsOn ? startOf(addDays(endsOn, 1)) : null
  if (expiresAt && expiresAt <= now) return refuse('ends-before-start', { endsOn: 'ends-before-start' })
  const scopes = (['report', 'read', 'places'] as const)
    .filter((one) => gives[one])
    .map((one) => SCOPE_OF[one])
  const key = newKey()
  const id = uuidv7(now)
  await tx.apiKey.create({
    data: { streetId, id, name, communityId, keyHash: hashToken(key), scopes, createdAt: now, expiresAt },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'api-key.make',
    subject: { kind: 'api-key', id },
    changes: { name: { to: name }, scopes: { to: scopes }, ...(endsOn ? { endsOn: { to: endsOn } } : {}) },
  })
  return ok({ id, key })
}

/** Makes a key void from its next call on. */
export async function revokeKey(act: Act, id: string): Promise<Result<null, 'not-found' | 'has-ended'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const { count } = await tx.apiKey.updateMany({
    where: { streetId, id, revokedAt: null },
    data: { revokedAt: now },
  })
  if (count === 0)
    return refuse((await tx.apiKey.count({ where: { streetId, id } })) ? 'has-ended' : 'not-found')
  await recordAudit(act, { action: 'api-key.revoke', subject: { kind: 'api-key', id } })
  return ok(null)
}

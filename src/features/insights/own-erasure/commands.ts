import { ok, type Result } from '@/core/result'
import { eraseResident } from '@/features/people/residents/commands'
import { eraseReporter } from '@/features/requests/own-requests/commands'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'

/** Forgets a resident who wants to be forgotten; requests, counts and ledgers stand. */
export async function eraseOwnAccount(act: Act): Promise<Result<null, never>> {
  const { streetId, accountId } = act.principal
  await eraseReporter(act)
  await eraseResident(act.tx, { streetId, accountId }, act.now)
  const nameless = { ...act, principal: { ...act.principal, name: '—' } }
  await recordAudit(nameless, { action: 'account.erase', subject: { kind: 'account', id: accountId } })
  return ok(null)
}

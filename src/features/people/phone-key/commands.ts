import { randomBytes } from 'node:crypto'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'

/** Makes the caller's key unless there is one: two phones that ask at once get the same. */
export async function makePhoneKey(act: Act): Promise<void> {
  const { tx, principal } = act
  const made = await tx.account.updateMany({
    where: { streetId: principal.streetId, id: principal.accountId, phoneSeal: null },
    data: { phoneSeal: randomBytes(32) },
  })
  if (made.count > 0)
    await recordAudit(act, {
      action: 'account.phone-key',
      subject: { kind: 'account', id: principal.accountId },
    })
}

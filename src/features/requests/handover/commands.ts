import { uuidv7 } from '@/core/identifier'
import { ok, type Result } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { todayOf } from '@/server/term'
import { countsNow } from './queries'
import type { NewNote } from './schema'

/** Keeps what one shift tells the next, with what lies open at this moment; it is never changed afterwards. */
export async function handOver(act: Act, { shift, words }: NewNote): Promise<Result<{ id: string }, never>> {
  const { tx, principal, now } = act
  const id = uuidv7(now)
  await tx.handoverNote.create({
    data: {
      streetId: principal.streetId,
      id,
      accountId: principal.accountId,
      author: principal.name,
      day: todayOf(now),
      shift,
      words,
      counts: await countsNow(act),
      createdAt: now,
    },
    select: { id: true },
  })
  await recordAudit(act, { action: 'handover.write', subject: { kind: 'handover', id } })
  return ok({ id })
}

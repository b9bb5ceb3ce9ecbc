import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { db } from '@/server/db'
import { addJob } from '@/server/jobs'
import { log } from '@/server/log'
import { type Channel, driverOf } from '@/server/messengers/channels'
import { Undeliverable } from '@/server/messengers/driver'
import { MOST_ATTEMPTS, nextTry } from './rules'

const AT_A_TIME = 100

type Claimed = {
  street_id: string
  id: string
  channel: Channel
  address: string
  subject: string | null
  words: string
  attempts: number
}

/** Takes one message that is due for this worker alone; should the worker die now, it is tried again after the wait. */
async function claimOne(now: Date): Promise<Claimed | null> {
  const [row] = await db().$queryRaw<Claimed[]>`
    UPDATE outbox_message m SET attempts = m.attempts + 1, not_before = ${now}::timestamptz + interval '2 minutes'
    FROM (SELECT street_id, id FROM outbox_message WHERE state IN ('queued', 'failed') AND not_before <= ${now}
      ORDER BY not_before, id LIMIT 1 FOR UPDATE SKIP LOCKED) next
    WHERE m.street_id = next.street_id AND m.id = next.id
    RETURNING m.street_id, m.id, m.channel, m.address, m.subject, m.words, m.attempts`
  return row ?? null
}

async function sendOne({ street_id, id, attempts, ...message }: Claimed, clock: () => Date): Promise<void> {
  const where = { streetId_id: { streetId: street_id, id } }
  const keep = (data: object) => db().outboxMessage.update({ where, data, select: { id: true } })
  const driver = driverOf(message.channel)
  if (!driver) {
    await keep({ state: 'dead', lastFault: 'off' })
    return
  }
  try {
    await driver.send(message)
    await keep({ state: 'sent', sentAt: clock(), lastFault: null })
  } catch (fault) {
    const isOver = fault instanceof Undeliverable || attempts >= MOST_ATTEMPTS
    const lastFault = fault instanceof Error ? fault.message.slice(0, 200) : 'fault'
    log.warn('message not sent', { job: driver.name, fault })
    await keep(
      isOver
        ? { state: 'dead', lastFault }
        : { state: 'failed', lastFault, notBefore: nextTry(attempts, clock()) },
    )
  }
}

/**
 * Sends what is due, one after the other; answers how many were tried. The clock is read anew for each: a slow server must
 * not have a message claimed as of long ago, so that another worker takes it too.
 */
export async function sendMessages(clock: () => Date): Promise<number> {
  for (let tried = 0; tried < AT_A_TIME; tried++) {
    const message = await claimOne(clock())
    if (!message) return tried
    await sendOne(message, clock)
  }
  return AT_A_TIME
}

/** Gives a message that was given up its tries anew. */
export async function retryMessage(
  act: Act,
  id: string,
): Promise<Result<null, 'not-found' | 'move-not-possible'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const { count } = await tx.outboxMessage.updateMany({
    where: { streetId, id, state: 'dead' },
    data: { state: 'queued', attempts: 0, notBefore: now },
  })
  if (count === 0)
    return refuse(
      (await tx.outboxMessage.count({ where: { streetId, id } })) ? 'move-not-possible' : 'not-found',
    )
  await recordAudit(act, { action: 'outbox.retry', subject: { kind: 'message', id } })
  await addJob(tx, 'messages-send', {}, { key: 'messages-send' })
  return ok(null)
}

import { uuidv7 } from '@/core/identifier'
import { messagesOfStep } from '@/features/requests/tell/commands'
import { TOLD_STEPS } from '@/features/requests/tell/rules'
import type { Tx } from '@/server/db'

const NEWEST = 60

/** What people were told of the newest steps, as the outbox keeps it; nothing of it was ever sent. */
export async function tellMessages(tx: Tx, streetId: string, now: Date): Promise<void> {
  if (await tx.outboxMessage.count({ where: { streetId } })) return
  const events = await tx.requestEvent.findMany({
    where: { streetId, kind: { in: Object.keys(TOLD_STEPS) }, at: { lte: now } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: NEWEST,
    select: { id: true, requestId: true, at: true },
  })
  for (const { id, requestId, at } of events) {
    const messages = await messagesOfStep(tx, { streetId, requestId, eventId: id, alarmEmail: null }, at)
    await tx.outboxMessage.createMany({
      skipDuplicates: true,
      data: messages.map(({ isUrgent: _, subject = null, ...message }) => ({
        ...message,
        subject,
        streetId,
        id: uuidv7(at),
        state: 'sent' as const,
        attempts: 1,
        notBefore: at,
        sentAt: at,
        createdAt: at,
      })),
    })
  }
}

import { uuidv7 } from '@/core/identifier'
import { addDays, dayOf, instantAt, isInStretch, minutesOfDay } from '@/core/instants'
import type { Tx } from './db'
import { addJob } from './jobs'
import type { Channel } from './messengers/channels'

export type Message = {
  channel: Channel
  address: string
  template: string
  subject?: string | null
  words: string
  locale: 'zh-CN' | 'en'
  /** One occasion and receiver: the same key is one message, however often it is asked for. */
  onceKey: string
  /** Goes at once, whatever the hour. */
  isUrgent?: boolean
}

/** The minutes of a day between which nobody is disturbed; the same twice for never. */
export type QuietHours = { from: number; to: number }
export const QUIET: QuietHours = { from: 21 * 60, to: 7 * 60 }

/** The first moment, not before now, that is not in the quiet hours. */
export function awakeFrom(now: Date, { from, to }: QuietHours): Date {
  const minute = minutesOfDay(now)
  if (!isInStretch(minute, from, to)) return now
  const day = dayOf(now)
  return instantAt(minute < to ? day : addDays(day, 1), to)
}

/** Writes messages into the outbox of the caller's transaction: they go if that commits, each once. */
export async function enqueueMessages(
  tx: Tx,
  streetId: string,
  messages: readonly Message[],
  quiet: QuietHours,
  now: Date,
): Promise<void> {
  if (messages.length === 0) return
  await tx.outboxMessage.createMany({
    skipDuplicates: true,
    data: messages.map(({ isUrgent = false, subject = null, ...message }) => ({
      ...message,
      streetId,
      subject,
      id: uuidv7(now),
      notBefore: isUrgent ? now : awakeFrom(now, quiet),
      createdAt: now,
    })),
  })
  await addJob(tx, 'messages-send', {}, { key: 'messages-send' })
}

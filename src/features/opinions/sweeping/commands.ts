import { opinionSettingsOf } from '@/features/places/settings/queries'
import type { Tx } from '@/server/db'
import { DAYS_OF_SPAM, daysBefore, monthsBefore } from '../rules'

const NO_WORDS = { words: '', answer: null, published: null, publicHour: null, proposedById: null }

/** Deletes the words of spam after a month, and those of answered opinions after the street's time; where, when and of what kind stay to be counted. */
export async function sweepOpinions(tx: Tx, now: Date): Promise<void> {
  await tx.opinion.updateMany({
    where: { state: 'spam', triagedHour: { lt: daysBefore(now, DAYS_OF_SPAM) }, words: { not: '' } },
    data: { ...NO_WORDS, version: { increment: 1 } },
  })
  for (const { id: streetId } of await tx.street.findMany({ select: { id: true } })) {
    const { keepMonths } = await opinionSettingsOf(tx, streetId)
    await tx.opinion.updateMany({
      where: {
        streetId,
        state: 'answered',
        answeredHour: { lt: monthsBefore(now, keepMonths) },
        words: { not: '' },
      },
      data: { ...NO_WORDS, version: { increment: 1 } },
    })
  }
}

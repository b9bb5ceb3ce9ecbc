import type { Tx } from '@/server/db'
import { HOURS_TO_UNDO } from '../undoing/rules'

const DAYS_TO_START = 7

/** Drops what is kept for undoing once that is over, and gives up imports that nobody went on with. */
export async function sweepImports(tx: Tx, now: Date): Promise<void> {
  const over = new Date(now.getTime() - HOURS_TO_UNDO * 3_600_000)
  const forgotten = new Date(now.getTime() - DAYS_TO_START * 86_400_000)
  await tx.import.updateMany({
    where: { state: { in: ['received', 'mapped', 'failed'] }, createdAt: { lt: forgotten } },
    data: { state: 'cancelled', finishedAt: now, version: { increment: 1 } },
  })
  const ended = {
    import: {
      is: {
        OR: [
          { state: { in: ['done', 'undone'] as ('done' | 'undone')[] }, finishedAt: { lt: over } },
          { state: 'cancelled' as const },
        ],
      },
    },
  }
  await tx.importFile.updateMany({ where: { ...ended, bytes: { not: null } }, data: { bytes: null } })
  await tx.importChange.deleteMany({ where: ended })
}

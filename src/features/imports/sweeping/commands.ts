import { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'
import { HOURS_TO_UNDO } from '../undoing/rules'

const DAYS_TO_START = 7
/** How long refused rows can be fetched and mended; afterwards their place and reason stay, and what stood in them goes. */
const DAYS_TO_MEND = 90

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
  const old = new Date(now.getTime() - DAYS_TO_MEND * 86_400_000)
  await tx.importRejection.updateMany({
    where: { import: { is: { createdAt: { lt: old } } }, NOT: { value: '' } },
    data: { value: '', cells: Prisma.DbNull },
  })
}

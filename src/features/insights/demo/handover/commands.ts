import { uuidv7 } from '@/core/identifier'
import type { Tx } from '@/server/db'
import { todayOf } from '@/server/term'

const HOUR_MS = 3_600_000

const NOTES = [
  {
    shift: 'night',
    hours: 10,
    words: '古田新村水箱明晚清洗，已发停水通知；请白班提醒楼栋长转告独居老人。',
    counts: { open: 41, soon: 5, late: 9, submitted: 3, accepted: 4, paused: 2 },
  },
  {
    shift: 'evening',
    hours: 18,
    words: '锦顺园线路故障，供电公司预计20点到场，到场后请回访报事人。',
    counts: { open: 44, soon: 6, late: 9, submitted: 4, accepted: 5, paused: 2 },
  },
  {
    shift: 'day',
    hours: 26,
    words: '雨后屋面渗漏集中，水电工已按片区排班；三星新村两件等住户在家。',
    counts: { open: 47, soon: 7, late: 8, submitted: 5, accepted: 6, paused: 3 },
  },
] as const

/** What the last three shifts told one another. */
export async function handOverShifts(tx: Tx, streetId: string, now: Date): Promise<void> {
  if (await tx.handoverNote.count({ where: { streetId } })) return
  const dispatcher = await tx.account.findFirst({
    where: { streetId, demo: true, username: 'dispatcher' },
    select: { id: true, displayName: true },
  })
  if (!dispatcher) return
  await tx.handoverNote.createMany({
    data: NOTES.map(({ hours, ...note }) => {
      const at = new Date(now.getTime() - hours * HOUR_MS)
      return {
        ...note,
        streetId,
        id: uuidv7(at),
        accountId: dispatcher.id,
        author: dispatcher.displayName,
        day: todayOf(at),
        createdAt: at,
      }
    }),
  })
}

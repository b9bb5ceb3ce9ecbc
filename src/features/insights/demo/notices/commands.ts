import { uuidv7 } from '@/core/identifier'
import { addDays, dayOf } from '@/core/instants'
import type { Tx } from '@/server/db'
import { dateOf } from '@/server/term'

const WORDS = ['周六上午清理楼道杂物，请提醒各户把东西收好。', '月底前请把安全巡查补齐。']

/** Two notices of the demo's grid member for the captains of the grid; simulated. */
export async function writeNotices(tx: Tx, streetId: string, now: Date): Promise<void> {
  if ((await tx.captainNotice.count({ where: { streetId } })) > 0) return
  const author = await tx.account.findFirst({
    where: { streetId, demo: true, username: 'grid-member' },
    select: {
      id: true,
      displayName: true,
      person: { select: { gridMembers: { take: 1, select: { gridId: true } } } },
    },
  })
  const gridId = author?.person?.gridMembers[0]?.gridId
  if (!author || !gridId) return
  const today = dayOf(now)
  await tx.captainNotice.createMany({
    data: WORDS.map((words, place) => ({
      streetId,
      id: uuidv7(now),
      gridId,
      words,
      from: dateOf(addDays(today, -place)),
      until: dateOf(addDays(today, 10 + place)),
      accountId: author.id,
      actor: author.displayName,
      createdAt: new Date(now.getTime() - place * 60_000),
    })),
  })
}

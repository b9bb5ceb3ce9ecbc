import { randomUUID } from 'node:crypto'
import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'

const HOUR_MS = 3_600_000

type Said = [
  words: string,
  about: string,
  state: 'fresh' | 'taken' | 'answered' | 'spam',
  triage: string | null,
]

const SAID: readonly Said[] = [
  ['楼道灯修得很快，谢谢师傅。', 'nobody', 'answered', 'praise'],
  ['希望小区多装几个晾衣架。', 'nobody', 'answered', 'demand'],
  ['垃圾桶太少，周末总是满的。', 'nobody', 'taken', 'demand'],
  ['楼栋长很少来我们这栋。', 'captain', 'taken', 'complaint'],
  ['网格员态度很好，上门很勤。', 'grid_member', 'answered', 'praise'],
  ['电动车老是停在门口，能不能管管。', 'nobody', 'fresh', null],
  ['建议把快递柜移到大门口。', 'nobody', 'fresh', null],
  ['保洁员扫地敷衍。', 'worker', 'fresh', null],
  ['广告：开锁换锁随叫随到。', 'nobody', 'spam', null],
  ['社区办事窗口中午能不能留人。', 'office', 'fresh', null],
]

/** What lies in the boxes of some buildings; all of it simulated. */
export async function fillBoxes(tx: Tx, streetId: string, now: Date): Promise<void> {
  if ((await tx.opinion.count({ where: { streetId } })) > 0) return
  const buildings = await tx.building.findMany({
    where: { streetId, endedAt: null },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: SAID.length * 3,
    select: { id: true },
  })
  const thisHour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS
  const rows = buildings.map(({ id: buildingId }, place): Prisma.OpinionCreateManyInput => {
    const [words, about, state, triage] = SAID[place % SAID.length] as Said
    const hour = new Date(thisHour - (place + 1) * 31 * HOUR_MS)
    return {
      streetId,
      id: randomUUID(),
      buildingId,
      hour,
      source: place % 4 === 0 ? 'box' : 'web',
      about,
      words,
      state,
      triage,
      ...(state === 'answered'
        ? {
            answer:
              triage === 'praise' ? '谢谢您的鼓励，我们转告本人。' : '已列入今年的需求清单，八月底前安装。',
            published: triage === 'praise' ? null : words,
            answeredHour: new Date(hour.getTime() + (place % 2 === 0 ? 50 : 200) * HOUR_MS),
          }
        : {}),
    }
  })
  await tx.opinion.createMany({ data: rows })
}

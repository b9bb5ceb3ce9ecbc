import { randomUUID } from 'node:crypto'
import { levelOf } from '@/features/opinions/rules'
import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'
import { hangBoxes } from './boxes/commands'

const HOUR_MS = 3_600_000

type Said = [
  words: string,
  about: string,
  matter: string | null,
  state: 'fresh' | 'taken' | 'answered' | 'spam',
  triage: string | null,
]

const SAID: readonly Said[] = [
  ['楼道灯修得很快，谢谢师傅。', 'nobody', 'facilities', 'answered', 'praise'],
  ['希望小区多装几个晾衣架。', 'nobody', 'facilities', 'answered', 'demand'],
  ['垃圾桶太少，周末总是满的。', 'nobody', 'cleaning', 'taken', 'demand'],
  ['楼栋长很少来我们这栋。', 'captain', null, 'taken', 'complaint'],
  ['网格员态度很好，上门很勤。', 'grid_member', null, 'answered', 'praise'],
  ['电动车老是停在门口，能不能管管。', 'nobody', 'parking', 'fresh', null],
  ['建议把快递柜移到大门口。', 'nobody', 'service', 'fresh', null],
  ['保洁员扫地敷衍。', 'worker', 'cleaning', 'fresh', null],
  ['广告：开锁换锁随叫随到。', 'nobody', null, 'spam', null],
  ['社区办事窗口中午能不能留人。', 'office', 'service', 'fresh', null],
]

/** Opinions in all states of some buildings, by code and on slips, and the boxes that the slips lay in; all of it simulated. */
export async function fillBoxes(tx: Tx, streetId: string, now: Date): Promise<void> {
  if ((await tx.opinion.count({ where: { streetId } })) > 0) return
  const staff = await tx.account.findFirst({
    where: { streetId, demo: true, username: 'community-staff' },
    select: { id: true, displayName: true },
  })
  if (!staff) return
  const buildings = await tx.building.findMany({
    where: { streetId, endedAt: null },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: SAID.length * 4,
    select: { id: true },
  })
  const thisHour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS
  const boxed = buildings.filter((_, place) => place % 4 === 0)
  const hung = await hangBoxes(tx, { streetId, staff, buildings: boxed, now })
  const rows = buildings.map(({ id: buildingId }, place): Prisma.OpinionCreateManyInput => {
    const [words, about, matter, state, triage] = SAID[(place * 3) % SAID.length] as Said
    const round = hung.get(buildingId)
    const hour = round?.hour ?? new Date(thisHour - (place + 1) * 31 * HOUR_MS)
    const triagedHour = state === 'fresh' ? null : new Date(hour.getTime() + HOUR_MS)
    return {
      streetId,
      id: randomUUID(),
      buildingId,
      hour,
      source: round ? 'box' : 'web',
      roundId: round?.id ?? null,
      about,
      matter,
      level: levelOf(about),
      words,
      state,
      triage,
      triagedHour,
      ...(state === 'answered' ? answerOf(triage, words, hour, place, staff.id) : {}),
    }
  })
  await tx.opinion.createMany({ data: rows })
}

/** Answered within two days or after eight; of what was proposed for all to read, every other one waits for a second look. */
function answerOf(
  triage: string | null,
  words: string,
  hour: Date,
  place: number,
  proposedById: string,
): Partial<Prisma.OpinionCreateManyInput> {
  const answeredHour = new Date(hour.getTime() + (place % 2 === 0 ? 50 : 200) * HOUR_MS)
  if (triage === 'praise') return { answer: '谢谢您的鼓励，我们转告本人。', answeredHour }
  return {
    answer: '已列入今年的需求清单，八月底前安装。',
    answeredHour,
    published: words,
    proposedById,
    publicHour: place % 2 === 0 ? answeredHour : null,
  }
}

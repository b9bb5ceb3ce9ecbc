import { uuidv7 } from '@/core/identifier'
import { addDays, dayOf } from '@/core/instants'
import { gatherWants } from '@/features/demands/evidence/commands'
import type { Tx } from '@/server/db'
import { searchText } from '@/server/pinyin'
import { dateOf } from '@/server/term'

const DAY_MS = 86_400_000

type Talk = {
  topic: string
  minutes: string
  decision: string
  followUp: string
  publicWords: string | null
  daysAgo: number
  isDone: boolean
}

const TALKS: readonly Talk[] = [
  {
    topic: '晚上停车难怎么办',
    minutes: '大家反映晚上八点以后没有车位，外来车多。有人提出划线，有人提出错时共享。',
    decision: '先划线，再同旁边的单位商量晚上错时停车。',
    followUp: '社区联系单位，两周内答复。',
    publicWords: '居民商量了晚上停车难的问题，决定先划线，再联系旁边单位错时停车。',
    daysAgo: 40,
    isDone: true,
  },
  {
    topic: '垃圾桶放在哪里',
    minutes: '一楼住户希望垃圾桶离窗远一点，老人希望不要太远。',
    decision: '垃圾桶移到小区西门内侧，楼下保留两个小桶。',
    followUp: '保洁队伍下周移桶。',
    publicWords: '垃圾桶移到小区西门内侧，楼下保留两个小桶，方便老人。',
    daysAgo: 21,
    isDone: false,
  },
  {
    topic: '要不要请人夜间巡逻',
    minutes: '多数人赞成，费用有不同意见。',
    decision: '先由志愿者试一个月，再决定是否付费。',
    followUp: '月底再议。',
    publicWords: null,
    daysAgo: 9,
    isDone: false,
  },
]

/** What was asked for, talked over and is at hand in the demo street; all of it simulated. */
export async function cookDemands(tx: Tx, streetId: string, now: Date): Promise<void> {
  if ((await tx.demand.count({ where: { streetId } })) > 0) return
  await gatherWants(tx, streetId, null, now)
  await stockResources(tx, streetId, now)
  await holdTalks(tx, streetId, now)
  await payVisits(tx, streetId, now)
}

/** The registers' providers by what they do for residents, and the crews by what they are trained for. */
const PROVIDES: readonly [word: string, categories: string[]][] = [
  ['水电', ['repair']],
  ['维修', ['repair']],
  ['疏通', ['repair']],
  ['医', ['health']],
  ['药', ['health']],
  ['超市', ['retail', 'errands']],
]

async function stockResources(tx: Tx, streetId: string, now: Date): Promise<void> {
  const today = dayOf(now)
  const base = (name: string) => ({
    streetId,
    id: uuidv7(now),
    name,
    search: searchText(name),
    sortKey: name,
    createdAt: now,
  })
  const providers = await tx.provider.findMany({
    where: { streetId, endedAt: null },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, category: true, offers: true, hoursText: true, fee: true, sortKey: true },
  })
  const operator = await tx.operator.findFirst({
    where: { streetId },
    orderBy: { name: 'asc' },
    select: { id: true, name: true },
  })
  await tx.resource.createMany({
    data: providers.flatMap((provider) => {
      const does = `${provider.category}${provider.name}${provider.offers ?? ''}`
      const categories = [...new Set(PROVIDES.flatMap(([word, kinds]) => (does.includes(word) ? kinds : [])))]
      if (categories.length === 0) return []
      return [
        {
          ...base(provider.name),
          sortKey: provider.sortKey,
          kind: 'provider' as const,
          providerId: provider.id,
          categories,
          skills: [provider.category],
          hoursText: provider.hoursText,
          capacityPerWeek: 20,
        },
      ]
    }),
  })
  if (!operator) return
  const crew = (
    name: string,
    categories: string[],
    skills: string[],
    perWeek: number,
    endsInDays: number,
  ) => ({
    ...base(name),
    kind: 'crew' as const,
    operatorId: operator.id,
    categories,
    skills,
    capacityPerWeek: perWeek,
    hoursText: '每天 7:00-17:00',
    costFen: 3_500,
    costUnit: 'hour',
    contractNumber: `ZC-${today.slice(0, 4)}-${perWeek}`,
    contractStartsOn: dateOf(addDays(today, -300)),
    contractEndsOn: dateOf(addDays(today, endsInDays)),
  })
  await tx.resource.createMany({
    data: [
      crew(`${operator.name}保洁队`, ['cleaning'], ['楼道保洁', '垃圾清运'], 400, 65),
      crew(`${operator.name}水电班`, ['repair'], ['水电急修', '管道疏通'], 120, 200),
      crew(`${operator.name}秩序队`, ['security', 'parking'], ['夜间巡逻', '停车管理'], 90, 20),
    ],
  })
}

async function holdTalks(tx: Tx, streetId: string, now: Date): Promise<void> {
  const compounds = await tx.compound.findMany({
    where: { streetId, endedAt: null, name: { in: ['古田新村', '三星新村', '锦顺园', '南苑新村'] } },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: TALKS.length,
    select: { id: true, communityId: true },
  })
  await tx.consultation.createMany({
    data: compounds.flatMap(({ id: compoundId, communityId }, place) => {
      const talk = TALKS[place]
      if (!talk) return []
      const heldAt = new Date(now.getTime() - talk.daysAgo * DAY_MS)
      return [
        {
          streetId,
          id: uuidv7(heldAt),
          communityId,
          compoundId,
          topic: talk.topic,
          place: '小区议事亭',
          heldAt,
          peopleCount: 12 + place * 5,
          minutes: talk.minutes,
          decision: talk.decision,
          followUp: talk.followUp,
          followUpDueOn: dateOf(addDays(dayOf(heldAt), 14)),
          ...(talk.isDone ? { followedUpOn: dateOf(addDays(dayOf(heldAt), 12)) } : {}),
          ...(talk.publicWords
            ? {
                publicWords: talk.publicWords,
                publicParts: ['decision'],
                publishedAt: new Date(heldAt.getTime() + DAY_MS),
              }
            : {}),
          search: searchText(talk.topic),
          createdAt: heldAt,
        },
      ]
    }),
  })
}

const HEARD = [
  '希望修好单元门',
  '希望多清运一次垃圾',
  '楼道灯晚上不亮',
  '想请人帮忙买菜',
  '希望有人管管宠物',
] as const
const TOPICS = ['repair', 'cleaning', 'repair', 'errands', 'pets'] as const

async function payVisits(tx: Tx, streetId: string, now: Date): Promise<void> {
  const member = await tx.account.findUnique({
    where: { username: 'grid-member' },
    select: { id: true, displayName: true },
  })
  if (!member) return
  const buildings = await tx.building.findMany({
    where: { streetId, endedAt: null, grid: { members: { some: { person: { accountId: member.id } } } } },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  if (buildings.length === 0) return
  const visits = Array.from({ length: 24 }, (_, place) => {
    const building = buildings[place % buildings.length] as (typeof buildings)[number]
    const at = new Date(now.getTime() - (place + 1) * 2 * DAY_MS)
    const words = HEARD[place % HEARD.length] as string
    return {
      streetId,
      id: uuidv7(at),
      buildingId: building.id,
      accountId: member.id,
      visitor: member.displayName,
      topics: [TOPICS[place % TOPICS.length] as string],
      words,
      happenedAt: at,
      phoneAt: at,
      receivedAt: at,
      search: searchText(`${words} ${building.name} ${member.displayName}`),
    }
  })
  await tx.visit.createMany({ data: visits })
  await tx.visitPromise.createMany({
    data: visits
      .filter((_, place) => place % 3 === 0)
      .map(({ id: visitId, happenedAt }, place) => ({
        streetId,
        id: uuidv7(happenedAt),
        visitId,
        words: '一周内答复',
        dueOn: dateOf(addDays(dayOf(happenedAt), 7)),
        ...(place > 3
          ? { state: 'kept' as const, settledAt: new Date(happenedAt.getTime() + 5 * DAY_MS) }
          : {}),
      })),
  })
}

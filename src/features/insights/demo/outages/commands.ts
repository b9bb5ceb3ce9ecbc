import { uuidv7 } from '@/core/identifier'
import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'

const HOUR_MS = 3_600_000

type Told = Pick<
  Prisma.OutageNoticeCreateManyInput,
  'kind' | 'isPlanned' | 'title' | 'titleEn' | 'words' | 'wordsEn'
> & {
  /** Hours from now; an open end is null. */
  from: number
  to: number | null
}

const STREET: Told = {
  kind: 'other',
  isPlanned: true,
  title: '便民服务点节前延长服务',
  titleEn: 'Longer hours before the holiday',
  words: '本周五至周日各社区便民服务厅延长服务到20:00。',
  wordsEn: 'The communities’ halls stay open until 20:00 from Friday to Sunday.',
  from: -240,
  to: -100,
}

const PLACES: readonly Told[] = [
  {
    kind: 'water',
    isPlanned: true,
    title: '水箱清洗停水',
    titleEn: 'Water off for cleaning the tank',
    words: '请提前储水；恢复后先放水两分钟再饮用。',
    wordsEn: 'Please store water; let it run for two minutes before drinking.',
    from: 30,
    to: 36,
  },
  {
    kind: 'power',
    isPlanned: false,
    title: '线路故障停电',
    titleEn: 'Power out by a fault',
    words: '供电公司正在抢修，恢复后另行通知。楼道请慢行。',
    wordsEn: 'The power company is at work. Mind your step on the stairs.',
    from: -2,
    to: null,
  },
  {
    kind: 'gas',
    isPlanned: true,
    title: '燃气管道检修',
    titleEn: 'Gas pipes are being checked',
    words: '检修期间请关闭灶前阀门。',
    wordsEn: 'Please keep the valve at the stove closed.',
    from: -72,
    to: -66,
  },
]

/** Notices of outages past, present and coming: one for the street, the others each for a compound. */
export async function tellOutages(tx: Tx, streetId: string, now: Date): Promise<void> {
  if (await tx.outageNotice.count({ where: { streetId } })) return
  const compounds = await tx.compound.findMany({
    where: { streetId, pilot: true },
    orderBy: { sortKey: 'asc' },
    take: PLACES.length,
    select: { id: true },
  })
  const at = (hours: number) => new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS + hours * HOUR_MS)
  const row = ({ from, to, ...told }: Told, compoundId: string | null) => ({
    streetId,
    id: uuidv7(now),
    compoundId,
    ...told,
    startsAt: at(from),
    endsAt: to === null ? null : at(to),
    createdAt: at(Math.min(from, 0)),
  })
  await tx.outageNotice.createMany({
    data: [
      row(STREET, null),
      ...compounds.flatMap(({ id }, index) => {
        const told = PLACES[index]
        return told ? [row(told, id)] : []
      }),
    ],
  })
}

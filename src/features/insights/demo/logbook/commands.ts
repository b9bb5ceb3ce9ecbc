import { uuidv7 } from '@/core/identifier'
import { addDays, dayOf, instantAt } from '@/core/instants'
import type { Prisma } from '@/generated/prisma/client'
import type { LogMark } from '@/generated/prisma/enums'
import type { Tx } from '@/server/db'
import { searchText, sortKey } from '@/server/pinyin'
import { dateOf } from '@/server/term'
import { chance } from '../requests/rules'

const SEED = 20_261_125
const DAYS = 42
/** How many of the captains keep their book, and how reliably. */
const KEEPERS = 0.7
const KEPT = 0.85
const EVERY = { hygiene: 7, safety: 15 } as const

const SAID = {
  opinion: ['居民希望加装楼道扶手。', '反映楼下烧烤店油烟大。', '建议增加晾衣杆。', '希望多办义诊。'],
  meeting: ['商议楼道堆物清理时间，约定周六上午。', '议定电动车统一停放到车棚。'],
  other: ['协助社区张贴停水通知。', '帮居民联系开锁师傅。', '清理了门口落叶。'],
} as const

type Written = {
  entries: Prisma.LogEntryCreateManyInput[]
  points: Prisma.LogPointCreateManyInput[]
}

/** Six weeks of logbooks, the same for the same registers, and the doors that the demo's captain looks in on. */
export async function keepLogbooks(tx: Tx, streetId: string, now: Date): Promise<void> {
  if ((await tx.logEntry.count({ where: { streetId } })) > 0) return
  const next = chance(SEED)
  const checkpoints = await tx.checkpoint.findMany({
    where: { streetId, endedAt: null, buildingId: null },
    orderBy: { position: 'asc' },
    select: { id: true, kind: true },
  })
  const held = await tx.captainBuilding.findMany({
    where: { streetId, endsOn: null, appointment: { endsOn: null }, building: { endedAt: null } },
    orderBy: [{ buildingId: 'asc' }, { appointmentId: 'asc' }],
    select: {
      buildingId: true,
      appointment: { select: { personId: true, person: { select: { account: true } } } },
    },
  })
  const written: Written = { entries: [], points: [] }
  for (const { buildingId, appointment } of held) {
    const isShown = appointment.person.account?.demo === true
    if (!isShown && next() > KEEPERS) continue
    const book = { streetId, buildingId, personId: appointment.personId }
    for (const kind of ['hygiene', 'safety'] as const) {
      const points = checkpoints.filter((point) => point.kind === kind)
      for (let age = DAYS - Math.floor(next() * EVERY[kind]); age > (isShown ? 8 : 0); age -= EVERY[kind])
        if (next() < KEPT) goRound(written, book, kind, points, momentOf(next, now, age), next)
    }
    for (const kind of ['opinion', 'meeting', 'other'] as const)
      if (isShown || next() < 0.25)
        say(written, book, kind, momentOf(next, now, 1 + Math.floor(next() * 30)), next)
  }
  await tx.logEntry.createMany({ data: written.entries })
  await tx.logPoint.createMany({ data: written.points })
  await lookInOnDoors(tx, streetId, now)
}

type Book = { streetId: string; buildingId: string; personId: string }

function momentOf(next: () => number, now: Date, age: number): Date {
  const at = instantAt(addDays(dayOf(now), -age), 420 + Math.floor(next() * 660))
  return at < now ? at : now
}

const rowAt = (book: Book, at: Date) => ({
  ...book,
  id: uuidv7(at),
  happenedAt: at,
  phoneAt: at,
  receivedAt: at,
})

function goRound(
  { entries, points }: Written,
  book: Book,
  kind: 'hygiene' | 'safety',
  checklist: readonly { id: string }[],
  at: Date,
  next: () => number,
): void {
  const row = rowAt(book, at)
  const marks = checklist.map(({ id }): [string, LogMark] => {
    const found = next()
    return [id, found < 0.03 ? 'bad' : found < 0.13 ? 'fair' : 'good']
  })
  const worst =
    (['bad', 'fair', 'good'] as const).find((mark) => marks.some(([, one]) => one === mark)) ?? 'good'
  entries.push({ ...row, kind, mark: worst })
  for (const [checkpointId, mark] of marks)
    points.push({ streetId: book.streetId, entryId: row.id, checkpointId, mark })
}

function say({ entries }: Written, book: Book, kind: keyof typeof SAID, at: Date, next: () => number): void {
  const words = SAID[kind][Math.floor(next() * SAID[kind].length)] ?? null
  entries.push({ ...rowAt(book, at), kind, words })
}

const FLOORS = 6
const DOORS = ['01', '02'] as const

/** The doors of the demo captain's buildings; two of them are looked in on every week, one of which is due. */
async function lookInOnDoors(tx: Tx, streetId: string, now: Date): Promise<void> {
  const stairwells = await tx.stairwell.findMany({
    where: {
      streetId,
      endedAt: null,
      building: {
        captainBuildings: {
          some: { appointment: { person: { account: { demo: true, username: 'captain' } } } },
        },
      },
    },
    orderBy: [{ buildingId: 'asc' }, { number: 'asc' }],
    select: { id: true, name: true, households: { select: { id: true }, take: 1 } },
  })
  const doors = stairwells
    .filter(({ households }) => households.length === 0)
    .flatMap(({ id: stairwellId, name }) =>
      Array.from({ length: FLOORS }, (_, floor) => floor + 1).flatMap((floor) =>
        DOORS.map((door) => {
          const room = `${floor}${door}`
          return {
            streetId,
            id: uuidv7(now),
            stairwellId,
            room,
            sortKey: sortKey(`${name}-${room}`),
            search: searchText(room),
            createdAt: now,
          }
        }),
      ),
    )
  await tx.household.createMany({ data: doors })
  const [first, second] = [doors[4], doors[9]]
  if (!first || !second) return
  await tx.visitRhythm.createMany({
    data: [first, second].map(({ id: householdId }, place) => ({
      streetId,
      id: uuidv7(now),
      householdId,
      everyDays: 7,
      startsOn: dateOf(addDays(dayOf(now), place === 0 ? -12 : -3)),
      createdAt: now,
    })),
  })
}

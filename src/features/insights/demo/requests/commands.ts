import { randomUUID } from 'node:crypto'
import { uuidv7 } from '@/core/identifier'
import { dayOf } from '@/core/instants'
import { calendarAround } from '@/features/places/calendar/queries'
import { reasonToCall } from '@/features/requests/calls/rules'
import { SEED_CATEGORIES } from '@/features/requests/categories/rules'
import { milliseconds } from '@/features/requests/clock/rules'
import { deadlineOf, type Policy } from '@/features/requests/deadlines/rules'
import { STANDING_STATES, type State } from '@/features/requests/life/rules'
import type { Prisma } from '@/generated/prisma/client'
import type { Tx } from '@/server/db'
import { todayOf } from '@/server/term'
import reports from './reports.json'
import { chance, type Step, type Story, storyOf } from './rules'

/** About what a street of this size hears in half a year. */
const COUNT = 1_200
const DAYS = 183
const MINUTE = 60_000
const SEED = 321_204_001

const SOURCES = ['sheet', 'sheet', 'sheet', 'sheet', 'phone', 'phone', 'visit', 'hotline', 'staff'] as const
const ACTORS: Record<Step['by'], { actor: string; actorKind: string }> = {
  reporter: { actor: '报事人', actorKind: 'reporter' },
  'command-room': { actor: '指挥室调度员', actorKind: 'staff' },
  worker: { actor: '队员', actorKind: 'staff' },
  captain: { actor: '楼栋长', actorKind: 'staff' },
  system: { actor: '系统', actorKind: 'system' },
}
const CODE = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

type Ground = Awaited<ReturnType<typeof groundOf>>

/** What the stories play on: categories, buildings and the people who serve. */
async function groundOf(tx: Tx, streetId: string) {
  const categories = await tx.requestCategory.findMany({
    where: { streetId },
    select: { id: true, code: true },
  })
  const buildings = await tx.building.findMany({
    relationLoadStrategy: 'join',
    where: { streetId, endedAt: null },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      compoundId: true,
      stairwells: { orderBy: { number: 'asc' }, select: { id: true } },
    },
  })
  const workers = await tx.worker.findMany({
    where: { streetId, endsOn: null },
    orderBy: { employeeNumber: 'asc' },
    select: { id: true, post: true, person: { select: { name: true } } },
  })
  return { categories: new Map(categories.map(({ code, id }) => [code, id])), buildings, workers }
}

/** Half a year of reports and what became of them, the same for the same registers; a street that has requests keeps its own. */
export async function tellStories(tx: Tx, streetId: string, now: Date): Promise<void> {
  if ((await tx.request.count({ where: { streetId } })) > 0) return
  const ground = await groundOf(tx, streetId)
  const calendar = await calendarAround(tx, streetId, new Date(now.getTime() - DAYS * 1_440 * MINUTE))
  const next = chance(SEED)
  const staged = (await stagesOf(tx, streetId, ground)).map(({ cast, state }) =>
    tell(next, { ...ground, ...cast }, streetId, now, calendar, state),
  )
  const told = Array.from({ length: COUNT - staged.length }, () =>
    tell(next, ground, streetId, now, calendar),
  )
  await write(tx, [...told, ...staged], now)
}

/** What those with a demo account find on their phones: jobs of the worker, results that the captain is to look at. */
async function stagesOf(tx: Tx, streetId: string, { buildings, workers }: Ground) {
  const holder = { streetId, demo: true }
  const post = await tx.worker.findFirst({
    where: { streetId, person: { account: { ...holder, username: 'worker' } } },
    select: { id: true },
  })
  const captained = await tx.captainBuilding.findMany({
    where: { streetId, appointment: { person: { account: { ...holder, username: 'captain' } } } },
    select: { buildingId: true },
  })
  const own = new Set(captained.map(({ buildingId }) => buildingId))
  const atCaptains = { buildings: buildings.filter(({ id }) => own.has(id)) }
  const byWorker = { workers: workers.filter(({ id }) => id === post?.id) }
  return [
    ...(atCaptains.buildings.length > 0
      ? (['to_verify', 'to_verify', 'to_verify', 'submitted', 'accepted', 'accepted'] as const).map(
          (state) => ({
            cast: atCaptains,
            state,
          }),
        )
      : []),
    ...(byWorker.workers.length > 0
      ? (['dispatched', 'dispatched', 'dispatched', 'in_progress', 'in_progress', 'paused'] as const).map(
          (state) => ({
            cast: byWorker,
            state,
          }),
        )
      : []),
  ]
}

/** For a story that is to have come just so far. */
const MOST_TRIES = 20_000

const endOf = ({ steps }: Story): State => steps.at(-1)?.to ?? 'submitted'

type Told = {
  row: Prisma.RequestCreateManyInput
  events: Prisma.RequestEventCreateManyInput[]
  pause: Prisma.RequestPauseCreateManyInput | null
  feedback: Prisma.RequestFeedbackCreateManyInput[]
  states: State[]
  last: Prisma.RequestUncheckedUpdateInput
}

function tell(
  next: () => number,
  { categories, buildings, workers }: Ground,
  streetId: string,
  now: Date,
  calendar: Awaited<ReturnType<typeof calendarAround>>,
  wanted?: State,
): Told {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const [code = 'other', words = ''] = pick(reports)
  const category = SEED_CATEGORIES.find((one) => one.code === code)
  if (!category) throw new Error(code)
  const building = pick(buildings)
  const stairwell = next() < 0.8 ? pick(building.stairwells) : undefined
  const allowed = milliseconds(category.resolve) / MINUTE
  const begin = () => {
    const age = Math.floor(next() ** 1.3 * DAYS * 1_440) + 3
    return { ageMinutes: age, story: storyOf(next, age, allowed) }
  }
  let begun = begin()
  for (let tries = 0; wanted && endOf(begun.story) !== wanted && tries < MOST_TRIES; tries++) begun = begin()
  const { ageMinutes, story } = begun
  const createdAt = new Date(now.getTime() - ageMinutes * MINUTE)
  const able = workers.filter(({ post }) => post === category.skill)
  const worker = pick(able.length > 0 ? able : workers)
  const id = uuidv7(createdAt)
  const at = (minute: number) => new Date(createdAt.getTime() + minute * MINUTE)
  const policy: Policy = { accept: category.accept, arrive: category.arrive, resolve: category.resolve }
  const number = `${dayOf(createdAt).replaceAll('-', '').slice(2)}-${Array.from({ length: 5 }, () => CODE[Math.floor(next() * 32)]).join('')}`
  const isNamed = next() < 0.6
  const phone = `1381000${String(Math.floor(next() * 10_000)).padStart(4, '0')}`

  const events: Prisma.RequestEventCreateManyInput[] = []
  const states: State[] = ['submitted']
  let round = 1
  const timeOf = (kind: string) => story.steps.findLast((step) => step.kind === kind)?.minute
  const record = (
    kind: string,
    to: State,
    minute: number,
    by: Step['by'],
    isPublic: boolean,
    said?: string,
  ) => {
    const from = states.at(-1) ?? 'submitted'
    if (kind === 'grant-reopening') round++
    events.push({
      streetId,
      id: uuidv7(at(minute)),
      requestId: id,
      version: events.length + 1,
      at: at(minute),
      kind,
      fromState: kind === 'submit' ? null : from,
      toState: to,
      round,
      ...ACTORS[by],
      ...(by === 'worker' ? { actor: worker.person.name } : {}),
      words: said ?? null,
      isPublic,
    })
    if (kind !== 'submit') states.push(to)
  }
  record('submit', 'submitted', 0, 'reporter', true)
  for (const step of story.steps) record(step.kind, step.to, step.minute, step.by, step.isPublic, step.words)

  const state = states.at(-1) ?? 'submitted'
  const ended = story.steps.at(-1)?.minute ?? 0
  const granted = timeOf('grant-reopening')
  const roundStartedAt = granted === undefined ? createdAt : at(granted)
  const arrived = timeOf('arrive')
  const arrivedAt = arrived === undefined || granted !== undefined ? null : at(arrived)
  const isStanding = (STANDING_STATES as readonly State[]).includes(state)
  const deadline = isStanding
    ? null
    : deadlineOf({ state, policy, roundStartedAt, arrivedAt, pauses: [] }, calendar)
  const resolveDue = deadlineOf(
    { state: 'in_progress', policy, roundStartedAt, arrivedAt: createdAt, pauses: [] },
    calendar,
  )
  const finished = timeOf('finish')
  const isOver = ['closed', 'refused', 'withdrawn'].includes(state)
  const hasWorker = !['submitted', 'accepted', 'refused', 'withdrawn'].includes(state)
  const wasLate = finished !== undefined && resolveDue !== null && at(finished) > resolveDue.dueAt
  return {
    states,
    events,
    row: {
      streetId,
      id,
      number,
      source: pick(SOURCES),
      categoryId: categories.get(code) ?? '',
      words,
      compoundId: building.compoundId,
      buildingId: building.id,
      stairwellId: stairwell?.id ?? null,
      reporterName: isNamed
        ? `${pick(['王', '李', '张', '刘', '陈', '杨', '周', '吴'])}${pick(['先生', '女士', '阿姨', '师傅'])}`
        : null,
      reporterPhone: isNamed ? phone : null,
      policy: policy as unknown as Prisma.InputJsonObject,
      roundStartedAt: createdAt,
      search: `${number}${words}`.toLowerCase().replace(/\s+/g, '') + (isNamed ? phone.slice(-4) : ''),
      createdAt,
      updatedAt: at(ended),
    },
    last: {
      round,
      roundStartedAt,
      arrivedAt,
      acceptedAt: timeOf('accept') === undefined ? null : at(timeOf('accept') ?? 0),
      finishedAt: finished === undefined ? null : at(finished),
      closedAt: isOver ? at(ended) : null,
      outcome: finished === undefined ? null : 'solved',
      workerId: hasWorker ? worker.id : null,
      waitUntil:
        state === 'to_rate'
          ? at(ended + 7 * 1_440)
          : state === 'paused'
            ? new Date(now.getTime() + 2_880 * MINUTE)
            : null,
      dueKind: deadline?.kind ?? null,
      dueAt: deadline?.dueAt ?? null,
      warnAt: deadline?.warnAt ?? null,
      thriceAt: deadline?.thriceAt ?? null,
      wasLate,
    },
    pause:
      state === 'paused'
        ? {
            streetId,
            id: randomUUID(),
            requestId: id,
            kind: 'paused',
            reason: '等配件到货。',
            startsAt: at(ended),
            until: new Date(now.getTime() + 2_880 * MINUTE),
          }
        : null,
    feedback: story.steps
      .filter(({ kind }) => kind === 'rate-satisfied' || kind === 'rate-not-satisfied')
      .map((step, index) => ({
        streetId,
        requestId: id,
        round: index + 1,
        satisfied: step.kind === 'rate-satisfied',
        overall: step.kind === 'rate-satisfied' ? 4 + Math.round(next()) : 1 + Math.round(next()),
        speed: step.kind === 'rate-satisfied' ? 3 + Math.round(next() * 2) : 2,
        manner: step.kind === 'rate-satisfied' ? 4 + Math.round(next()) : 3,
        words: step.words ?? null,
        createdAt: at(step.minute),
      })),
  }
}

/** Requests begin as submitted and are led on state by state, all of them at once, as the database demands. */
async function write(tx: Tx, told: readonly Told[], now: Date): Promise<void> {
  await tx.request.createMany({ data: told.map(({ row }) => row) })
  await tx.requestEvent.createMany({ data: told.flatMap(({ events }) => events) })
  const longest = Math.max(...told.map(({ states }) => states.length))
  for (let place = 1; place < longest; place++) {
    const moving = told.filter(({ states }) => states.length > place)
    const ids = moving.map(({ row }) => row.id)
    const states = moving.map(({ states: all }) => all[place])
    await tx.$executeRaw`
      UPDATE request SET state = moved.state::request_state, version = ${place + 1}::int
      FROM unnest(${ids}::uuid[], ${states}::text[]) AS moved (id, state) WHERE request.id = moved.id`
  }
  for (const { row, last } of told)
    await tx.request.update({
      where: { streetId_id: { streetId: row.streetId, id: row.id } },
      data: last,
      select: { id: true },
    })
  await tx.requestPause.createMany({ data: told.flatMap(({ pause }) => (pause ? [pause] : [])) })
  await tx.requestFeedback.createMany({ data: told.flatMap(({ feedback }) => feedback) })
  await tx.followUpCall.createMany({ data: told.flatMap((one) => callOf(one, now)) })
}

const DAY = 1_440 * MINUTE
/** Older calls have been made, those of the last days wait. */
const CALLED_AFTER = 4 * DAY

/** The follow-up call that a story leads to, by the same rule as in life. */
function callOf({ row, last, states, feedback }: Told, now: Date): Prisma.FollowUpCallCreateManyInput[] {
  if (!row.reporterPhone || !states.includes('to_rate')) return []
  const round = Number(last.round ?? 1)
  const said = feedback.find((one) => one.round === round)
  const reason = reasonToCall({
    id: row.id,
    round,
    wasLate: last.wasLate === true,
    isSatisfied: said?.satisfied ?? null,
  })
  if (!reason) return []
  const ended = row.updatedAt as Date
  const isDone = now.getTime() - ended.getTime() > CALLED_AFTER
  return [
    {
      streetId: row.streetId,
      id: uuidv7(ended),
      requestId: row.id,
      round,
      dueOn: todayOf(ended),
      ...(isDone
        ? {
            outcome: 'reached',
            quality: reason === 'not-satisfied' ? 2 : 4,
            words: reason === 'not-satisfied' ? '居民说没修彻底，已安排重办。' : '居民表示已经修好。',
            calledAt: new Date(ended.getTime() + DAY),
          }
        : {}),
    },
  ]
}

import { uuidv7 } from '@/core/identifier'
import { addDays, dayOf, instantAt } from '@/core/instants'
import type { State } from '@/features/requests/life/rules'
import { REPORTER } from '@/features/requests/tracks/commands'
import type { Tx } from '@/server/db'
import { dateOf } from '@/server/term'

const MINUTE = 60_000

type Step = readonly [kind: string, to: State, byReporter?: true]

const ACCEPTED: Step = ['accept', 'accepted']
const DISPATCHED: Step = ['dispatch', 'dispatched']
const TAKEN: Step = ['take', 'in_progress']
const DONE: readonly Step[] = [ACCEPTED, DISPATCHED, TAKEN, ['finish', 'to_verify'], ['pass', 'to_rate']]
const RATED: readonly Step[] = [...DONE, ['rate-satisfied', 'closed', true]]

type Told = {
  item: string
  name: string
  room: string
  /** Days from today on which the time lies, and the hour. */
  day: number
  hour: number
  steps: readonly Step[]
  stars?: number
  words?: string
  isPaid?: true
  way?: 'cash' | 'transfer'
}

/** What was ordered in the demo street, by simulated people. */
const ORDERS: readonly Told[] = [
  {
    item: '水电急修',
    name: '王秀兰',
    room: '1单元302',
    day: -12,
    hour: 9,
    steps: RATED,
    stars: 5,
    words: '师傅准时，修得好。',
    isPaid: true,
    way: 'cash',
  },
  {
    item: '水电急修',
    name: '陈建国',
    room: '2单元101',
    day: -9,
    hour: 10,
    steps: RATED,
    stars: 4,
    isPaid: true,
    way: 'transfer',
  },
  {
    item: '管道疏通',
    name: '李桂英',
    room: '1单元501',
    day: -7,
    hour: 14,
    steps: RATED,
    stars: 5,
    words: '通了，还帮忙打扫干净。',
    isPaid: true,
    way: 'cash',
  },
  {
    item: '上门擦窗',
    name: '周明',
    room: '3单元402',
    day: -6,
    hour: 9,
    steps: RATED,
    stars: 3,
    isPaid: true,
    way: 'transfer',
  },
  {
    item: '代办跑腿',
    name: '吴凤珍',
    room: '1单元201',
    day: -4,
    hour: 15,
    steps: RATED,
    stars: 5,
    words: '帮我买药，谢谢。',
  },
  {
    item: '管道疏通',
    name: '赵海',
    room: '2单元602',
    day: -2,
    hour: 11,
    steps: DONE,
    isPaid: true,
    way: 'cash',
  },
  { item: '水电急修', name: '孙丽', room: '1单元401', day: 0, hour: 8, steps: [ACCEPTED, DISPATCHED, TAKEN] },
  { item: '水电急修', name: '徐国平', room: '2单元303', day: 1, hour: 9, steps: [ACCEPTED, DISPATCHED] },
  { item: '水电急修', name: '马玉梅', room: '1单元102', day: 1, hour: 9, steps: [ACCEPTED] },
  { item: '管道疏通', name: '朱建军', room: '3单元202', day: 2, hour: 10, steps: [] },
  { item: '上门擦窗', name: '胡静', room: '2单元502', day: 3, hour: 9, steps: [] },
  { item: '屋面防水查看', name: '林德福', room: '1单元602', day: 3, hour: 10, steps: [] },
  {
    item: '水电急修',
    name: '何敏',
    room: '2单元203',
    day: 2,
    hour: 14,
    steps: [['cancel-order', 'withdrawn', true]],
  },
]

const BOOKED_MINUTES: Record<string, number> = { 水电急修: 60, 管道疏通: 60, 上门擦窗: 120 }

/** Orders in all states, with what was paid for them and the days that are closed. */
export async function takeOrders(tx: Tx, streetId: string, now: Date): Promise<void> {
  const items = await tx.menuItem.findMany({
    relationLoadStrategy: 'join',
    where: { streetId, menuVersion: { state: 'published', menu: { zoneId: null, compoundId: null } } },
    select: {
      id: true,
      name: true,
      serviceId: true,
      priceFen: true,
      resourceId: true,
      requestCategoryId: true,
      responseAmount: true,
      responseUnit: true,
    },
  })
  const buildings = await tx.building.findMany({
    relationLoadStrategy: 'join',
    where: { streetId, endedAt: null, compound: { name: { in: ['古田新村', '三星新村', '南苑新村'] } } },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, compound: { select: { id: true, stars: true, communityId: true } } },
  })
  const worker = await tx.worker.findFirst({
    where: { streetId, endsOn: null, post: '水电工' },
    orderBy: { employeeNumber: 'asc' },
    select: { id: true },
  })
  const staff = await tx.account.findFirst({
    where: { streetId, username: 'community-staff' },
    select: { id: true, displayName: true },
  })
  const communities = new Set<string>()
  for (const [place, told] of ORDERS.entries()) {
    const item = items.find(({ name }) => name === told.item)
    const building = buildings[(place * 7) % buildings.length]
    if (!item || !building) continue
    const order = await writeOrder(tx, streetId, now, {
      told,
      item,
      building,
      place,
      workerId: worker?.id ?? null,
    })
    if (!told.isPaid || !item.priceFen || !staff) continue
    communities.add(building.compound.communityId)
    await tx.orderPayment.create({
      data: {
        streetId,
        id: uuidv7(order.paidAt),
        orderId: order.id,
        communityId: building.compound.communityId,
        way: told.way ?? 'cash',
        amountFen: item.priceFen,
        receiptNumber: told.way === 'transfer' ? `ZZ${202_600 + place}` : `SJ${1_000 + place}`,
        day: dateOf(dayOf(order.paidAt)),
        takenBy: staff.id,
        taker: staff.displayName,
        createdAt: order.paidAt,
      },
      select: { id: true },
    })
  }
  if (staff) await closeDays(tx, streetId, [...communities], staff, now)
}

type Cast = {
  told: Told
  item: {
    id: string
    name: string
    serviceId: string
    priceFen: number | null
    resourceId: string | null
    requestCategoryId: string
    responseAmount: number
    responseUnit: string
  }
  building: { id: string; compound: { id: string; stars: number } }
  place: number
  workerId: string | null
}

async function writeOrder(
  tx: Tx,
  streetId: string,
  now: Date,
  cast: Cast,
): Promise<{ id: string; paidAt: Date }> {
  const { told, item, building, place, workerId } = cast
  const startsAt = instantAt(addDays(dayOf(now), told.day), told.hour * 60)
  const minutes = BOOKED_MINUTES[told.item]
  const endsAt = minutes === undefined ? null : new Date(startsAt.getTime() + minutes * MINUTE)
  const createdAt = new Date(Math.min(startsAt.getTime(), now.getTime()) - (26 * 60 + place * 17) * MINUTE)
  const [requestId, id] = [uuidv7(createdAt), uuidv7(createdAt)]
  // Steps before the visit are spread over the time from the order on, the others over the hours of the visit.
  const first = createdAt.getTime() + 20 * MINUTE
  const stepAt = (index: number) =>
    new Date(
      index < 2
        ? first + index * 15 * MINUTE
        : Math.min(startsAt.getTime() + (index - 2) * 30 * MINUTE, now.getTime() - (9 - index) * MINUTE),
    )
  const number = `${dayOf(createdAt).replaceAll('-', '').slice(2)}-DD${String(place).padStart(3, '0')}`
  const words = item.name
  await tx.request.create({
    data: {
      streetId,
      id: requestId,
      number,
      source: 'menu',
      categoryId: item.requestCategoryId,
      words,
      place: told.room,
      compoundId: building.compound.id,
      buildingId: building.id,
      stars: building.compound.stars,
      reporterName: told.name,
      reporterPhone: `1381002${String(place).padStart(4, '0')}`,
      policy: { resolve: { amount: item.responseAmount, unit: item.responseUnit } },
      roundStartedAt: endsAt ? startsAt : createdAt,
      search: `${number}${words}${String(place).padStart(4, '0')}`.toLowerCase(),
      createdAt,
      updatedAt: createdAt,
    },
    select: { id: true },
  })
  const event = (index: number, [kind, toState, byReporter]: Step, from: State | null, at: Date) => ({
    streetId,
    id: uuidv7(at),
    requestId,
    version: index + 1,
    at,
    kind,
    fromState: from,
    toState,
    round: 1,
    actor: byReporter ? REPORTER : '指挥室调度员',
    actorKind: byReporter ? 'reporter' : 'staff',
    isPublic: true,
  })
  const states: State[] = ['submitted', ...told.steps.map(([, to]) => to)]
  await tx.requestEvent.createMany({
    data: [
      event(0, ['submit', 'submitted', true], null, createdAt),
      ...told.steps.map((step, index) => event(index + 1, step, states[index] ?? 'submitted', stepAt(index))),
    ],
  })
  const slot =
    endsAt && item.resourceId ? await slotOf(tx, streetId, item.resourceId, startsAt, endsAt) : null
  await tx.serviceOrder.create({
    data: {
      streetId,
      id,
      requestId,
      serviceId: item.serviceId,
      menuItemId: item.id,
      slotId: slot,
      startsAt: endsAt && startsAt,
      endsAt,
      quantity: 1,
      amountFen: item.priceFen ?? 0,
      createdAt,
    },
    select: { id: true },
  })
  for (const [index, [kind, state]] of told.steps.entries()) {
    const at = stepAt(index)
    await tx.request.update({
      where: { streetId_id: { streetId, id: requestId } },
      data: {
        state,
        version: index + 2,
        updatedAt: at,
        ...(kind === 'accept' ? { acceptedAt: at } : {}),
        ...(kind === 'dispatch' ? { workerId } : {}),
        ...(kind === 'take' ? { arrivedAt: at } : {}),
        ...(kind === 'finish' ? { finishedAt: at, outcome: 'solved' as const } : {}),
        ...(state === 'closed' || state === 'withdrawn' ? { closedAt: at } : {}),
      },
      select: { id: true },
    })
  }
  const last = stepAt(Math.max(0, told.steps.length - 1))
  if (told.stars)
    await tx.requestFeedback.create({
      data: {
        streetId,
        requestId,
        round: 1,
        satisfied: true,
        overall: told.stars,
        speed: told.stars,
        manner: told.stars,
        words: told.words ?? null,
        createdAt: last,
      },
      select: { round: true },
    })
  return { id, paidAt: last }
}

async function slotOf(
  tx: Tx,
  streetId: string,
  resourceId: string,
  startsAt: Date,
  endsAt: Date,
): Promise<string> {
  const { id } = await tx.orderSlot.upsert({
    where: { streetId_resourceId_startsAt: { streetId, resourceId, startsAt } },
    create: { streetId, id: uuidv7(startsAt), resourceId, startsAt, endsAt, places: 3 },
    update: {},
    select: { id: true },
  })
  return id
}

/** The communities' days are closed up to the day before yesterday. */
async function closeDays(
  tx: Tx,
  streetId: string,
  communities: readonly string[],
  staff: { id: string; displayName: string },
  now: Date,
): Promise<void> {
  const day = dateOf(addDays(dayOf(now), -3))
  const sums = await tx.orderPayment.groupBy({
    by: ['communityId', 'way'],
    where: { streetId, day: { lte: day } },
    _sum: { amountFen: true },
    _count: { id: true },
  })
  for (const communityId of communities) {
    const own = sums.filter((sum) => sum.communityId === communityId)
    const fen = (way: string) => own.find((sum) => sum.way === way)?._sum.amountFen ?? 0
    await tx.paymentClosing.create({
      data: {
        streetId,
        communityId,
        day,
        entries: own.reduce((count, { _count }) => count + _count.id, 0),
        cashFen: fen('cash'),
        transferFen: fen('transfer'),
        closedBy: staff.id,
        closer: staff.displayName,
        closedAt: new Date(now.getTime() - 2 * 86_400_000),
      },
      select: { day: true },
    })
  }
}

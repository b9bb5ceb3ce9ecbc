import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Move, State } from '@/features/requests/life/rules'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let superuser: pg.Client
let modules: typeof import('@/features/requests/life/rules') & {
  STATES: typeof import('@/features/requests/life/schema').STATES
  post: typeof import('@/features/requests/life/endpoints').postRequestMove
  file: typeof import('@/features/requests/intake/endpoints').postRequest
}
let db: typeof import('@/server/db').db
let setting: {
  streetId: string
  workerId: string
  otherWorkerId: string
  buildingId: string
  photoIds: string[]
}

const ROLES = [
  'street-admin',
  'street-staff',
  'dispatcher',
  'community-staff',
  'grid-member',
  'captain',
  'zone-lead',
  'worker',
  'resident',
  'auditor',
] as const
const callers = new Map<string, Caller>()
const as = (role: string): Caller => {
  const caller = callers.get(role)
  if (!caller) throw new Error(role)
  return caller
}

/** Which role makes which move, written down apart from the product's own table. */
const MAY: Record<string, readonly string[]> = {
  accept: ['street-admin', 'dispatcher', 'community-staff', 'grid-member', 'captain'],
  refuse: ['street-admin', 'dispatcher', 'community-staff', 'grid-member', 'captain'],
  merge: ['street-admin', 'dispatcher', 'community-staff', 'grid-member', 'captain'],
  split: ['street-admin', 'dispatcher', 'community-staff', 'grid-member', 'captain'],
  dispatch: ['street-admin', 'dispatcher', 'zone-lead'],
  reassign: ['street-admin', 'dispatcher', 'zone-lead'],
  take: ['worker'],
  return: ['worker'],
  arrive: ['worker'],
  pause: ['street-admin', 'dispatcher', 'zone-lead', 'worker'],
  resume: ['street-admin', 'dispatcher', 'zone-lead', 'worker'],
  ask: ['street-admin', 'dispatcher', 'zone-lead', 'worker'],
  'stop-waiting': ['street-admin', 'dispatcher', 'zone-lead', 'worker'],
  'hand-over': ['street-admin', 'dispatcher', 'zone-lead', 'worker'],
  'take-back': ['street-admin', 'dispatcher', 'zone-lead'],
  'outside-result': ['street-admin', 'dispatcher', 'zone-lead'],
  finish: ['worker'],
  pass: ['street-admin', 'captain', 'zone-lead'],
  'send-back': ['street-admin', 'captain', 'zone-lead'],
  'grant-reopening': ['street-admin', 'dispatcher', 'zone-lead'],
  'refuse-reopening': ['street-admin', 'dispatcher', 'zone-lead'],
  reopen: ['street-admin', 'dispatcher', 'zone-lead'],
}

beforeAll(async () => {
  database = await openOffice()
  const rules = await import('@/features/requests/life/rules')
  const { postRequestMove } = await import('@/features/requests/life/endpoints')
  const { STATES } = await import('@/features/requests/life/schema')
  const { postRequest } = await import('@/features/requests/intake/endpoints')
  modules = { ...rules, STATES, post: postRequestMove, file: postRequest }
  db = (await import('@/server/db')).db
  for (const role of ROLES) callers.set(role, await signedInAs(role))
  setting = await commonGround()
  superuser = new pg.Client(database.urls.superuser)
  await superuser.connect()
  await superuser.query('SET session_replication_role = replica')
})

afterAll(async () => {
  await superuser.end()
  await database.drop()
})

/** A building that every role of the demo reaches: the captain's own, in the grid member's grid, the zone lead's zone. */
async function commonGround(): Promise<typeof setting> {
  const captain = await db().account.findUniqueOrThrow({
    where: { username: 'captain' },
    select: { streetId: true, person: { select: { id: true } } },
  })
  const { streetId } = captain
  const building = await db().building.findFirstOrThrow({
    where: { captainBuildings: { some: { appointment: { personId: captain.person?.id ?? '' } } } },
    select: { id: true, compoundId: true, compound: { select: { communityId: true } } },
  })
  const personOf = async (username: string) =>
    (await db().person.findFirstOrThrow({ where: { account: { username } }, select: { id: true } })).id
  const member = await db().gridMember.findFirstOrThrow({
    where: { personId: await personOf('grid-member') },
  })
  await db().building.update({
    where: { streetId_id: { streetId, id: building.id } },
    data: { gridId: member.gridId },
  })
  const lead = await db().zoneLead.findFirstOrThrow({
    where: { worker: { personId: await personOf('zone-lead') } },
  })
  await db().zoneCompound.update({
    where: { streetId_compoundId: { streetId, compoundId: building.compoundId } },
    data: { zoneId: lead.zoneId },
  })
  const { communityId } = building.compound
  await db().roleGrant.updateMany({ where: { scopeKind: 'community' }, data: { scopeId: communityId } })
  const worker = await db().worker.findFirstOrThrow({ where: { personId: await personOf('worker') } })
  const other = await db().worker.findFirstOrThrow({
    where: { streetId, id: { not: worker.id }, endsOn: null },
  })
  return { streetId, workerId: worker.id, otherWorkerId: other.id, buildingId: building.id, photoIds: [] }
}

/** A request in a state, by the shortest way of real moves; the state is forced where only the reporter or the clock leads. */
async function requestIn(state: State): Promise<{ id: string; version: number }> {
  const category = await db().requestCategory.findFirstOrThrow({ where: { code: 'stair-light' } })
  const filed = await as('street-admin').call(modules.file, {
    body: { categoryId: category.id, words: '三楼灯不亮', buildingId: setting.buildingId, source: 'phone' },
  })
  expect(filed.status).toBe(201)
  const { id } = filed.body as { id: string }
  await force(id, state)
  return { id, version: 1 }
}

/** Puts a request into a state past the guards of rules and database. */
async function force(id: string, state: State): Promise<void> {
  await superuser.query('DELETE FROM rate_limit')
  const parent = await superuser.query('SELECT id FROM request WHERE id <> $1 LIMIT 1', [id])
  await superuser.query(
    `UPDATE request SET state = $2::request_state, worker_id = CASE WHEN $2 IN ('submitted', 'accepted') THEN NULL ELSE $3::uuid END,
       parent_id = $4, closed_at = CASE WHEN $2 = 'closed' THEN now() END WHERE id = $1`,
    [id, state, setting.workerId, state === 'merged' ? parent.rows[0]?.id : null],
  )
}

async function photoOf(role: string): Promise<string> {
  const { uuidv7 } = await import('@/core/identifier')
  const { id: accountId } = await db().account.findUniqueOrThrow({ where: { username: role } })
  const id = uuidv7()
  await db().requestPhoto.create({
    data: { streetId: setting.streetId, id, ownerHash: accountId, file: 'x', width: 1, height: 1, size: 1 },
  })
  return id
}

/** What each move asks for beside the version. */
async function bodyFor(
  move: Move,
  version: number,
  role: string,
  except = setting.workerId,
): Promise<object> {
  const { needs = [] } = modules.transitionOf(move)
  const { id: parentId } = (await db().request.findFirst({
    where: { state: { not: 'merged' }, buildingId: setting.buildingId, id: { not: except } },
    orderBy: { id: 'asc' },
  })) ?? { id: setting.workerId }
  return {
    move,
    version,
    ...(needs.includes('reason') || needs.includes('result') ? { words: '事由' } : {}),
    ...(needs.includes('worker') ? { workerId: setting.otherWorkerId } : {}),
    ...(needs.includes('parent') ? { parentId } : {}),
    ...(needs.includes('until') ? { until: new Date(Date.now() + 86_400_000).toISOString() } : {}),
    ...(needs.includes('result') ? { outcome: 'solved' } : {}),
    ...(needs.includes('photo') ? { photoIds: [await photoOf(role)] } : {}),
    ...(move === 'hand-over' ? { body: '供电公司' } : {}),
  }
}

test('the table of who may covers every move that staff make, and no other', () => {
  const byStaff = modules.MOVES.filter((move) =>
    modules.transitionOf(move).by.some((mover) => !['reporter', 'clock', 'order'].includes(mover)),
  )
  expect(Object.keys(MAY).sort()).toEqual([...byStaff].sort())
})

describe.each(Object.keys(MAY) as Move[])('%s', (move) => {
  test('is made by who may, from where it may, and by nobody else', async () => {
    await requestIn('accepted')
    for (const role of ROLES) {
      const [from = 'submitted'] = modules.transitionOf(move).from
      const { id, version } = await requestIn(from)
      const answer = await as(role).call(modules.post, {
        params: { id },
        body: await bodyFor(move, version, role),
      })
      const now = await db().request.findFirstOrThrow({ where: { id }, select: { state: true } })
      if (MAY[move]?.includes(role)) {
        expect(answer, `${role} ${JSON.stringify(answer.body)}`).toMatchObject({ status: 200 })
        expect(now.state, role).toBe(modules.transitionOf(move).to)
      } else {
        expect([403, 404], role).toContain(answer.status)
        expect(now.state, role).toBe(from)
      }
    }
  })

  test('is refused from every other state', async () => {
    const role = MAY[move]?.at(-1) ?? ''
    const { id, version } = await requestIn('submitted')
    for (const state of modules.STATES) {
      if (modules.transitionOf(move).from.includes(state)) continue
      await force(id, state)
      const answer = await as(role).call(modules.post, {
        params: { id },
        body: await bodyFor(move, version, role),
      })
      expect(answer.status, `${state} ${JSON.stringify(answer.body)}`).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
    }
  })
})

test('the database lets through exactly the pairs that the rules name, whoever writes', async () => {
  const allowed = new Set(modules.allowedPairs().map(([from, to]) => `${from} ${to}`))
  const wrong: string[] = []
  const { id } = await requestIn('submitted')
  await withClient(database.urls.app, async (client) => {
    for (const from of modules.STATES) {
      await force(id, from)
      for (const to of modules.STATES) {
        if (from === to || from === 'merged' || to === 'merged') continue
        await client.query('BEGIN')
        const passed = await client
          .query('UPDATE request SET state = $2::request_state WHERE id = $1', [id, to])
          .then(
            () => true,
            () => false,
          )
        await client.query('ROLLBACK')
        if (passed !== allowed.has(`${from} ${to}`)) wrong.push(`${from} → ${to}: ${passed}`)
      }
    }
  })
  expect(wrong).toEqual([])
})

test('a state that changes without an event does not survive its transaction', async () => {
  const { id } = await requestIn('submitted')
  const write = withClient(database.urls.app, (client) =>
    client.query("UPDATE request SET state = 'accepted', version = 2 WHERE id = $1", [id]),
  )
  await expect(write).rejects.toThrow('without an event')
})

test('of 50 moves of one request at once, one is made', async () => {
  const { id, version } = await requestIn('submitted')
  const tries = Array.from({ length: 50 }, (_, index) =>
    as(index % 2 ? 'dispatcher' : 'grid-member').call(modules.post, {
      params: { id },
      body: index % 3 ? { move: 'accept', version } : { move: 'refuse', version, words: '不受理' },
    }),
  )
  const statuses = (await Promise.all(tries)).map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(new Set(statuses)).toEqual(new Set([200, 409]))
  expect(await db().requestEvent.count({ where: { requestId: id } })).toBe(2)
})

test('nobody verifies their own work', async () => {
  const lead = await db().person.findFirstOrThrow({ where: { account: { username: 'zone-lead' } } })
  const own = await db().worker.findFirstOrThrow({ where: { personId: lead.id } })
  const { id, version } = await requestIn('to_verify')
  await db().request.updateMany({ where: { id }, data: { workerId: own.id } })
  const answer = await as('zone-lead').call(modules.post, { params: { id }, body: { move: 'pass', version } })
  expect(answer).toMatchObject({ status: 409, body: { code: 'own-work' } })
})

test('what the reporter is satisfied with is closed from that moment, and opens again within 14 days only', async () => {
  const { trackedRequest } = await import('@/features/requests/life/queries')
  const { moveByReporter } = await import('@/features/requests/life/commands')
  const { trackCode } = await import('@/features/requests/intake/queries')
  const now = new Date()
  const reporter = { accountId: null, name: '报事人', kind: 'reporter', photoOwner: '' } as const
  const closed = async () => {
    const { id } = await requestIn('to_rate')
    await db().$transaction(async (tx) => {
      const tracked = await trackedRequest(tx, trackCode(id))
      if (!tracked) throw new Error('the code leads to its request')
      const moved = await moveByReporter(
        tx,
        tracked.request,
        { move: 'rate-satisfied', overall: 5 },
        reporter,
        now,
      )
      expect(moved.ok).toBe(true)
    })
    return db().request.findFirstOrThrow({ where: { id } })
  }
  const reopen = ({ id, version }: { id: string; version: number }) =>
    as('dispatcher').call(modules.post, {
      params: { id },
      body: { move: 'reopen', version, words: '又坏了' },
    })

  const fresh = await closed()
  expect(fresh).toMatchObject({ state: 'closed', closedAt: now, dueAt: null })
  expect((await reopen(fresh)).status).toBe(200)
  expect(await db().request.findFirstOrThrow({ where: { id: fresh.id } })).toMatchObject({
    state: 'in_progress',
    round: 2,
    closedAt: null,
  })
  const old = await closed()
  const longAgo = new Date(now.getTime() - 15 * 86_400_000)
  await db().request.updateMany({ where: { id: old.id }, data: { closedAt: longAgo } })
  expect(await reopen(old)).toMatchObject({ status: 409, body: { code: 'reopening-expired' } })
})

test('a request goes to nobody whom the giver’s picker would not offer', async () => {
  const { uuidv7 } = await import('@/core/identifier')
  const operatorId = uuidv7()
  const workerId = uuidv7()
  const { streetId } = setting
  await db().operator.create({ data: { streetId, id: operatorId, name: '别家公司' } })
  const person = await db().person.findFirstOrThrow({ where: { streetId, workers: { none: {} } } })
  await db().worker.create({
    data: {
      streetId,
      id: workerId,
      operatorId,
      personId: person.id,
      employeeNumber: 'BJ0001',
      post: '水电工',
      startsOn: new Date('2020-01-01'),
      sortKey: '',
      search: '',
    },
  })
  const { id, version } = await requestIn('accepted')
  const give = (role: string) =>
    as(role).call(modules.post, { params: { id }, body: { move: 'dispatch', version, workerId } })
  expect(await give('zone-lead')).toMatchObject({ status: 422, body: { code: 'worker-not-free' } })
  expect((await give('street-admin')).status).toBe(200)
})

test('a pause stops the clock, and what is left runs on afterwards', async () => {
  const { id } = await requestIn('in_progress')
  const read = () => db().request.findFirstOrThrow({ where: { id } })
  const before = (await read()).dueAt
  const until = new Date(Date.now() + 3_600_000).toISOString()
  await as('worker').call(modules.post, {
    params: { id },
    body: { move: 'pause', version: 1, words: '等配件', until },
  })
  expect((await read()).dueAt).toBeNull()
  await as('worker').call(modules.post, { params: { id }, body: { move: 'resume', version: 2 } })
  const after = (await read()).dueAt
  expect(after?.getTime()).toBeGreaterThan(before?.getTime() ?? Number.POSITIVE_INFINITY)
})

test('events and feedback are written once', async () => {
  for (const table of ['request_event', 'request_feedback']) {
    const change = withClient(database.urls.app, (client) => client.query(`DELETE FROM ${table}`))
    await expect(change).rejects.toThrow('permission denied')
  }
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '@/core/instants'
import { dateOf } from '@/server/term'
import type { TestDatabase } from '../support/database'
import { type Answer, type Caller, openOffice, signedInAs } from '../support/office'

const NOWHERE = '01990000-0000-7000-8000-00000000dead'
const yesterday = addDays(dayOf(new Date()), -1)

let database: TestDatabase
let staff: Caller
let community: Caller
let db: typeof import('@/server/db')['db']
let grids: typeof import('@/features/grids/register/endpoints')

beforeAll(async () => {
  database = await openOffice()
  ;({ db } = await import('@/server/db'))
  grids = await import('@/features/grids/register/endpoints')
  staff = await signedInAs('street-staff')
  community = await signedInAs('community-staff')
})

afterAll(() => database.drop())

type Row = { id: string; name: string; version: number; community: { id: string } }
type Detail = Row & { compounds: { compound: { id: string } }[]; members: object[]; buildings: object[] }
const bodyOf = <Body>({ body }: Answer) => body as Body
const rowsOf = (answer: Answer) => bodyOf<{ rows: Row[]; total: number }>(answer)
const codeOf = (answer: Answer) => ({ status: answer.status, code: bodyOf<{ code: string }>(answer)?.code })

const scopeOf = async (username: string) => {
  const account = await db().account.findUniqueOrThrow({
    where: { username },
    select: { grants: { select: { scopeId: true } } },
  })
  return account.grants[0]?.scopeId ?? ''
}

let count = 0
const written = (communityId: string, more: object = {}) => ({
  communityId,
  code: `T${++count}`,
  name: `测试网格${count}`,
  branchName: null,
  buildingCount: null,
  civilisedCity: true,
  socialGovernance: false,
  urbanManagement: false,
  compoundIds: [],
  ...more,
})

async function added(more: object = {}, inside = true): Promise<Detail> {
  const own = await scopeOf('community-staff')
  const { id: foreign } = await db().community.findFirstOrThrow({ where: { id: { not: own } } })
  const made = await staff.call(grids.postGrid, { body: written(inside ? own : foreign, more) })
  expect(made.status).toBe(201)
  return gridOf(bodyOf<{ id: string }>(made).id)
}

const gridOf = async (id: string) => bodyOf<Detail>(await staff.call(grids.getGrid, { params: { id } }))

test('community staff meet a foreign grid as one that does not exist, in reading and in writing', async () => {
  const foreign = await added({}, false)
  const body = { ...written(foreign.community.id), version: 1 }
  for (const id of [foreign.id, NOWHERE]) {
    const params = { id }
    const answers = [
      await community.call(grids.getGrid, { params }),
      await community.call(grids.patchGrid, { params, body }),
      await community.call(grids.postGridEnd, { params, body: { version: 1 } }),
      await community.call(grids.postGridResumption, { params, body: { version: 1 } }),
    ]
    for (const answer of answers) expect(codeOf(answer)).toEqual({ status: 404, code: 'not-found' })
  }
  const placed = await community.call(grids.postGrid, { body: written(foreign.community.id) })
  expect(codeOf(placed)).toEqual({ status: 422, code: 'unknown-reference' })
})

test('a foreign compound cannot be covered, nor is it offered', async () => {
  const own = await scopeOf('community-staff')
  const foreign = await db().compound.findFirstOrThrow({ where: { communityId: { not: own } } })
  const refused = await community.call(grids.postGrid, {
    body: written(own, { compoundIds: [foreign.id] }),
  })
  expect(codeOf(refused)).toEqual({ status: 422, code: 'unknown-reference' })
  const offered = (who: Caller) => who.call(grids.getGridCompoundOptions, { query: { q: foreign.name } })
  expect(JSON.stringify((await offered(staff)).body)).toContain(foreign.id)
  expect(JSON.stringify((await offered(community)).body)).not.toContain(foreign.id)
})

test('lists, counts and exports of each role hold its own grids alone', async () => {
  const own = await scopeOf('community-staff')
  const all = rowsOf(await staff.call(grids.getGrids, { query: { size: '100' } }))
  expect(all.total).toBe(await db().grid.count({ where: { endedAt: null } }))
  const seen = rowsOf(await community.call(grids.getGrids, { query: { size: '100' } }))
  expect(seen.total).toBe(await db().grid.count({ where: { communityId: own, endedAt: null } }))
  expect(new Set(seen.rows.map(({ community: { id } }) => id))).toEqual(new Set([own]))
  expect(seen.total).toBeLessThan(all.total)
  const member = rowsOf(await (await signedInAs('grid-member')).call(grids.getGrids))
  const account = await db().account.findUniqueOrThrow({
    where: { username: 'grid-member' },
    select: { person: { select: { gridMembers: { select: { gridId: true } } } } },
  })
  expect(member.rows.map(({ id }) => id).sort()).toEqual(
    account.person?.gridMembers.map(({ gridId }) => gridId).sort(),
  )
  const { gridsToExport } = await import('@/features/grids/register/queries')
  const { gridFilter } = await import('@/features/grids/register/schema')
  const { principalOf } = await import('@/server/session')
  const principal = await principalOf(community.cookie.split('=')[1] ?? '', new Date())
  if (!principal) throw new Error('no session')
  const act = { tx: db(), principal, now: new Date(), requestId: 'test' }
  expect(await gridsToExport(act, gridFilter.parse({}))).toHaveLength(seen.total)
})

test('what community staff cannot see of a grid stays when they change it', async () => {
  const foreign = await db().compound.findFirstOrThrow({
    where: { communityId: { not: await scopeOf('community-staff') } },
  })
  const grid = await added({ compoundIds: [foreign.id] })
  const params = { id: grid.id }
  const body = { ...written(grid.community.id), version: grid.version }
  expect((await community.call(grids.patchGrid, { params, body })).status).toBe(200)
  const { compounds } = await gridOf(grid.id)
  expect(compounds.map(({ compound }) => compound.id)).toEqual([foreign.id])
})

test('a change as of an older version is refused, and a code belongs to one grid', async () => {
  const grid = await added()
  const params = { id: grid.id }
  const change = (more: object) =>
    staff.call(grids.patchGrid, { params, body: { ...written(grid.community.id), ...more } })
  expect((await change({ version: 1 })).status).toBe(200)
  expect(codeOf(await change({ version: 1 }))).toEqual({ status: 409, code: 'stale-version' })
  await added({ code: 'SAME' })
  expect(codeOf(await change({ version: 2, code: 'SAME' }))).toEqual({ status: 409, code: 'already-exists' })
})

test('of ten grids added at once with one code exactly one is made', async () => {
  const communityId = await scopeOf('community-staff')
  const answers = await Promise.all(
    Array.from({ length: 10 }, () =>
      staff.call(grids.postGrid, { body: written(communityId, { code: 'RACE' }) }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)])
})

test('grids without a member are those without one today, and such a grid alone can be ended and brought back', async () => {
  const grid = await added()
  const query = { members: 'none', size: '100', q: grid.name }
  const listed = async () => rowsOf(await staff.call(grids.getGrids, { query })).rows.map(({ id }) => id)
  expect(await listed()).toContain(grid.id)
  const someone = await db().gridMember.findFirstOrThrow()
  const id = crypto.randomUUID()
  await db().gridMember.create({
    data: { ...someone, id, gridId: grid.id, startsOn: dateOf('2026-01-01'), endsOn: null },
  })
  expect(await listed()).not.toContain(grid.id)
  const params = { id: grid.id }
  const end = (version: number) => staff.call(grids.postGridEnd, { params, body: { version } })
  expect(codeOf(await end(1))).toEqual({ status: 409, code: 'still-in-use' })
  await db().gridMember.updateMany({ where: { id }, data: { endsOn: dateOf(yesterday) } })
  expect(await listed()).toContain(grid.id)
  expect((await end(1)).status).toBe(200)
  expect(await listed()).not.toContain(grid.id)
  expect((await staff.call(grids.postGridResumption, { params, body: { version: 2 } })).status).toBe(200)
  expect(await listed()).toContain(grid.id)
})

test('a grid is found by characters, initials and code, and no answer carries a whole number', async () => {
  const grid = await added({ name: '翠竹苑网格', code: 'CZ-07' })
  for (const q of ['翠竹', 'czy', 'cz-07'])
    expect(rowsOf(await staff.call(grids.getGrids, { query: { q } })).rows.map(({ id }) => id)).toContain(
      grid.id,
    )
  const { gridId } = await db().gridMember.findFirstOrThrow({
    where: { endsOn: null, person: { phone: { not: null } } },
  })
  const one = await staff.call(grids.getGrid, { params: { id: gridId } })
  expect(JSON.stringify(one.body)).toMatch(/\*{4}/)
  expect(JSON.stringify(one.body)).not.toMatch(/1[3-9]\d{9}/)
})

test('a grid member whose term ended yesterday can read no grid at the next request', async () => {
  const member = await signedInAs('grid-member')
  expect((await member.call(grids.getGrids)).status).toBe(200)
  const { person } = await db().account.findUniqueOrThrow({
    where: { username: 'grid-member' },
    select: { person: { select: { id: true } } },
  })
  if (!person) throw new Error('no person')
  await db().gridMember.updateMany({
    where: { personId: person.id },
    data: { startsOn: dateOf('2026-01-01'), endsOn: dateOf(yesterday) },
  })
  expect(codeOf(await member.call(grids.getGrids))).toEqual({ status: 403, code: 'forbidden' })
})

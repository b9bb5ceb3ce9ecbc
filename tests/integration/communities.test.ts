import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../support/database'
import { type Answer, type Caller, openOffice, signedInAs } from '../support/office'

const NOWHERE = '01990000-0000-7000-8000-00000000dead'

let database: TestDatabase
let staff: Caller
let community: Caller
let db: typeof import('@/server/db')['db']
let communities: typeof import('@/features/places/communities/endpoints')
let streetCode: string
let own: string
let foreign: string

beforeAll(async () => {
  database = await openOffice()
  ;({ db } = await import('@/server/db'))
  communities = await import('@/features/places/communities/endpoints')
  staff = await signedInAs('street-staff')
  community = await signedInAs('community-staff')
  const account = await db().account.findUniqueOrThrow({
    where: { username: 'community-staff' },
    select: { grants: { select: { scopeId: true } }, street: { select: { code: true } } },
  })
  streetCode = account.street.code
  own = account.grants[0]?.scopeId ?? ''
  foreign = (await db().community.findFirstOrThrow({ where: { id: { not: own } } })).id
})

afterAll(() => database.drop())

type Row = {
  id: string
  name: string
  code: string | null
  version: number
  officePhone: string | null
  compounds: object[]
  grids: object[]
  buildingCount: number
}
const bodyOf = <Body>({ body }: Answer) => body as Body
const rowsOf = (answer: Answer) => bodyOf<{ rows: Row[]; total: number }>(answer)
const codeOf = (answer: Answer) => ({ status: answer.status, code: bodyOf<{ code: string }>(answer)?.code })
const rowOf = async (id: string, who = staff) =>
  bodyOf<Row>(await who.call(communities.getCommunity, { params: { id } }))

let count = 0
const OFFICE = { officePhone: '0523-80001234', officeAddress: '一楼', officeHours: '周一至周五' }
const written = (more: object = {}) => ({
  name: `测试社区${++count}`,
  code: `${streetCode}${String(900 + count)}`,
  ...OFFICE,
  ...more,
})
const add = (body: object, who = staff) => who.call(communities.postCommunity, { body })

async function added(more: object = {}): Promise<Row> {
  const made = await add(written(more))
  expect(made.status).toBe(201)
  return rowOf(bodyOf<{ id: string }>(made).id)
}

test('a community’s code has twelve digits and begins with the street’s; name and code are its own', async () => {
  const first = await added()
  expect(codeOf(await add(written({ code: '12345' })))).toEqual({ status: 400, code: 'invalid' })
  expect(codeOf(await add(written({ code: '110101001001' })))).toEqual({
    status: 422,
    code: 'outside-street-code',
  })
  for (const same of [{ name: first.name }, { code: first.code }])
    expect(codeOf(await add(written(same)))).toEqual({ status: 409, code: 'already-exists' })
  expect((await added({ code: null })).code).toBeNull()
})

test('twenty communities of one name at once: one is added, the others are told why', async () => {
  const body = written({ code: null })
  const answers = await Promise.all(Array.from({ length: 20 }, () => add(body)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  for (const answer of answers)
    if (answer.status !== 201) expect(codeOf(answer)).toEqual({ status: 409, code: 'already-exists' })
}, 60_000)

test('community staff change their own office alone, and neither its name nor another community', async () => {
  const { version, name } = await rowOf(own, community)
  const office = (id: string, read: number) =>
    community.call(communities.patchCommunityOffice, { params: { id }, body: { ...OFFICE, version: read } })
  expect((await office(own, version)).status).toBe(200)
  const kept = await rowOf(own, community)
  expect({ name: kept.name, officePhone: kept.officePhone }).toEqual({
    name,
    officePhone: OFFICE.officePhone,
  })
  expect(codeOf(await office(own, version))).toEqual({ status: 409, code: 'stale-version' })
  const params = { id: own }
  const whole = { ...written(), version: kept.version }
  const refused = [
    await community.call(communities.patchCommunity, { params, body: whole }),
    await community.call(communities.postCommunityEnd, { params, body: { version: kept.version } }),
    await add(written(), community),
    await office(foreign, 1),
    await office(NOWHERE, 1),
    await community.call(communities.getCommunity, { params: { id: foreign } }),
  ]
  for (const answer of refused) expect(codeOf(answer)).toEqual({ status: 404, code: 'not-found' })
})

test('lists and counts of each role hold its own communities, compounds, buildings and grids alone', async () => {
  const seen = rowsOf(await community.call(communities.getCommunities))
  expect(seen.rows.map(({ id }) => id)).toEqual([own])
  const [row] = seen.rows
  expect({
    compounds: row?.compounds.length,
    grids: row?.grids.length,
    buildings: row?.buildingCount,
  }).toEqual({
    compounds: await db().compound.count({ where: { communityId: own, endedAt: null } }),
    grids: await db().grid.count({ where: { communityId: own, endedAt: null } }),
    buildings: await db().building.count({ where: { compound: { communityId: own }, endedAt: null } }),
  })
  const captain = await signedInAs('captain')
  const [narrow] = rowsOf(await captain.call(communities.getCommunities)).rows
  const account = await db().account.findUniqueOrThrow({
    where: { username: 'captain' },
    select: {
      person: { select: { appointments: { select: { buildings: { select: { buildingId: true } } } } } },
    },
  })
  const buildings = account.person?.appointments.flatMap((one) => one.buildings)
  expect(narrow?.buildingCount).toBe(buildings?.length)
  const { communitiesToExport } = await import('@/features/places/communities/queries')
  const { communityFilter } = await import('@/features/places/communities/schema')
  const { principalOf } = await import('@/server/session')
  const principal = await principalOf(community.cookie.split('=')[1] ?? '', new Date())
  if (!principal) throw new Error('no session')
  const act = { tx: db(), principal, now: new Date(), requestId: 'test' }
  const exported = await communitiesToExport(act, communityFilter.parse({}))
  expect(exported.map(({ id }) => id)).toEqual([own])
})

test('a community in use is not ended; an empty one is, is not changed then, and comes back', async () => {
  const end = (id: string, version: number) =>
    staff.call(communities.postCommunityEnd, { params: { id }, body: { version } })
  const used = await rowOf(foreign)
  expect(codeOf(await end(foreign, used.version))).toEqual({ status: 409, code: 'still-in-use' })
  const empty = await added()
  expect((await end(empty.id, 1)).status).toBe(200)
  expect(codeOf(await end(empty.id, 2))).toEqual({ status: 409, code: 'has-ended' })
  const params = { id: empty.id }
  const changed = await staff.call(communities.patchCommunity, { params, body: { ...written(), version: 2 } })
  expect(codeOf(changed)).toEqual({ status: 409, code: 'has-ended' })
  const ended = rowsOf(await staff.call(communities.getCommunities, { query: { ended: 'yes' } }))
  expect(ended.rows.map(({ id }) => id)).toEqual([empty.id])
  const back = await staff.call(communities.postCommunityResumption, { params, body: { version: 2 } })
  expect(back.status).toBe(200)
  expect((await rowOf(empty.id)).version).toBe(3)
})

test('a change is found by the new name and code, and told in the history', async () => {
  const { id, version, code } = await added()
  const params = { id }
  const body = { name: '银杏苑社区', code, ...OFFICE, officeHours: null, version }
  expect((await staff.call(communities.patchCommunity, { params, body })).status).toBe(200)
  for (const q of ['银杏', 'yxy', String(code)]) {
    const { rows } = rowsOf(await staff.call(communities.getCommunities, { query: { q } }))
    expect(rows.map((row) => row.id)).toContain(id)
  }
  const entry = await db().auditEntry.findFirstOrThrow({
    where: { action: 'community.change', subjectId: id },
  })
  expect(entry.changes).toMatchObject({
    name: { to: '银杏苑社区' },
    officeHours: { from: '周一至周五', to: null },
  })
})

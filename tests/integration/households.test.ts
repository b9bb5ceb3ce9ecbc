import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let households: typeof import('@/features/places/households/endpoints')
let stairwells: typeof import('@/features/places/stairwells/endpoints')
let buildings: typeof import('@/features/places/buildings/endpoints')
let compounds: typeof import('@/features/places/compounds/endpoints')
let db: typeof import('@/server/db').db
let admin: Caller
let community: Caller

beforeAll(async () => {
  database = await openOffice()
  households = await import('@/features/places/households/endpoints')
  stairwells = await import('@/features/places/stairwells/endpoints')
  buildings = await import('@/features/places/buildings/endpoints')
  compounds = await import('@/features/places/compounds/endpoints')
  db = (await import('@/server/db')).db
  admin = await signedInAs('street-admin')
  community = await signedInAs('community-staff')
})

afterAll(() => database.drop())

type Stairwell = { id: string; number: number; name: string; isEnded: boolean }
type Building = {
  id: string
  version: number
  stairwellCount: number
  compound: { id: string; name: string; community: { id: string } }
  stairwells: Stairwell[]
}
type Page = { total: number; next: string | null; rows: { id: string; room: string; version: number }[] }

const read = async (id: string): Promise<Building> =>
  (await admin.call(buildings.getBuilding, { params: { id } })).body as Building

/** The nth building that the community's own staff sees. */
async function own(nth: number): Promise<Building & { entrance: Stairwell }> {
  const { body } = await community.call(buildings.getBuildings, { query: { size: '20' } })
  const row = (body as { rows: { id: string }[] }).rows[nth]
  if (!row) throw new Error('the demo has buildings')
  const building = await read(row.id)
  const [entrance] = building.stairwells
  if (!entrance) throw new Error('a building has a stairwell')
  return { ...building, entrance }
}

const ends = { floorFrom: 1, floorTo: 3, doorFrom: 1, doorTo: 4 }
const inText = (range: Record<string, string | number>) =>
  Object.fromEntries(Object.entries(range).map(([name, value]) => [name, String(value)]))

const roomsOf = async (stairwellId: string) =>
  (await db().household.findMany({ where: { stairwellId }, orderBy: { sortKey: 'asc' } })).map(
    ({ room }) => room,
  )

test('a range adds what its preview names, and leaves out what exists', async () => {
  const { id, entrance } = await own(0)
  const stairwellId = entrance.id
  const one = await community.call(households.postHousehold, {
    params: { id },
    body: { stairwellId, room: '１０２室' },
  })
  expect(one.status).toBe(201)
  expect(
    await community.call(households.postHousehold, { params: { id }, body: { stairwellId, room: '102' } }),
  ).toMatchObject({ status: 409, body: { code: 'already-exists', fields: { room: expect.any(String) } } })
  const range = { stairwellId, ...ends }
  const preview = await community.call(households.getHouseholdRange, { params: { id }, query: inText(range) })
  const { added, existing } = preview.body as { added: string[]; existing: { room: string }[] }
  expect(existing).toEqual([{ room: '102', isEnded: false }])
  expect(added).toHaveLength(11)
  const written = await community.call(households.postHouseholdRange, { params: { id }, body: range })
  expect(written).toMatchObject({ status: 201, body: { count: 11 } })
  expect((await roomsOf(stairwellId)).sort()).toEqual([...added, '102'].sort())
  expect(await community.call(households.postHouseholdRange, { params: { id }, body: range })).toMatchObject({
    status: 409,
    body: { code: 'already-exists' },
  })
  const list = async (query: Record<string, string>) =>
    (await community.call(households.getHouseholds, { params: { id }, query })).body as Page
  const first = await list({ size: '10' })
  expect(first.total).toBe(12)
  const second = await list({ size: '10', cursor: String(first.next) })
  expect([...first.rows, ...second.rows].map(({ room }) => room)).toEqual(await roomsOf(stairwellId))
  expect((await list({ q: '30' })).rows.map(({ room }) => room)).toEqual(['301', '302', '303', '304'])
})

test('two ranges at once give every door once', async () => {
  const { id, entrance } = await own(1)
  const add = (floorTo: number) =>
    admin.call(households.postHouseholdRange, {
      params: { id },
      body: { stairwellId: entrance.id, ...ends, floorTo, doorTo: 10 },
    })
  for (const { status } of await Promise.all([add(30), add(20), add(30)]))
    expect([201, 409]).toContain(status)
  const rooms = await roomsOf(entrance.id)
  expect(rooms).toHaveLength(300)
  expect(new Set(rooms).size).toBe(300)
})

test('a range that is too long or runs backwards is refused at its field', async () => {
  const { id, entrance } = await own(1)
  const add = (range: object) =>
    admin.call(households.postHouseholdRange, {
      params: { id },
      body: { stairwellId: entrance.id, ...ends, ...range },
    })
  expect(await add({ floorTo: 120, doorTo: 99 })).toMatchObject({
    status: 400,
    body: { fields: { floorTo: expect.stringContaining('400') } },
  })
  expect(await add({ doorFrom: 5 })).toMatchObject({
    status: 400,
    body: { fields: { doorTo: expect.any(String) } },
  })
})

test('a door is renamed as of its version, ends and comes back', async () => {
  const { id, entrance } = await own(2)
  const added = await community.call(households.postHousehold, {
    params: { id },
    body: { stairwellId: entrance.id, room: '101' },
  })
  const params = { id: (added.body as { id: string }).id }
  const rename = (room: string, version: number) =>
    community.call(households.patchHousehold, { params, body: { room, version } })
  expect((await rename('101A', 1)).status).toBe(200)
  expect(await rename('101B', 1)).toMatchObject({ status: 409, body: { code: 'stale-version' } })
  const body = (version: number) => ({ params, body: { version } })
  expect((await community.call(households.postHouseholdEnd, body(2))).status).toBe(200)
  expect(await rename('101B', 3)).toMatchObject({ body: { code: 'has-ended' } })
  expect((await community.call(households.postHouseholdResumption, body(3))).status).toBe(200)
})

test('another community’s households and stairwells do not exist for a community', async () => {
  const { compound } = await own(0)
  const foreign = await db().building.findFirstOrThrow({
    where: { compound: { communityId: { not: compound.community.id } }, stairwells: { some: {} } },
    select: { id: true, version: true, stairwells: { take: 1, select: { id: true } } },
  })
  const stairwellId = foreign.stairwells[0]?.id ?? ''
  const params = { id: foreign.id }
  const added = await admin.call(households.postHousehold, { params, body: { stairwellId, room: '101' } })
  const household = { id: (added.body as { id: string }).id }
  const version = { version: 1 }
  const range = { stairwellId, ...ends }
  for (const answer of [
    await community.call(households.getHouseholds, { params }),
    await community.call(households.postHousehold, { params, body: { stairwellId, room: '102' } }),
    await community.call(households.getHouseholdRange, { params, query: inText(range) }),
    await community.call(households.postHouseholdRange, { params, body: range }),
    await community.call(households.postHouseholdExport, { params, body: {} }),
    await community.call(households.getHousehold, { params: household }),
    await community.call(households.patchHousehold, { params: household, body: { room: '9', ...version } }),
    await community.call(households.postHouseholdEnd, { params: household, body: version }),
    await community.call(stairwells.postStairwell, {
      params,
      body: { number: null, name: null, version: foreign.version },
    }),
    await community.call(stairwells.postStairwellEnd, {
      params: { id: stairwellId },
      body: { version: foreign.version },
    }),
  ])
    expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } })
  const mine = await own(0)
  expect(
    await community.call(households.postHousehold, {
      params: { id: mine.id },
      body: { stairwellId, room: '909' },
    }),
  ).toMatchObject({ status: 422, body: { fields: { stairwellId: expect.any(String) } } })
})

test('a stairwell is added with the next number, renamed, and its sheet goes when it ends', async () => {
  const { id, version, stairwellCount, stairwells: before } = await own(3)
  const next = Math.max(...before.map(({ number }) => number)) + 1
  const add = (number: number | null, at: number) =>
    community.call(stairwells.postStairwell, { params: { id }, body: { number, name: null, version: at } })
  expect((await add(null, version)).status).toBe(201)
  expect(await add(next, version + 1)).toMatchObject({
    status: 409,
    body: { code: 'already-exists', fields: { number: expect.any(String) } },
  })
  expect(await add(null, version)).toMatchObject({ body: { code: 'stale-version' } })
  const after = await read(id)
  expect(after.stairwellCount).toBe(stairwellCount)
  const added = after.stairwells.find(({ number }) => number === next)
  if (!added) throw new Error('it was added')
  expect(added.name).toBe(`${next}单元`)
  const params = { id: added.id }
  const rename = (name: string, at: number) =>
    community.call(stairwells.patchStairwell, { params, body: { name, version: at } })
  expect(await rename(before[0]?.name ?? '', after.version)).toMatchObject({
    body: { code: 'already-exists' },
  })
  expect((await rename('东单元', after.version)).status).toBe(200)
  const { draftSheets } = await import('@/features/sheets/queries')
  const { streetId } = await db().stairwell.findFirstOrThrow({ where: { id: added.id } })
  const sheets = async () =>
    (await draftSheets(db(), streetId, { stairwellId: added.id }, new Date(), 'http://localhost')).length
  expect(await sheets()).toBe(1)
  const end = await community.call(stairwells.postStairwellEnd, {
    params,
    body: { version: after.version + 1 },
  })
  expect(end.status).toBe(200)
  expect(await sheets()).toBe(0)
  expect(
    await community.call(households.postHousehold, {
      params: { id },
      body: { stairwellId: added.id, room: '101' },
    }),
  ).toMatchObject({ status: 422 })
  const back = await community.call(stairwells.postStairwellResumption, {
    params,
    body: { version: after.version + 2 },
  })
  expect(back.status).toBe(200)
  expect(await sheets()).toBe(1)
})

test('a building with a captain appointed for a later day stays in use', async () => {
  const free = await db().building.findFirstOrThrow({
    where: { endedAt: null, captainBuildings: { none: {} } },
  })
  const { appointmentId } = await db().captainBuilding.findFirstOrThrow({
    where: { streetId: free.streetId },
  })
  await db().captainBuilding.create({
    data: {
      streetId: free.streetId,
      buildingId: free.id,
      appointmentId,
      startsOn: new Date('2199-01-01T00:00:00Z'),
    },
  })
  const end = await admin.call(buildings.postBuildingEnd, {
    params: { id: free.id },
    body: { version: free.version },
  })
  expect(end).toMatchObject({ status: 409, body: { code: 'still-in-use' } })
})

test('a renamed compound’s buildings are found by its new name', async () => {
  const { compound } = await own(0)
  const { body } = await admin.call(compounds.getCompound, { params: { id: compound.id } })
  const before = body as Record<string, unknown>
  const { compoundChanges } = await import('@/features/places/compounds/schema')
  const kept = Object.fromEntries(
    Object.keys(compoundChanges.shape).map((name) => [name, before[name] ?? null]),
  )
  const renamed = await admin.call(compounds.patchCompound, {
    params: { id: compound.id },
    body: { ...kept, communityId: compound.community.id, name: '碧水云天' },
  })
  expect(renamed.status).toBe(200)
  const found = (await admin.call(buildings.getBuildings, { query: { q: 'bsyt' } })).body as Page
  expect(found.total).toBe(await db().building.count({ where: { compoundId: compound.id, endedAt: null } }))
})

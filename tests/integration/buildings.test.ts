import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let buildings: typeof import('@/features/places/buildings/endpoints')
let search: typeof import('@/features/insights/search/endpoints')
let db: typeof import('@/server/db').db
let admin: Caller
let community: Caller
let captain: Caller

beforeAll(async () => {
  database = await openOffice()
  buildings = await import('@/features/places/buildings/endpoints')
  search = await import('@/features/insights/search/endpoints')
  db = (await import('@/server/db')).db
  admin = await signedInAs('street-admin')
  community = await signedInAs('community-staff')
  captain = await signedInAs('captain')
})

afterAll(() => database.drop())

type Found = { groups: { label: string; items: { id: string; label: string; detail?: string }[] }[] }
type Listed = {
  total: number
  rows: { id: string; name: string; version: number; compound: { name: string } }[]
}

const list = async (caller: Caller, query: Record<string, string> = {}): Promise<Listed> => {
  const { body, status } = await caller.call(buildings.getBuildings, { query })
  expect(status).toBe(200)
  return body as Listed
}

const anyCompound = () =>
  db().compound.findFirstOrThrow({ where: { name: '古田新村' }, select: { id: true, communityId: true } })

const fields = { gridId: null, floors: 6, householdCount: 24 }

test('the buildings that nobody looks after are those that the registers leave without a captain', async () => {
  expect((await list(admin)).total).toBe(629)
  expect((await list(admin, { captain: 'none' })).total).toBe(8)
  expect((await list(admin, { captain: 'any' })).total).toBe(621)
})

test('a list, a search and an export reach as far as the role does', async () => {
  const whole = await list(admin)
  const own = await list(community)
  const held = await list(captain)
  expect(own.total).toBeLessThan(whole.total)
  expect(own.total).toBeGreaterThan(held.total)
  expect(held.total).toBeGreaterThan(0)
  const names = new Set((await list(community, { size: '100' })).rows.map(({ compound }) => compound.name))
  const found = await community.call(search.getSearch, { query: { q: '1幢' } })
  const groups = (found.body as { groups: { label: string; items: { label: string }[] }[] }).groups
  const hits = groups.find(({ label }) => label === '楼栋')?.items ?? []
  for (const { label } of hits) expect([...names].some((name) => label.startsWith(name))).toBe(true)
})

test('a building is found by its compound’s initials and its number', async () => {
  const { rows } = await list(admin, { q: 'gtxc3' })
  expect(rows.length).toBeGreaterThan(0)
  for (const { compound } of rows) expect(compound.name).toBe('古田新村')
})

test('a new building comes with stairwells, notice boards and codes, and its number is its own', async () => {
  const { id: compoundId } = await anyCompound()
  const added = await admin.call(buildings.postBuilding, {
    body: { ...fields, compoundId, name: '98号楼', stairwellCount: 3 },
  })
  expect(added.status).toBe(201)
  const { id } = added.body as { id: string }
  const one = await admin.call(buildings.getBuilding, { params: { id } })
  const { stairwells } = one.body as { stairwells: { code: string | null }[] }
  expect(stairwells).toHaveLength(3)
  expect(new Set(stairwells.map(({ code }) => code)).size).toBe(3)
  const again = await admin.call(buildings.postBuilding, {
    body: { ...fields, compoundId, name: '98幢', stairwellCount: 1 },
  })
  expect(again).toMatchObject({
    status: 409,
    body: { code: 'already-exists', fields: { name: expect.any(String) } },
  })
  const nonsense = await admin.call(buildings.postBuilding, {
    body: { ...fields, compoundId, name: '？？', stairwellCount: 1 },
  })
  expect(nonsense).toMatchObject({
    status: 400,
    body: { fields: { name: expect.stringContaining('楼栋号') } },
  })
})

test('a building whose captain is in office stays in use; one without ends and comes back', async () => {
  const led = (await list(admin, { captain: 'any' })).rows[0]
  const free = (await list(admin, { captain: 'none' })).rows[0]
  if (!led || !free) throw new Error('the demo has both')
  const end = (id: string, version: number) =>
    admin.call(buildings.postBuildingEnd, { params: { id }, body: { version } })
  expect(await end(led.id, led.version)).toMatchObject({ status: 409, body: { code: 'still-in-use' } })
  expect((await end(free.id, free.version)).status).toBe(200)
  expect(await end(free.id, free.version)).toMatchObject({ status: 409, body: { code: 'has-ended' } })
  const back = await admin.call(buildings.postBuildingResumption, {
    params: { id: free.id },
    body: { version: free.version + 1 },
  })
  expect(back.status).toBe(200)
})

test('a stale version loses, and another community’s building does not exist for a community', async () => {
  const [mine] = (await list(community)).rows
  if (!mine) throw new Error('the demo has one')
  const change = (caller: Caller, id: string, version: number) =>
    caller.call(buildings.patchBuilding, { params: { id }, body: { ...fields, name: mine.name, version } })
  expect((await change(community, mine.id, mine.version)).status).toBe(200)
  expect(await change(community, mine.id, mine.version)).toMatchObject({ body: { code: 'stale-version' } })
  const own = await db().building.findFirstOrThrow({
    where: { id: mine.id },
    select: { compound: { select: { communityId: true } } },
  })
  const foreign = await db().building.findFirstOrThrow({
    where: { compound: { communityId: { not: own.compound.communityId } } },
  })
  expect(await change(community, foreign.id, foreign.version)).toMatchObject({ status: 404 })
})

test('a captain is found by initials and by the phone’s last four, and is told with the buildings in sight alone', async () => {
  const mine = (await list(captain, { size: '100' })).rows.map(
    ({ compound, name }) => `${compound.name}${name}`,
  )
  const held = await db().captainAppointment.findFirstOrThrow({
    where: { person: { account: { is: { username: 'captain' } } } },
    select: { id: true, person: { select: { name: true, phone: true } } },
  })
  const { searchText } = await import('@/server/pinyin')
  const words = [searchText(held.person.name).split(' ').at(-1) ?? '', held.person.phone?.slice(-4) ?? '']
  for (const q of words) {
    const { body } = await captain.call(search.getSearch, { query: { q } })
    const groups = (body as Found).groups
    const hits = groups.find(({ label }) => label === '楼栋长')?.items ?? []
    expect(
      hits.map(({ id }) => id),
      q,
    ).toContain(held.id)
    for (const { detail } of hits) for (const site of detail?.split('、') ?? []) expect(mine).toContain(site)
  }
})

test('a worker finds service points and no register that is closed to workers', async () => {
  const worker = await signedInAs('worker')
  const { body, status } = await worker.call(search.getSearch, { query: { q: '1', lang: 'en' } })
  expect(status).toBe(200)
  expect(
    (body as Found).groups.map(({ label }) => label).filter((label) => label !== 'Service points'),
  ).toEqual([])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '@/core/instants'
import { dateOf } from '@/server/term'
import type { TestDatabase } from '../support/database'
import { type Answer, type Caller, openOffice, signedInAs } from '../support/office'

const NOWHERE = '01990000-0000-7000-8000-00000000dead'
const today = dayOf(new Date())
const yesterday = addDays(today, -1)

let database: TestDatabase
let staff: Caller
let community: Caller
let db: typeof import('@/server/db')['db']
let captains: typeof import('@/features/captains/appointments/endpoints')
let consents: typeof import('@/features/people/consents/endpoints')
let options: typeof import('@/features/captains/buildings/endpoints')

beforeAll(async () => {
  database = await openOffice()
  ;({ db } = await import('@/server/db'))
  captains = await import('@/features/captains/appointments/endpoints')
  consents = await import('@/features/people/consents/endpoints')
  options = await import('@/features/captains/buildings/endpoints')
  staff = await signedInAs('street-staff')
  community = await signedInAs('community-staff')
})

afterAll(() => database.drop())

type Row = {
  id: string
  version: number
  state: string
  startsOn: string
  endsOn: string | null
  person: { id: string; name: string; maskedPhone: string | null; consent: object | null }
  buildings: { startsOn: string; endsOn: string | null; building: { id: string; name: string } }[]
}
const bodyOf = <Body>({ body }: Answer) => body as Body
const rowsOf = (answer: Answer) => bodyOf<{ rows: Row[]; total: number }>(answer)
const codeOf = (answer: Answer) => ({ status: answer.status, code: bodyOf<{ code: string }>(answer)?.code })

const ownCommunityId = async () => {
  const account = await db().account.findUniqueOrThrow({
    where: { username: 'community-staff' },
    select: { grants: { select: { scopeId: true } } },
  })
  return account.grants[0]?.scopeId ?? ''
}

/** Buildings that have never had a captain, in the community or outside it. */
async function freeBuildings(count: number, inside?: boolean): Promise<string[]> {
  const communityId = await ownCommunityId()
  const where =
    inside === undefined ? {} : { compound: { communityId: inside ? communityId : { not: communityId } } }
  const one = await db().building.findFirstOrThrow({ where, orderBy: { id: 'asc' } })
  const free = await db().building.findMany({
    where: { ...where, captainBuildings: { none: {} } },
    orderBy: { id: 'asc' },
    take: count,
  })
  const ids = free.map(({ id }) => id)
  for (let number = ids.length; number < count; number++) {
    const { gridId: _, ...kept } = one
    const id = crypto.randomUUID()
    await db().building.create({
      data: { ...kept, id, number: `9${number}${id.slice(0, 6)}`, name: `9${number}幢` },
    })
    ids.push(id)
  }
  return ids
}

let numbers = 0
const appointment = (buildingIds: string[], more: object = {}) => ({
  name: '严小雨',
  phone: `1390000${String(1000 + numbers++)}`,
  startsOn: addDays(today, -30),
  duties: ['邻里调解'],
  doorPlaque: true,
  buildingIds,
  ...more,
})

async function appointed(more: object = {}, inside?: boolean): Promise<Row & { buildingIds: string[] }> {
  const buildingIds = await freeBuildings(1, inside)
  const made = await staff.call(captains.postCaptain, { body: appointment(buildingIds, more) })
  expect(made.status).toBe(201)
  const { id } = bodyOf<{ id: string }>(made)
  return { ...(await rowOf(id)), buildingIds }
}

const rowOf = async (id: string) => bodyOf<Row>(await staff.call(captains.getCaptain, { params: { id } }))

const changesOf = ({ person, version, buildings }: Row, more: object = {}) => ({
  name: person.name,
  version,
  duties: [],
  doorPlaque: false,
  buildingIds: buildings.filter(({ endsOn }) => endsOn === null).map(({ building }) => building.id),
  ...more,
})

/** The captains on the sheets of a building, as they would be drawn now. */
async function onSheetsOf(buildingId: string) {
  const { draftSheets } = await import('@/features/sheets/queries')
  const building = await db().building.findFirstOrThrow({ where: { id: buildingId } })
  const { streetId } = building
  const stairwell = { streetId, buildingId, endedAt: null }
  if ((await db().noticeBoard.count({ where: { stairwell } })) === 0) {
    const [stairwellId, boardId] = [crypto.randomUUID(), crypto.randomUUID()]
    await db().stairwell.create({ data: { streetId, id: stairwellId, buildingId, number: 1, name: '1单元' } })
    await db().noticeBoard.create({ data: { streetId, id: boardId, stairwellId } })
    await db().publicCode.create({ data: { streetId, boardId, code: stairwellId.slice(0, 12) } })
  }
  const drafts = await draftSheets(db(), streetId, { stairwell }, new Date(), 'http://localhost')
  return drafts[0]?.view.captains
}

test('of twenty appointments for one building at once exactly one is made, the others are told why', async () => {
  const buildingIds = await freeBuildings(1)
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => staff.call(captains.postCaptain, { body: appointment(buildingIds) })),
  )
  const made = answers.filter(({ status }) => status === 201)
  expect(made).toHaveLength(1)
  for (const answer of answers)
    if (answer !== made[0]) expect(codeOf(answer)).toEqual({ status: 409, code: 'building-has-captain' })
  expect(await db().captainBuilding.count({ where: { buildingId: buildingIds[0] ?? '' } })).toBe(1)
}, 60_000)

test('a race that only the table sees is the same conflict', async () => {
  const { answerFault } = await import('@/server/api-error')
  const held = await db().captainBuilding.findFirstOrThrow({ where: { endsOn: null } })
  const other = await appointed()
  const fault = await db()
    .captainBuilding.create({ data: { ...held, appointmentId: other.id } })
    .catch((why: unknown) => why)
  const answer = answerFault(fault, 'en', 'test')
  expect({ status: answer.status, code: (await answer.json()).code }).toEqual({
    status: 409,
    code: 'building-has-captain',
  })
})

test('community staff of another community meet a foreign appointment as one that does not exist', async () => {
  const foreign = await appointed({ name: '隔壁社区' }, false)
  for (const id of [foreign.id, NOWHERE]) {
    const params = { id }
    const one = await community.call(captains.getCaptain, { params })
    const changed = await community.call(captains.patchCaptain, { params, body: changesOf(foreign) })
    const ended = await community.call(captains.postCaptainEnd, {
      params,
      body: { version: 1, endsOn: today, reason: '换届' },
    })
    for (const answer of [one, changed, ended])
      expect(codeOf(answer)).toEqual({ status: 404, code: 'not-found' })
  }
  for (const id of [foreign.person.id, NOWHERE]) {
    const given = { givenOn: today, source: 'paper', textVersion: 'sheet-2021-11' }
    const answer = await community.call(consents.postPersonConsent, { params: { id }, body: given })
    expect(codeOf(answer)).toEqual({ status: 404, code: 'not-found' })
  }
})

test('lists, counts, exports and pickers of a community hold nothing of another', async () => {
  const foreign = await appointed({ name: '欧阳远方' }, false)
  const own = await appointed({ name: '欧阳近处' }, true)
  const query = { q: '欧阳' }
  const all = rowsOf(await staff.call(captains.getCaptains, { query }))
  expect(all.rows.map(({ id }) => id).sort()).toEqual([foreign.id, own.id].sort())
  const seen = rowsOf(await community.call(captains.getCaptains, { query }))
  expect({ ids: seen.rows.map(({ id }) => id), total: seen.total }).toEqual({ ids: [own.id], total: 1 })
  const inForeign = await db().building.findFirstOrThrow({ where: { id: foreign.buildingIds[0] ?? '' } })
  const byCompound = await community.call(captains.getCaptains, { query: { compound: inForeign.compoundId } })
  expect(rowsOf(byCompound).total).toBe(0)
  const { captainsToExport } = await import('@/features/captains/appointments/queries')
  const { captainFilter } = await import('@/features/captains/appointments/schema')
  const { principalOf } = await import('@/server/session')
  const principal = await principalOf(community.cookie.split('=')[1] ?? '', new Date())
  if (!principal) throw new Error('no session')
  const act = { tx: db(), principal, now: new Date(), requestId: 'test' }
  const exported = await captainsToExport(act, captainFilter.parse(query))
  expect(exported.map(({ id }) => id)).toEqual([own.id])
  const picked = await community.call(options.getBuildingOptions, { query: { q: '1' } })
  const offered = bodyOf<{ groups: { items: { id: string }[] }[] }>(picked).groups.flatMap(
    ({ items }) => items,
  )
  expect(offered.length).toBeGreaterThan(0)
  expect(
    await db().building.count({
      where: {
        id: { in: offered.map(({ id }) => id) },
        compound: { communityId: { not: await ownCommunityId() } },
      },
    }),
  ).toBe(0)
})

test('community staff appoint for their own buildings only, and cannot write a term that reaches further', async () => {
  const [own = '', foreign = ''] = [...(await freeBuildings(1, true)), ...(await freeBuildings(1, false))]
  const refused = await community.call(captains.postCaptain, { body: appointment([own, foreign]) })
  expect(codeOf(refused)).toEqual({ status: 422, code: 'unknown-reference' })
  const made = await staff.call(captains.postCaptain, { body: appointment([own, foreign]) })
  const params = { id: bodyOf<{ id: string }>(made).id }
  const seen = bodyOf<Row>(await community.call(captains.getCaptain, { params }))
  expect(seen.buildings.map(({ building }) => building.id)).toEqual([own])
  const body = { version: 1, endsOn: today, reason: '换届' }
  expect(codeOf(await community.call(captains.postCaptainEnd, { params, body })).status).toBe(404)
})

test('a captain whose term ended yesterday can do nothing of a captain’s at the next request', async () => {
  const captain = await signedInAs('captain')
  expect((await captain.call(captains.getCaptains)).status).toBe(200)
  const account = await db().account.findUniqueOrThrow({
    where: { username: 'captain' },
    select: { person: { select: { appointments: { select: { id: true } } } } },
  })
  const { principalOf } = await import('@/server/session')
  const cookie = captain.cookie.split('=')[1] ?? ''
  for (const { id } of account.person?.appointments ?? []) {
    await db().captainAppointment.updateMany({ where: { id }, data: { startsOn: dateOf('2026-01-01') } })
    await db().captainBuilding.updateMany({
      where: { appointmentId: id },
      data: { startsOn: dateOf('2026-01-01') },
    })
    const { version } = await rowOf(id)
    const body = { version, endsOn: yesterday, reason: '换届' }
    expect((await staff.call(captains.postCaptainEnd, { params: { id }, body })).status).toBe(200)
  }
  expect((await principalOf(cookie, new Date()))?.grants).toEqual([])
  expect(codeOf(await captain.call(captains.getCaptains))).toEqual({ status: 403, code: 'forbidden' })
})

test('a change as of an older version is refused, and a second captain too', async () => {
  const captain = await appointed()
  const params = { id: captain.id }
  const change = (body: object) => staff.call(captains.patchCaptain, { params, body })
  expect((await change(changesOf(captain, { duties: ['卫生监督'] }))).status).toBe(200)
  expect(codeOf(await change(changesOf(captain)))).toEqual({ status: 409, code: 'stale-version' })
  const other = await appointed()
  const taken = changesOf(await rowOf(captain.id), { buildingIds: other.buildingIds })
  expect(codeOf(await change(taken))).toEqual({ status: 409, code: 'building-has-captain' })
})

test('a building given up stays in the history with its days, and is free for the next captain', async () => {
  const captain = await appointed()
  const [next = ''] = await freeBuildings(1)
  const body = changesOf(captain, { buildingIds: [next] })
  expect((await staff.call(captains.patchCaptain, { params: { id: captain.id }, body })).status).toBe(200)
  const { buildings } = await rowOf(captain.id)
  expect(buildings.map(({ building, endsOn }) => [building.id, endsOn?.slice(0, 10) ?? null])).toEqual([
    [captain.buildingIds[0], yesterday],
    [next, null],
  ])
  const successor = appointment(captain.buildingIds, { startsOn: today })
  expect((await staff.call(captains.postCaptain, { body: successor })).status).toBe(201)
})

test('the same name and number is the same person', async () => {
  const first = await appointed({ phone: '13900008888' })
  const again = await appointed({ phone: '139 0000 8888' })
  expect(again.person.id).toBe(first.person.id)
  const namesake = await appointed({ phone: '13900007777' })
  expect(namesake.person.id).not.toBe(first.person.id)
})

test('a name and number read off another community’s board give no hold on the person behind them', async () => {
  const [theirs = ''] = await freeBuildings(1, false)
  const [ours = ''] = await freeBuildings(1, true)
  const first = await staff.call(captains.postCaptain, { body: appointment([theirs], { name: '白超明' }) })
  expect(first.status).toBe(201)
  const foreign = await rowOf(bodyOf<{ id: string }>(first).id)
  const { phone } = await db().person.findFirstOrThrow({ where: { id: foreign.person.id } })
  const taken = await community.call(captains.postCaptain, {
    body: appointment([ours], { name: '白超明', phone }),
  })
  expect(taken.status).toBe(201)
  const own = await rowOf(bodyOf<{ id: string }>(taken).id)
  expect(own.person.id).not.toBe(foreign.person.id)
  const contact = (await import('@/features/people/persons/endpoints')).postPersonContact
  const ask = { params: { id: foreign.person.id }, body: { reason: '核对' } }
  expect((await community.call(contact, ask)).status).toBe(404)
})

test('who serves in another community too is renamed by the street alone', async () => {
  const [theirs = ''] = await freeBuildings(1, false)
  const [ours = ''] = await freeBuildings(1, true)
  const both = { name: '两处兼任', phone: '13800007777' }
  await staff.call(captains.postCaptain, { body: appointment([theirs], both) })
  const second = await staff.call(captains.postCaptain, { body: appointment([ours], both) })
  const row = await rowOf(bodyOf<{ id: string }>(second).id)
  const change = (caller: Caller) =>
    caller.call(captains.patchCaptain, {
      params: { id: row.id },
      body: changesOf(row, { name: '改了名' }),
    })
  expect(codeOf(await change(community))).toEqual({ status: 409, code: 'others-too' })
  expect((await change(staff)).status).toBe(200)
})

test('the number of who no longer serves is not told any more', async () => {
  const [ours = ''] = await freeBuildings(1, true)
  const made = await staff.call(captains.postCaptain, { body: appointment([ours], { name: '卸任者' }) })
  const row = await rowOf(bodyOf<{ id: string }>(made).id)
  const contact = (await import('@/features/people/persons/endpoints')).postPersonContact
  const ask = () => community.call(contact, { params: { id: row.person.id }, body: { reason: '核对' } })
  expect((await ask()).status).toBe(200)
  const ended = { startsOn: dateOf(addDays(today, -9)), endsOn: dateOf(yesterday) }
  await db().captainBuilding.updateMany({ where: { appointmentId: row.id }, data: ended })
  await db().captainAppointment.updateMany({ where: { id: row.id }, data: ended })
  expect((await ask()).status).toBe(404)
})

test('a number stands on the sheet while a consent is in force and the term lasts', async () => {
  const captain = await appointed({ phone: '13912340000' })
  const [buildingId = ''] = captain.buildingIds
  const params = { id: captain.person.id }
  const hidden = [{ name: '严小雨', phone: null }]
  const shown = [{ name: '严小雨', phone: '13912340000' }]
  const given = { givenOn: yesterday, source: 'paper', textVersion: 'sheet-2021-11' }
  const give = () => staff.call(consents.postPersonConsent, { params, body: given })
  expect(await onSheetsOf(buildingId)).toEqual(hidden)
  expect((await give()).status).toBe(201)
  expect(codeOf(await give())).toEqual({ status: 409, code: 'already-exists' })
  expect(await onSheetsOf(buildingId)).toEqual(shown)
  const body = { reason: '本人要求' }
  expect((await staff.call(consents.postPersonConsentWithdrawal, { params, body })).status).toBe(200)
  expect(await onSheetsOf(buildingId)).toEqual(hidden)
  expect((await give()).status).toBe(201)
  expect(await onSheetsOf(buildingId)).toEqual(shown)
  const end = { version: captain.version, endsOn: yesterday, reason: '换届' }
  expect((await staff.call(captains.postCaptainEnd, { params: { id: captain.id }, body: end })).status).toBe(
    200,
  )
  expect(await onSheetsOf(buildingId)).toEqual([])
})

test('a new number leaves the consent of the old one behind, and a corrected name is found and recorded', async () => {
  const captain = await appointed({ phone: '13912345001' })
  const given = { givenOn: today, source: 'spoken', textVersion: 'sheet-2021-11' }
  await staff.call(consents.postPersonConsent, { params: { id: captain.person.id }, body: given })
  const body = changesOf(captain, { name: '颜晓宇', phone: '13912346002' })
  expect((await staff.call(captains.patchCaptain, { params: { id: captain.id }, body })).status).toBe(200)
  expect((await rowOf(captain.id)).person).toMatchObject({ name: '颜晓宇', consent: null })
  for (const q of ['颜晓宇', 'yxy', '6002']) {
    const { rows } = rowsOf(await staff.call(captains.getCaptains, { query: { q } }))
    expect(rows.map(({ id }) => id)).toContain(captain.id)
  }
  const { rows } = rowsOf(await staff.call(captains.getCaptains, { query: { q: '5001' } }))
  expect(rows.map(({ id }) => id)).not.toContain(captain.id)
  const entry = await db().auditEntry.findFirstOrThrow({
    where: { action: 'captain.change', subjectId: captain.id },
  })
  expect(entry.changes).toMatchObject({
    name: { from: '严小雨', to: '颜晓宇' },
    phone: { from: null, to: null },
  })
})

test('the consent of a service point is kept by the street’s staff, and dated no later than today', async () => {
  const provider = await db().provider.findFirstOrThrow({
    where: { phone: { not: null }, consents: { some: { withdrawnAt: null } } },
  })
  const params = { id: provider.id }
  const body = { reason: '店主要求' }
  const withdraw = (who: Caller) => who.call(consents.postProviderConsentWithdrawal, { params, body })
  expect(codeOf(await withdraw(community))).toEqual({ status: 404, code: 'not-found' })
  expect((await withdraw(staff)).status).toBe(200)
  expect(codeOf(await withdraw(staff))).toEqual({ status: 404, code: 'not-found' })
  const given = { givenOn: addDays(today, 1), source: 'paper', textVersion: 'sheet-2021-11' }
  const early = await staff.call(consents.postProviderConsent, { params, body: given })
  expect(codeOf(early)).toEqual({ status: 422, code: 'in-the-future' })
})

/** Eleven digits that are no part of an id. */
const WHOLE_NUMBER = /(?<![0-9a-f-])1[3-9]\d{9}(?![0-9a-f-])/

test('no list and no record carries a whole number', async () => {
  const list = await staff.call(captains.getCaptains, { query: { size: '100', state: 'all' } })
  const { rows } = rowsOf(list)
  expect(rows.filter(({ person }) => person.maskedPhone).length).toBeGreaterThan(50)
  const id = rows.find(({ person }) => person.maskedPhone)?.id ?? ''
  const one = await staff.call(captains.getCaptain, { params: { id } })
  for (const { body } of [list, one]) expect(WHOLE_NUMBER.test(JSON.stringify(body))).toBe(false)
})

test('lists page by first day in both directions without losing or repeating anybody', async () => {
  const all = rowsOf(
    await staff.call(captains.getCaptains, { query: { q: '古田', size: '100', sort: 'startsOn' } }),
  )
  const seen: string[] = []
  let cursor: string | null = null
  type Listed = { rows: Row[]; next: string | null }
  do {
    const query: Record<string, string> = {
      q: '古田',
      size: '10',
      sort: 'startsOn',
      ...(cursor ? { cursor } : {}),
    }
    const page: Listed = bodyOf<Listed>(await staff.call(captains.getCaptains, { query }))
    seen.push(...page.rows.map(({ id }) => id))
    cursor = page.next
  } while (cursor)
  expect(seen).toEqual(all.rows.map(({ id }) => id))
  expect(new Set(seen).size).toBe(seen.length)
})

test('a term cannot end before it began, nor twice', async () => {
  const captain = await appointed()
  const params = { id: captain.id }
  const end = (version: number, endsOn: string) =>
    staff.call(captains.postCaptainEnd, { params, body: { version, endsOn, reason: '搬家' } })
  expect(codeOf(await end(1, addDays(today, -60)))).toEqual({ status: 422, code: 'ends-before-start' })
  expect((await end(1, yesterday)).status).toBe(200)
  expect(codeOf(await end(2, today))).toEqual({ status: 409, code: 'has-ended' })
})

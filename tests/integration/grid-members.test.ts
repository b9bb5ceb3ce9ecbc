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
let members: typeof import('@/features/grids/members/endpoints')
let grids: typeof import('@/features/grids/register/endpoints')
let own: string
let inside: string
let outside: string

beforeAll(async () => {
  database = await openOffice()
  ;({ db } = await import('@/server/db'))
  members = await import('@/features/grids/members/endpoints')
  grids = await import('@/features/grids/register/endpoints')
  staff = await signedInAs('street-staff')
  community = await signedInAs('community-staff')
  const account = await db().account.findUniqueOrThrow({
    where: { username: 'community-staff' },
    select: { grants: { select: { scopeId: true } } },
  })
  own = account.grants[0]?.scopeId ?? ''
  inside = (await db().grid.findFirstOrThrow({ where: { communityId: own } })).id
  outside = (await db().grid.findFirstOrThrow({ where: { communityId: { not: own } } })).id
})

afterAll(() => database.drop())

type Row = {
  id: string
  version: number
  state: string
  post: string
  person: { id: string; name: string; maskedPhone: string | null }
  grid: { id: string }
}
const bodyOf = <Body>({ body }: Answer) => body as Body
const rowsOf = (answer: Answer) => bodyOf<{ rows: Row[]; total: number; next: string | null }>(answer)
const codeOf = (answer: Answer) => ({ status: answer.status, code: bodyOf<{ code: string }>(answer)?.code })

let numbers = 0
const appointment = (gridId: string, more: object = {}) => ({
  name: '欧阳小满',
  phone: `1390001${String(1000 + numbers++)}`,
  gridId,
  post: 'full_time',
  startsOn: addDays(today, -30),
  ...more,
})
const rowOf = async (id: string) => bodyOf<Row>(await staff.call(members.getGridMember, { params: { id } }))

async function appointed(gridId: string, more: object = {}): Promise<Row> {
  const made = await staff.call(members.postGridMember, { body: appointment(gridId, more) })
  expect(made.status).toBe(201)
  return rowOf(bodyOf<{ id: string }>(made).id)
}

const change = ({ id, person, post, version }: Row, more: object = {}) =>
  staff.call(members.patchGridMember, {
    params: { id },
    body: { name: person.name, post, version, ...more },
  })

const end = ({ id, version }: Row, endsOn: string, who = staff) =>
  who.call(members.postGridMemberEnd, { params: { id }, body: { version, endsOn, reason: '调岗' } })

test('of twenty appointments of one person to one grid at once exactly one is made, the others are told why', async () => {
  const body = appointment(inside, { name: '同时任命', phone: '13900019999' })
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => staff.call(members.postGridMember, { body })),
  )
  const made = answers.filter(({ status }) => status === 201)
  expect(made).toHaveLength(1)
  for (const answer of answers)
    if (answer !== made[0]) expect(codeOf(answer)).toEqual({ status: 409, code: 'overlapping-term' })
  expect(await db().person.count({ where: { name: '同时任命' } })).toBe(1)
}, 60_000)

test('a race that only the table sees is the same conflict', async () => {
  const { answerFault } = await import('@/server/api-error')
  const { id } = await appointed(inside)
  const held = await db().gridMember.findFirstOrThrow({ where: { id } })
  const fault = await db()
    .gridMember.create({ data: { ...held, id: crypto.randomUUID() } })
    .catch((why: unknown) => why)
  const answer = answerFault(fault, 'en', 'test')
  expect({ status: answer.status, code: (await answer.json()).code }).toEqual({
    status: 409,
    code: 'overlapping-term',
  })
})

test('one person may serve in two grids, and again in the first once that term is over', async () => {
  const person = { name: '两格之人', phone: '13900018888' }
  const first = await appointed(inside, person)
  const second = await appointed(outside, person)
  expect(second.person.id).toBe(first.person.id)
  expect((await end(first, yesterday)).status).toBe(200)
  const again = await appointed(inside, { ...person, startsOn: today })
  expect(again.person.id).toBe(first.person.id)
})

test('community staff of another community meet a foreign appointment as one that does not exist', async () => {
  const foreign = await appointed(outside)
  for (const id of [foreign.id, NOWHERE]) {
    const params = { id }
    const body = { name: '改名', post: 'part_time', version: 1 }
    const one = await community.call(members.getGridMember, { params })
    const changed = await community.call(members.patchGridMember, { params, body })
    const ended = await end({ ...foreign, id }, today, community)
    for (const answer of [one, changed, ended])
      expect(codeOf(answer)).toEqual({ status: 404, code: 'not-found' })
  }
  for (const gridId of [outside, NOWHERE]) {
    const refused = await community.call(members.postGridMember, { body: appointment(gridId) })
    expect(codeOf(refused)).toEqual({ status: 422, code: 'unknown-reference' })
  }
})

test('lists, counts, exports and pickers of a community hold nothing of another', async () => {
  const foreign = await appointed(outside, { name: '司徒远方' })
  const near = await appointed(inside, { name: '司徒近处' })
  const query = { q: '司徒' }
  const all = rowsOf(await staff.call(members.getGridMembers, { query }))
  expect(all.rows.map(({ id }) => id).sort()).toEqual([foreign.id, near.id].sort())
  const seen = rowsOf(await community.call(members.getGridMembers, { query }))
  expect({ ids: seen.rows.map(({ id }) => id), total: seen.total }).toEqual({ ids: [near.id], total: 1 })
  expect(rowsOf(await community.call(members.getGridMembers, { query: { grid: outside } })).total).toBe(0)
  const { membersToExport } = await import('@/features/grids/members/queries')
  const { memberFilter } = await import('@/features/grids/members/schema')
  const { principalOf } = await import('@/server/session')
  const principal = await principalOf(community.cookie.split('=')[1] ?? '', new Date())
  if (!principal) throw new Error('no session')
  const act = { tx: db(), principal, now: new Date(), requestId: 'test' }
  const exported = await membersToExport(act, memberFilter.parse(query))
  expect(exported.map(({ id }) => id)).toEqual([near.id])
  const { name } = await db().grid.findFirstOrThrow({ where: { id: outside } })
  const offered = (who: Caller) => who.call(members.getGridOptions, { query: { q: name } })
  expect(JSON.stringify((await offered(staff)).body)).toContain(outside)
  expect(JSON.stringify((await offered(community)).body)).not.toContain(outside)
})

test('a grid member whose term ended yesterday can do nothing of a grid member’s at the next request', async () => {
  const member = await signedInAs('grid-member')
  expect((await member.call(members.getGridMembers)).status).toBe(200)
  const account = await db().account.findUniqueOrThrow({
    where: { username: 'grid-member' },
    select: { person: { select: { gridMembers: { select: { id: true } } } } },
  })
  for (const { id } of account.person?.gridMembers ?? []) {
    await db().gridMember.updateMany({ where: { id }, data: { startsOn: dateOf('2026-01-01') } })
    expect((await end(await rowOf(id), yesterday)).status).toBe(200)
  }
  expect(codeOf(await member.call(members.getGridMembers))).toEqual({ status: 403, code: 'forbidden' })
})

test('a change as of an older version is refused, and one of an ended term too', async () => {
  const member = await appointed(inside)
  expect((await change(member, { post: 'part_time' })).status).toBe(200)
  expect(codeOf(await change(member))).toEqual({ status: 409, code: 'stale-version' })
  const changed = await rowOf(member.id)
  expect(changed.post).toBe('part_time')
  expect((await end(changed, yesterday)).status).toBe(200)
  expect(codeOf(await change(await rowOf(member.id)))).toEqual({ status: 409, code: 'has-ended' })
})

test('a new number is found by its last four, the old one no more, and the history tells neither', async () => {
  const member = await appointed(inside, { phone: '13912345001' })
  expect((await change(member, { name: '欧阳大雪', phone: '13912346002' })).status).toBe(200)
  const found = async (q: string) =>
    rowsOf(await staff.call(members.getGridMembers, { query: { q, size: '100' } })).rows.map(({ id }) => id)
  for (const q of ['欧阳大雪', 'oydx', '6002']) expect(await found(q)).toContain(member.id)
  expect(await found('5001')).not.toContain(member.id)
  const entry = await db().auditEntry.findFirstOrThrow({
    where: { action: 'grid-member.change', subjectId: member.id },
  })
  expect(entry.changes).toEqual({
    name: { from: '欧阳小满', to: '欧阳大雪' },
    phone: { from: null, to: null },
  })
})

test('name and number of somebody who serves another community too are not one community’s to change', async () => {
  const person = { name: '两社区之人', phone: '13900017777' }
  const near = await appointed(inside, person)
  await appointed(outside, person)
  const asked = (more: object) =>
    community.call(members.patchGridMember, {
      params: { id: near.id },
      body: { name: near.person.name, post: 'part_time', version: 1, ...more },
    })
  expect(codeOf(await asked({ phone: '13900016666' })).code).toBe('others-too')
  expect(codeOf(await asked({ name: '改名' })).code).toBe('others-too')
  expect((await asked({})).status).toBe(200)
})

test('a term cannot end before it began, nor twice', async () => {
  const member = await appointed(inside)
  const early = await end(member, addDays(today, -60))
  expect(codeOf(early)).toEqual({ status: 422, code: 'ends-before-start' })
  expect((await end(member, yesterday)).status).toBe(200)
  expect(codeOf(await end(await rowOf(member.id), today))).toEqual({ status: 409, code: 'has-ended' })
})

test('a grid is not ended while an appointment to it is being made', async () => {
  const name = '将停网格'
  const blank = { code: 'T-END', name, branchName: null, buildingCount: null, compoundIds: [] }
  const forces = { civilisedCity: false, socialGovernance: false, urbanManagement: false }
  const made = await staff.call(grids.postGrid, { body: { communityId: own, ...blank, ...forces } })
  const { id } = bodyOf<{ id: string }>(made)
  const [ended, ...appointments] = await Promise.all([
    staff.call(grids.postGridEnd, { params: { id }, body: { version: 1 } }),
    ...Array.from({ length: 5 }, () => staff.call(members.postGridMember, { body: appointment(id) })),
  ])
  const { endedAt } = await db().grid.findFirstOrThrow({ where: { id } })
  const serving = await db().gridMember.count({ where: { gridId: id, endsOn: null } })
  expect(serving).toBe(appointments.filter(({ status }) => status === 201).length)
  expect(endedAt === null || serving === 0, `${ended.status} ${serving}`).toBe(true)
})

test('states divide all terms, and nobody’s whole number is carried', async () => {
  const total = async (state: string) =>
    rowsOf(await staff.call(members.getGridMembers, { query: { state } })).total
  await appointed(inside, { startsOn: addDays(today, 5) })
  const parts = await Promise.all(['now', 'upcoming', 'ended'].map(total))
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(await total('all'))
  expect(Math.min(...parts)).toBeGreaterThan(0)
  const list = await staff.call(members.getGridMembers, { query: { size: '100', state: 'all' } })
  expect(rowsOf(list).rows.filter(({ person }) => person.maskedPhone).length).toBeGreaterThan(50)
  expect(JSON.stringify(list.body)).not.toMatch(/(?<![0-9a-f-])1[3-9]\d{9}(?![0-9a-f-])/)
})

test('lists page by first day without losing or repeating anybody', async () => {
  const query = { state: 'all', sort: 'startsOn', size: '20' }
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const asked: { query: Record<string, string> } = { query: { ...query, ...(cursor ? { cursor } : {}) } }
    const page = rowsOf(await staff.call(members.getGridMembers, asked))
    seen.push(...page.rows.map(({ id }) => id))
    cursor = page.next
  } while (cursor)
  expect(seen).toHaveLength(await db().gridMember.count())
  expect(new Set(seen).size).toBe(seen.length)
})

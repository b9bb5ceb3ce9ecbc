import { afterAll, beforeAll, expect, test } from 'vitest'
import * as board from '@/features/requests/board/endpoints'
import { postRequest } from '@/features/requests/intake/endpoints'
import * as life from '@/features/requests/life/endpoints'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

type Row = {
  id: string
  number: string
  pressure: string
  dueAt: string | null
  reporter: { name: string | null; phone: string | null }
}
type Listed = { rows: Row[]; total: number; next: string | null }

let database: TestDatabase
let admin: Caller
let dispatcher: Caller
let inside: { id: string; number: string }
let outside: { id: string; number: string }

const store = async () => (await import('@/server/db')).db()
const listed = async (who: Caller, query: Record<string, string> = {}) =>
  (await who.call(board.getRequests, { query })).body as Listed

let sent = 0

async function requestAt(compoundId: string, words: string): Promise<{ id: string; number: string }> {
  const category = await (await store()).requestCategory.findFirstOrThrow({ where: { code: 'stair-light' } })
  const filed = await admin.call(postRequest, {
    body: {
      categoryId: category.id,
      words,
      compoundId,
      source: 'hotline',
      sourceNumber: `12345-${++sent}`,
      reporterName: '王小明',
      reporterPhone: '13800004321',
    },
  })
  expect(filed.status).toBe(201)
  const { id, number } = filed.body as { id: string; number: string }
  return { id, number }
}

/** Puts a deadline where the test wants it. */
const due = async (id: string, minutes: number | null, warnMinutes = minutes) => {
  const at = (offset: number | null) => (offset === null ? null : new Date(Date.now() + offset * 60_000))
  await (await store()).request.updateMany({
    where: { id },
    data: { dueAt: at(minutes), warnAt: at(warnMinutes), thriceAt: null },
  })
}

beforeAll(async () => {
  database = await openOffice()
  admin = await signedInAs('street-admin')
  dispatcher = await signedInAs('dispatcher')
  const db = await store()
  const first = await db.compound.findFirstOrThrow({ orderBy: { id: 'asc' } })
  const other = await db.compound.findFirstOrThrow({ where: { communityId: { not: first.communityId } } })
  await db.roleGrant.updateMany({
    where: { account: { username: 'dispatcher' } },
    data: { scopeKind: 'community', scopeId: first.communityId },
  })
  inside = await requestAt(first.id, '本社区的灯闪个不停')
  outside = await requestAt(other.id, '外社区的灯闪个不停')
})

afterAll(() => database.drop())

test('a dispatcher sees the requests of the own communities in list, count and search, and no others', async () => {
  const asked: Record<string, string>[] = [
    {},
    { q: '灯闪个不停' },
    { state: 'all' },
    { late: 'soon' },
    { source: 'hotline' },
  ]
  for (const query of asked) {
    const { rows } = await listed(dispatcher, { size: '100', ...query })
    expect(rows.map(({ id }) => id)).not.toContain(outside.id)
  }
  const mine = await listed(dispatcher, { q: '灯闪个不停' })
  expect(mine.rows.map(({ id }) => id)).toEqual([inside.id])
  expect(mine.total).toBe(1)
  expect((await listed(admin, { q: '灯闪个不停' })).total).toBe(2)
  expect((await listed(dispatcher, { q: outside.number })).total).toBe(0)
})

test('what lies outside the scope does not exist, in whatever way it is asked for', async () => {
  const asked = { params: { id: outside.id } }
  expect((await dispatcher.call(life.getRequest, asked)).status).toBe(404)
  expect((await dispatcher.call(life.getRequestCandidates, asked)).status).toBe(404)
  expect((await dispatcher.call(life.getRequestParents, { ...asked, query: { q: '灯' } })).status).toBe(404)
  const reason = { body: { reason: '核实情况' } }
  expect((await dispatcher.call(life.postRequestContact, { ...asked, ...reason })).status).toBe(404)
  const parents = await admin.call(life.getRequestParents, {
    params: { id: inside.id },
    query: { q: '灯闪个不停' },
  })
  expect(JSON.stringify(parents.body)).toContain(outside.number)
  const seen = await dispatcher.call(life.getRequestParents, {
    params: { id: inside.id },
    query: { q: '灯闪个不停' },
  })
  expect(JSON.stringify(seen.body)).not.toContain(outside.number)
})

test('who reported it is masked everywhere, and the whole number is shown for a reason that is kept', async () => {
  const page = await listed(dispatcher, { q: '灯闪个不停' })
  expect(page.rows[0]?.reporter.phone).toBe('138****4321')
  const detail = await dispatcher.call(life.getRequest, { params: { id: inside.id } })
  expect(JSON.stringify([page, detail.body])).not.toMatch(/13800004321|王小明/)
  const ask = (who: Caller) =>
    who.call(life.postRequestContact, { params: { id: inside.id }, body: { reason: '核实楼层' } })
  expect((await ask(dispatcher)).body).toEqual({ value: '13800004321' })
  const entry = await (await store()).auditEntry.findFirstOrThrow({ where: { action: 'request.contact' } })
  expect(entry).toMatchObject({ reason: '核实楼层', subjectId: inside.id, outcome: 'done' })
  expect((await ask(await signedInAs('auditor'))).status).toBe(403)
  expect((await ask(await signedInAs('worker'))).status).toBe(403)
})

test('who spoke and who wrote it down are both kept', async () => {
  const kept = await (await store()).request.findFirstOrThrow({ where: { id: inside.id } })
  expect(kept).toMatchObject({
    reporterName: '王小明',
    source: 'hotline',
    sourceNumber: expect.stringMatching(/^12345-/),
  })
  expect(kept.writtenBy).not.toBeNull()
  const { body } = await dispatcher.call(life.getRequest, { params: { id: inside.id } })
  expect((body as { events: { kind: string; actor: string }[] }).events[0]).toMatchObject({ kind: 'submit' })
})

test('what is late stands first, then what soon will be, and what owes nothing stands last, over every page', async () => {
  const { compoundId } = await (await store()).request.findFirstOrThrow({ where: { id: inside.id } })
  const ids: string[] = []
  for (let place = 0; place < 12; place += 1) ids.push((await requestAt(compoundId, '排序用')).id)
  await Promise.all(ids.map((id, place) => due(id, place === 5 ? null : (place - 3) * 60, (place - 6) * 60)))
  const first = await listed(dispatcher, { q: '排序用', size: '10' })
  expect(first.rows.slice(0, 3).map(({ pressure }) => pressure)).toEqual(['late', 'late', 'late'])
  const second = await listed(dispatcher, { q: '排序用', size: '10', cursor: first.next ?? '' })
  const all = [...first.rows, ...second.rows].map(({ id }) => id)
  expect(all).toEqual([...ids.filter((_, place) => place !== 5), ids[5]])
  expect(
    (await listed(dispatcher, { q: '排序用', late: 'late' })).rows.every((row) => row.pressure === 'late'),
  ).toBe(true)
})

test('whom it can be given to is suggested with reasons: the suited first, everybody else by hand', async () => {
  const { body } = await dispatcher.call(life.getRequestCandidates, { params: { id: inside.id } })
  const { workers } = body as { workers: { post: string; reasons: string[] }[] }
  expect(workers.length).toBeGreaterThan(0)
  const isSuited = workers.map(({ reasons }) => reasons.length > 0)
  expect(isSuited.indexOf(false) === -1 || !isSuited.slice(isSuited.indexOf(false)).includes(true)).toBe(true)
  const auditor = await signedInAs('auditor')
  expect((await auditor.call(life.getRequestCandidates, { params: { id: inside.id } })).status).toBe(403)
})

test('an export holds the exporter’s own scope, masked, and is recorded; who may not export gets none', async () => {
  const getFile = (who: Caller) => who.call(board.postRequestExport, { body: { q: '灯闪个不停' } })
  expect((await getFile(dispatcher)).status).toBe(200)
  const entry = await (await store()).auditEntry.findFirstOrThrow({ where: { action: 'request.export' } })
  expect(entry.changes).toMatchObject({ rows: { to: 1 } })
  for (const role of ['community-staff', 'captain', 'auditor', 'worker'])
    expect((await getFile(await signedInAs(role))).status).toBe(403)
})

test('an address with anything in it is answered, never with a fault', async () => {
  const odd: Record<string, string>[] = [
    { state: 'nothing' },
    { cursor: 'x' },
    { category: '1' },
    { q: '%_\\' },
    { from: '2026-02-30' },
  ]
  for (const query of odd)
    expect([200, 400]).toContain((await admin.call(board.getRequests, { query })).status)
})

test('what lies open by compound is what plain SQL counts, and a narrow scope counts its own alone', async () => {
  const db = await store()
  const counted = await db.$queryRaw<{ id: string; open: number; late: number }[]>`
    SELECT compound_id AS id, count(*)::int AS open, count(*) FILTER (WHERE due_at <= now())::int AS late FROM request
    WHERE state NOT IN ('to_rate', 'closed', 'refused', 'withdrawn', 'merged') GROUP BY compound_id ORDER BY 1`
  type Plan = { rows: { id: string; open: number; late: number }[] }
  const whole = (await admin.call(board.getOpenByCompound)).body as Plan
  const sorted = whole.rows
    .map(({ id, open, late }) => ({ id, open, late }))
    .sort((a, b) => a.id.localeCompare(b.id))
  expect(sorted).toEqual(counted)
  const captain = (await (await signedInAs('captain')).call(board.getOpenByCompound)).body as Plan
  const total = ({ rows }: Plan) => rows.reduce((sum, { open }) => sum + open, 0)
  expect(captain.rows.length).toBeLessThanOrEqual(2)
  expect(total(captain)).toBeLessThan(total(whole))
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '@/core/identifier'
import { addDays, dayOf } from '@/core/instants'
import type { OwnBook } from '@/features/logbook/own-book/queries'
import type { RoundsRow } from '@/features/logbook/rounds/queries'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let captain: Caller
let gridMember: Caller
let book: OwnBook
let entries: typeof import('@/features/logbook/entries/endpoints')
let ownBook: typeof import('@/features/logbook/own-book/endpoints')
let rounds: typeof import('@/features/logbook/rounds/endpoints')
let photos: typeof import('@/features/logbook/photos/endpoints')
const asking = askingDemo(() => database)

beforeAll(async () => {
  database = await openOffice()
  entries = await import('@/features/logbook/entries/endpoints')
  ownBook = await import('@/features/logbook/own-book/endpoints')
  rounds = await import('@/features/logbook/rounds/endpoints')
  photos = await import('@/features/logbook/photos/endpoints')
  captain = await signedInAs('captain')
  gridMember = await signedInAs('grid-member')
  book = (await captain.call(ownBook.getOwnBook)).body as OwnBook
})

afterAll(() => database.drop())

function building() {
  const [first] = book.buildings
  if (!first) throw new Error('the demo captain has no building')
  return first
}

const made = (at: Date, aheadSeconds = 0) => ({ at: at.toISOString(), aheadSeconds })
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

const round = (marks: Record<number, 'fair' | 'bad'> = {}, more: object = {}) => ({
  id: uuidv7(),
  kind: 'hygiene',
  buildingId: building().id,
  made: made(minutesAgo(5)),
  points: building().checklist.hygiene.map(({ id }, place) => ({
    checkpointId: id,
    mark: marks[place] ?? 'good',
    report: marks[place] === 'bad',
  })),
  ...more,
})

const write = (body: object, headers: Record<string, string> = {}, by = captain) =>
  by.call(entries.postLogEntry, { body, headers })

test('a bad point becomes a request in the same step, linked both ways, and a good one none', async () => {
  const body = round({ 1: 'bad', 2: 'fair' }, { words: '三楼堆了纸箱' })
  const answer = await write(body)
  expect(answer.status).toBe(201)
  const { requestIds } = answer.body as { requestIds: string[] }
  expect(requestIds).toHaveLength(1)
  const [request] = await asking<{ words: string; source: string; building_id: string; written_by: string }>(
    `SELECT words, source, building_id, written_by FROM request WHERE id = '${requestIds[0]}'`,
  )
  expect(request).toMatchObject({ source: 'visit', building_id: building().id })
  expect(request?.words).toContain('三楼堆了纸箱')
  const [kept] = await asking<{ mark: string; points: number; linked: number }>(
    `SELECT e.mark, count(*)::int AS points, count(p.request_id)::int AS linked FROM log_entry e
     JOIN log_point p ON p.entry_id = e.id WHERE e.id = '${body.id}' GROUP BY e.id, e.mark, e.street_id`,
  )
  expect(kept).toEqual({ mark: 'bad', points: building().checklist.hygiene.length, linked: 1 })
})

test('five hundred entries sent twice each, at the same time, arrive once', async () => {
  const bodies = Array.from({ length: 500 }, (_, place) => ({
    id: uuidv7(),
    kind: 'other',
    buildingId: building().id,
    words: `离线第 ${place} 条`,
    made: made(minutesAgo(600 - place)),
  }))
  for (let from = 0; from < bodies.length; from += 25) {
    const answers = await Promise.all(
      bodies.slice(from, from + 25).flatMap((body) => {
        const headers = { 'idempotency-key': body.id }
        return [write(body, headers), write(body, headers)]
      }),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  }
  // A phone that has lost the answer and its key sends it once more under another one.
  const again = await write(bodies[7] ?? {}, { 'idempotency-key': uuidv7() })
  expect(again.status).toBe(201)
  const [counted] = await asking<{ rows: number; different: number }>(
    `SELECT count(*)::int AS rows, count(DISTINCT words)::int AS different FROM log_entry WHERE words LIKE '离线第%'`,
  )
  expect(counted).toEqual({ rows: 500, different: 500 })
})

test('a phone whose clock is three hours ahead writes the right time, and both are kept', async () => {
  const really = minutesAgo(40)
  const phone = new Date(really.getTime() + 3 * 3_600_000)
  const body = { ...round(), made: made(phone, 3 * 3_600) }
  expect((await write(body)).status).toBe(201)
  const [kept] = await asking<{ happened_at: Date; phone_at: Date; received_at: Date }>(
    `SELECT happened_at, phone_at, received_at FROM log_entry WHERE id = '${body.id}'`,
  )
  expect(Math.abs(Number(kept?.happened_at) - really.getTime())).toBeLessThan(1_000)
  expect(kept?.phone_at.getTime()).toBe(phone.getTime())
})

test('somebody else’s entry id, another building’s point or door, and a building never held are refused', async () => {
  const body = round()
  await write(body)
  const other = await signedInAs('zone-lead')
  expect((await write({ ...round(), id: body.id }, {}, other)).status).toBe(409)
  expect((await write(round(), {}, other)).status).toBe(404)
  const [elsewhere] = await asking<{ id: string }>(
    `SELECT id FROM building WHERE id <> '${building().id}' LIMIT 1`,
  )
  expect((await write({ ...round(), buildingId: elsewhere?.id })).status).toBe(404)
  const visit = {
    id: uuidv7(),
    kind: 'visit',
    mark: 'good',
    buildingId: building().id,
    made: made(minutesAgo(1)),
  }
  expect((await write({ ...visit, householdId: uuidv7() })).status).toBe(422)
  const points = [{ checkpointId: building().checklist.safety[0]?.id, mark: 'good' }]
  expect((await write({ ...round(), points })).status).toBe(422)
  expect((await write({ ...round(), photoIds: [uuidv7()] })).status).toBe(422)
  const [{ id: doorId = '' } = {}] = building().doors
  expect((await write({ ...visit, id: uuidv7(), householdId: doorId })).status).toBe(201)
})

test('what is said of a mediation is not taken into the logbook', async () => {
  const body = { id: uuidv7(), kind: 'mediation', buildingId: building().id, made: made(minutesAgo(1)) }
  expect((await write({ ...body, words: '两户因漏水争吵' })).status).toBe(400)
  expect((await write(body)).status).toBe(201)
})

test('after the term ended, what was done within it counts, and the rest waits for somebody to decide', async () => {
  const yesterday = addDays(dayOf(new Date()), -1)
  await asking(`UPDATE captain_appointment SET ends_on = '${yesterday}' WHERE person_id = (
    SELECT p.id FROM person p JOIN account a ON a.id = p.account_id WHERE a.username = 'captain')`)
  await asking(
    `UPDATE captain_building SET ends_on = '${yesterday}' WHERE building_id = '${building().id}' AND ends_on IS NULL`,
  )
  const former = await signedInAs('captain')
  const within = { ...round(), made: made(minutesAgo(3 * 24 * 60)) }
  const after = { ...round({ 0: 'bad' }), made: made(minutesAgo(2)) }
  expect((await write(within, {}, former)).body).toMatchObject({ state: 'counted' })
  expect((await write(after, {}, former)).body).toMatchObject({ state: 'aside', requestIds: [] })
  const staff = await signedInAs('street-staff')
  const decide = (version: number, decision: string) =>
    staff.call(entries.postAsideDecision, { params: { id: after.id }, body: { decision, version } })
  expect(
    (
      await former.call(entries.postAsideDecision, {
        params: { id: after.id },
        body: { decision: 'count', version: 1 },
      })
    ).status,
  ).toBe(403)
  const both = await Promise.all([decide(1, 'count'), decide(1, 'discard')])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect((await decide(2, 'discard')).status).toBe(409)
})

test('an entry is neither rewritten nor deleted, not even past the app', async () => {
  for (const sql of [
    `UPDATE log_entry SET happened_at = happened_at - interval '1 day'`,
    `UPDATE log_entry SET mark = 'good' WHERE mark = 'bad'`,
    'DELETE FROM log_entry WHERE words IS NULL',
  ])
    await expect(withClient(database.urls.owner, (client) => client.query(sql))).rejects.toThrow(/log entry/)
})

test('the rounds of a month are counted as plain SQL counts them, within the reader’s scope', async () => {
  const staff = await signedInAs('street-staff')
  const month = dayOf(new Date()).slice(0, 7)
  const page = (await staff.call(rounds.getRounds, { query: { month, size: '100' } })).body as {
    rows: RoundsRow[]
    total: number
  }
  const [all] = await asking<{ count: number }>(
    'SELECT count(*)::int AS count FROM building WHERE ended_at IS NULL',
  )
  expect(page.total).toBe(all?.count)
  const counted = await asking<{ building_id: string; hygiene: number; safety: number }>(`
    SELECT building_id, count(*) FILTER (WHERE kind = 'hygiene')::int AS hygiene, count(*) FILTER (WHERE kind = 'safety')::int AS safety
    FROM log_entry WHERE state = 'counted' AND to_char(happened_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = '${month}' GROUP BY building_id`)
  const expected = new Map(counted.map((row) => [row.building_id, row]))
  for (const row of page.rows) {
    expect(row.hygiene.done).toBe(expected.get(row.id)?.hygiene ?? 0)
    expect(row.safety.done).toBe(expected.get(row.id)?.safety ?? 0)
  }
  const nobody = (await staff.call(rounds.getRounds, { query: { month, show: 'nobody' } })).body as {
    total: number
  }
  const [empty] = await asking<{ count: number }>(`
    SELECT count(*)::int AS count FROM building b WHERE ended_at IS NULL AND NOT EXISTS (SELECT FROM log_entry e
      WHERE e.building_id = b.id AND state = 'counted' AND to_char(happened_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') = '${month}')`)
  expect(nobody.total).toBe(empty?.count)
  const own = (await gridMember.call(rounds.getRounds, { query: { month, size: '100' } })).body as {
    total: number
  }
  expect(own.total).toBeGreaterThan(0)
  expect(own.total).toBeLessThan(page.total)
})

test('who was never a captain sends no photo, and reads none', async () => {
  const { default: sharp } = await import('sharp')
  const bytes = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  const dispatcher = await signedInAs('dispatcher')
  expect((await dispatcher.call(photos.postLogPhoto, { bytes })).status).toBe(404)
  const sent = await captain.call(photos.postLogPhoto, { bytes })
  expect(sent.status).toBe(201)
  const { id } = sent.body as { id: string }
  const within = { ...round(), photoIds: [id], made: made(minutesAgo(3 * 24 * 60 + 1)) }
  expect((await write(within)).status).toBe(201)
  const staff = await signedInAs('street-staff')
  expect((await staff.call(photos.getLogPhoto, { params: { id } })).status).toBe(200)
  expect((await dispatcher.call(photos.getLogPhoto, { params: { id } })).status).toBe(403)
})

test('the rounds of a month leave as a workbook, one row for each building of the exporter’s, done against due', async () => {
  const staff = await signedInAs('community-staff')
  const exported = await staff.call(rounds.postRoundsExport, { body: {} })
  expect(exported.status).toBe(200)
  const { read, utils } = await import('@e965/xlsx')
  const sheet = Object.values(read(exported.bytes ?? new Uint8Array()).Sheets)[0]
  const written = utils.sheet_to_json<Record<string, unknown>>(sheet ?? {})
  const listed = (await staff.call(rounds.getRounds)).body as { total: number; rows: RoundsRow[] }
  expect(written).toHaveLength(listed.total)
  const [first] = listed.rows
  const same = written.find((row) => row.小区 === first?.compound.name && row.楼栋 === first?.name)
  expect([same?.卫生巡查已做, same?.卫生巡查应做]).toEqual([first?.hygiene.done, first?.hygiene.due])
  expect((await gridMember.call(rounds.postRoundsExport, { body: {} })).status).toBe(403)
})

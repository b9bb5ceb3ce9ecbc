import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BoxRow } from '@/features/opinions/boxes/queries'
import type { OpinionDetail } from '@/features/opinions/queries'
import type { Act } from '@/server/act'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import { isOpinionBox } from '../../scripts/lib/web-path.mjs'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Answer, type Caller, openOffice, signedInAs } from '../support/office'
import { freshRows, wholeDatabase } from '../support/whole-database'

let database: TestDatabase
let staff: Caller
let street: Caller
let boxes: typeof import('@/features/opinions/boxes/endpoints')
let slips: typeof import('@/features/opinions/slips/endpoints')
let opinions: typeof import('@/features/opinions/endpoints')
let building: { id: string; compoundId: string }
let elsewhere: { id: string }
let neighbour: { id: string }
const asking = askingDemo(() => database)

const HOUR_MS = 3_600_000
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString()
const codeOf = ({ body }: Answer) => (body as { code?: string }).code

beforeAll(async () => {
  database = await openOffice()
  boxes = await import('@/features/opinions/boxes/endpoints')
  slips = await import('@/features/opinions/slips/endpoints')
  opinions = await import('@/features/opinions/endpoints')
  staff = await signedInAs('community-staff')
  street = await signedInAs('street-staff')
  const own = `SELECT g.scope_id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.username = 'community-staff'`
  const found = await asking<{ id: string; compoundId: string }>(`SELECT b.id, b.compound_id AS "compoundId"
    FROM building b JOIN compound c ON c.id = b.compound_id WHERE c.community_id IN (${own}) AND b.ended_at IS NULL
      AND (SELECT count(*) FROM building o WHERE o.compound_id = c.id) > 1 ORDER BY b.id LIMIT 1`)
  building = found[0] ?? { id: '', compoundId: '' }
  const [beside] = await asking<{ id: string }>(
    `SELECT id FROM building WHERE compound_id = '${building.compoundId}' AND id <> '${building.id}' LIMIT 1`,
  )
  neighbour = beside ?? { id: '' }
  const [away] = await asking<{
    id: string
  }>(`SELECT b.id FROM building b JOIN compound c ON c.id = b.compound_id
    WHERE c.community_id NOT IN (${own}) LIMIT 1`)
  elsewhere = away ?? { id: '' }
})

afterAll(() => database.drop())

async function hang(serves = 'building'): Promise<string> {
  const body = { buildingId: building.id, serves, place: '一单元门口', since: '2026-01-01' }
  const hung = await staff.call(boxes.postOpinionBox, { body })
  expect(hung.status).toBe(201)
  return (hung.body as { id: string }).id
}

async function emptied(boxId: string, counted: number, hours = 30): Promise<string> {
  const body = { emptiedAt: hoursAgo(hours), witness: '居民代表', slips: counted }
  const round = await staff.call(boxes.postOpinionBoxRound, { params: { id: boxId }, body })
  expect(round.status).toBe(201)
  return (round.body as { id: string }).id
}

const slip = (roundId: string, words: string, more: object = {}) => ({
  id: crypto.randomUUID(),
  roundId,
  buildingId: null,
  about: 'nobody',
  matter: null,
  words,
  ...more,
})

const typeIn = (body: object, who = staff) => who.call(slips.postOpinionSlip, { body })

const found = async (id: string, who = staff) =>
  (await who.call(boxes.getOpinionBox, { params: { id } })).body as BoxRow

test('a slip that is typed in leaves one row with the hour of emptying, and nothing of who typed it when', async () => {
  const boxId = await hang()
  const roundId = await emptied(boxId, 1)
  const [{ id: accountId = '' } = {}] = await asking<{ id: string }>(
    `SELECT id FROM account WHERE username = 'community-staff'`,
  )
  const before = await wholeDatabase(database)
  const body = slip(roundId, '纸条标记：楼道堆物')
  expect((await typeIn(body)).status).toBe(201)
  const fresh = freshRows(before, await wholeDatabase(database))
  expect(fresh.map(({ table }) => table)).toEqual(['public.opinion'])
  for (const { row } of fresh)
    for (const trace of [accountId, building.id]) expect(row.includes(trace)).toBe(trace === building.id)
  const [kept] = await asking<Record<string, unknown> & { id: string; hour: Date; source: string }>(
    `SELECT * FROM opinion WHERE id = '${body.id}'`,
  )
  const [round] = await asking<{ hour: Date }>(
    `SELECT emptied_hour AS hour FROM opinion_box_round WHERE id = '${roundId}'`,
  )
  expect(kept).toMatchObject({ source: 'box', hour: round?.hour, receipt_hash: null, proposed_by_id: null })
  expect(kept?.id[14]).toBe('4')
  const instants = Object.values(kept ?? {}).filter((value) => value instanceof Date)
  for (const instant of instants) expect(instant.getTime() % HOUR_MS).toBe(0)
})

test('no column that leads from an opinion to a person is filled by writing one, on paper or by code', async () => {
  const keys = await asking<{
    column: string
    target: string
  }>(`SELECT a.attname AS column, f.relname AS target
    FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_class f ON f.oid = k.confrelid
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (k.conkey)
    WHERE k.contype = 'f' AND t.relname = 'opinion' AND a.attname <> 'street_id' ORDER BY 1`)
  expect(keys).toEqual([
    { column: 'about_account_id', target: 'account' },
    { column: 'about_person_id', target: 'person' },
    { column: 'building_id', target: 'building' },
    { column: 'proposed_by_id', target: 'account' },
    { column: 'request_id', target: 'request' },
    { column: 'round_id', target: 'opinion_box_round' },
  ])
  const filled = await asking(`SELECT id FROM opinion WHERE state = 'fresh'
    AND (about_account_id IS NOT NULL OR about_person_id IS NOT NULL OR proposed_by_id IS NOT NULL OR request_id IS NOT NULL)`)
  expect(filled).toEqual([])
  // What leads on from the round is who emptied the box, who may be anybody but the writer.
  expect(isOpinionBox('/api/v1/opinion-slips')).toBe(true)
  expect(isOpinionBox('/api/v1/opinions')).toBe(false)
})

test('a slip that is sent twice is one, and not one more than two people counted can be typed in, however many try', async () => {
  const roundId = await emptied(await hang(), 3)
  const twice = slip(roundId, '同一张')
  const answers = await Promise.all([typeIn(twice), typeIn(twice), typeIn(twice)])
  expect(answers.map(({ status, body }) => [status, body])).toEqual(Array(3).fill([201, { left: 2 }]))
  const tried = await Promise.all(
    Array.from({ length: 8 }, (_, place) => typeIn(slip(roundId, `第${place}张`))),
  )
  expect(tried.filter(({ status }) => status === 201)).toHaveLength(2)
  expect(new Set(tried.filter(({ status }) => status !== 201).map(codeOf))).toEqual(new Set(['all-typed']))
  const [count] = await asking<{ count: number }>(
    `SELECT count(*)::int AS count FROM opinion WHERE round_id = '${roundId}'`,
  )
  expect(count?.count).toBe(3)
  // The id of another round's slip does not move it.
  const other = await emptied(await hang(), 1)
  expect((await typeIn({ ...twice, roundId: other })).status).toBe(422)
})

test('a round has two people in it, an empty box counts, and no round is changed afterwards', async () => {
  const boxId = await hang()
  const [{ name = '' } = {}] = await asking<{ name: string }>(
    `SELECT display_name AS name FROM account WHERE username = 'community-staff'`,
  )
  const params = { id: boxId }
  const alone = { emptiedAt: hoursAgo(1), witness: name, slips: 0 }
  expect(codeOf(await staff.call(boxes.postOpinionBoxRound, { params, body: alone }))).toBe('two-people')
  const later = { emptiedAt: hoursAgo(-2), witness: '居民代表', slips: 0 }
  expect(codeOf(await staff.call(boxes.postOpinionBoxRound, { params, body: later }))).toBe('in-the-future')
  expect((await found(boxId)).isOverdue).toBe(true)
  const overdue = await staff.call(boxes.getOpinionBoxes, { query: { show: 'overdue', size: '100' } })
  expect((overdue.body as { rows: BoxRow[] }).rows.map(({ id }) => id)).toContain(boxId)
  const roundId = await emptied(boxId, 0, 2)
  expect(await found(boxId)).toMatchObject({ isOverdue: false, untyped: 0 })
  const change = (sql: string) => withClient(database.urls.owner, (client) => client.query(sql))
  await expect(change(`UPDATE opinion_box_round SET slips = 9 WHERE id = '${roundId}'`)).rejects.toThrow()
  await expect(change(`DELETE FROM opinion_box_round WHERE id = '${roundId}'`)).rejects.toThrow()
})

test('a compound’s box gathers what names another building of it, a building’s box only its own', async () => {
  const ofCompound = await emptied(await hang('compound'), 2)
  const named = slip(ofCompound, '隔壁楼漏水', { buildingId: neighbour.id })
  expect((await typeIn(named)).status).toBe(201)
  const [kept] = await asking<{ building: string }>(
    `SELECT building_id AS building FROM opinion WHERE id = '${named.id}'`,
  )
  expect(kept?.building).toBe(neighbour.id)
  expect((await typeIn(slip(ofCompound, '别处', { buildingId: elsewhere.id }))).status).toBe(422)
  const ofBuilding = await emptied(await hang(), 1)
  expect((await typeIn(slip(ofBuilding, '隔壁', { buildingId: neighbour.id }))).status).toBe(422)
})

test('boxes of another community are as if they did not exist', async () => {
  const body = { buildingId: elsewhere.id, serves: 'building', place: '门口', since: '2026-01-01' }
  expect((await staff.call(boxes.postOpinionBox, { body })).status).toBe(422)
  const hung = await street.call(boxes.postOpinionBox, { body })
  const params = { id: (hung.body as { id: string }).id }
  expect((await staff.call(boxes.getOpinionBox, { params })).status).toBe(404)
  const round = { emptiedAt: hoursAgo(1), witness: '居民代表', slips: 1 }
  expect((await staff.call(boxes.postOpinionBoxRound, { params, body: round })).status).toBe(404)
  const made = await street.call(boxes.postOpinionBoxRound, { params, body: round })
  expect((await typeIn(slip((made.body as { id: string }).id, '外面'))).status).toBe(422)
})

test('a complaint goes past whom it names, also where that is the one who sorts it', async () => {
  const body = slip(await emptied(await hang(), 1), '办事员态度不好')
  await typeIn(body)
  const [{ id: accountId = '' } = {}] = await asking<{ id: string }>(
    `SELECT id FROM account WHERE username = 'community-staff'`,
  )
  const params = { id: body.id }
  const whom = `account:${accountId}`
  const triage = { triage: 'complaint', categoryId: null, level: 'street', whom, version: 1 }
  const sorted = await staff.call(opinions.postOpinionTriage, { params, body: triage })
  expect(sorted.body).toMatchObject({ within: false })
  expect((await staff.call(opinions.getOpinion, { params })).status).toBe(404)
  const answer = { answer: '已谈话', published: null, version: 2 }
  expect((await staff.call(opinions.postOpinionAnswer, { params, body: answer })).status).toBe(404)
  expect(((await street.call(opinions.getOpinion, { params })).body as OpinionDetail).words).toBe(body.words)
  expect((await street.call(opinions.postOpinionAnswer, { params, body: answer })).status).toBe(200)
  const trail = await asking<{ row: string }>(
    `SELECT changes::text AS row FROM audit_entry WHERE subject_id = '${body.id}' AND changes IS NOT NULL`,
  )
  for (const { row } of trail) expect(row).not.toContain(accountId)
})

test('words are erased when their time is over, and are counted all the same', async () => {
  const { sweepOpinions } = await import('@/features/opinions/sweeping/commands')
  const { opinionFigures } = await import('@/features/opinions/figures/queries')
  const { db } = await import('@/server/db')
  const streetId = (await db().street.findFirstOrThrow({ select: { id: true } })).id
  const [one] = await asking<{ id: string; answered: Date }>(
    `SELECT id, answered_hour AS answered FROM opinion WHERE words = '办事员态度不好'`,
  )
  const read = () =>
    db().opinion.findUniqueOrThrow({ where: { streetId_id: { streetId, id: one?.id ?? '' } } })
  await sweepOpinions(db(), new Date((one?.answered ?? new Date()).getTime() + 700 * 24 * HOUR_MS))
  expect((await read()).words).toBe('办事员态度不好')
  await sweepOpinions(db(), new Date((one?.answered ?? new Date()).getTime() + 740 * 24 * HOUR_MS))
  expect(await read()).toMatchObject({ words: '', answer: null, published: null, state: 'answered' })
  const figures = await street.call(
    (await import('@/features/opinions/figures/endpoints')).getOpinionFigures,
    { query: {} },
  )
  const { rows } = figures.body as { rows: Awaited<ReturnType<typeof opinionFigures>> }
  expect(rows.reduce((sum, { answered }) => sum + answered, 0)).toBeGreaterThan(0)
})

test('the list as a workbook needs a permission of its own, holds no words, and is recorded without content', async () => {
  const captain = await signedInAs('captain')
  expect((await captain.call(opinions.postOpinionExport, { body: { state: 'all' } })).status).toBe(403)
  const body = slip(await emptied(await hang(), 1), '工作簿里不该有')
  await typeIn(body)
  const exported = await staff.call(opinions.postOpinionExport, { body: { state: 'all' } })
  expect(exported.status).toBe(200)
  const { read, utils } = await import('@e965/xlsx')
  const sheet = Object.values(read(exported.bytes ?? new Uint8Array()).Sheets)[0]
  const cells = JSON.stringify(utils.sheet_to_json(sheet ?? {}))
  expect(cells).toContain('栋')
  expect(cells).not.toContain('工作簿里不该有')
  const [trail] = await asking<{ row: string }>(
    `SELECT e::text AS row FROM audit_entry e WHERE action = 'opinion.export' ORDER BY id DESC LIMIT 1`,
  )
  expect(trail?.row).not.toContain(body.id)
})

test('a captain is shown when the box of an own building is due', async () => {
  const { boxesAt } = await import('@/features/opinions/boxes/queries')
  const { db } = await import('@/server/db')
  const { streetId } = await db().building.findFirstOrThrow({ where: { id: building.id } })
  const act = { tx: db(), principal: { streetId }, now: new Date() } as unknown as Act
  const own = await boxesAt(act, [building])
  expect(own.length).toBeGreaterThan(0)
  expect(new Set(own.map(({ buildingId }) => buildingId))).toEqual(new Set([building.id]))
})

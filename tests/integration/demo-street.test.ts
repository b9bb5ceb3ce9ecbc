import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import { createTestDatabase, street as runStreet, type TestDatabase } from '../support/database'

const root = path.resolve(import.meta.dirname, '../..')
const registers = path.join(root, 'demo', 'luotang')
const expected = JSON.parse(readFileSync(path.join(registers, 'expected.json'), 'utf8'))
const importing = ['import', registers, '--code', '321204001', '--name', '罗塘街道', '--json']

let database: TestDatabase
let first: { accepted: object; rejected: { file: string; row: number; reason: string }[] }

const street = (...args: string[]) => runStreet(database.urls.app, args)

beforeAll(async () => {
  database = await createTestDatabase()
  first = JSON.parse(await street(...importing))
})

afterAll(async () => {
  await database.drop()
})

const query = async (sql: string) =>
  (await withClient(database.urls.owner, (client) => client.query(sql))).rows

test('the demo street comes in to the number', () => {
  expect(first.accepted).toEqual(expected.accepted)
})

test('each wrong row is refused by its place and reason', () => {
  const reasons = first.rejected.map(({ reason }) => reason).join('\n')
  for (const words of ['同名小区重复', '户数不是数字', '经纬度超出范围', '小区不存在', '网格不存在'])
    expect(reasons).toContain(words)
  expect(first.rejected).toHaveLength(14)
  for (const { file, row } of first.rejected)
    expect({ file, row }).toEqual({ file: expect.any(String), row: expect.any(Number) })
})

test('the same files again change nothing', async () => {
  const tables = [
    'community',
    'compound',
    'building',
    'stairwell',
    'public_code',
    'person',
    'captain_building',
    'centre_household',
    'questionnaire',
  ]
  const count = () =>
    query(tables.map((table) => `SELECT '${table}' AS name, count(*) FROM ${table}`).join(' UNION ALL '))
  const before = await count()
  const again = JSON.parse(await street(...importing))
  expect(again.accepted).toEqual(expected.accepted)
  expect(await count()).toEqual(before)
})

test('stats prints exactly the keys of accepted', async () => {
  expect(JSON.parse(await street('stats', '--code', '321204001', '--json'))).toEqual(expected.accepted)
})

test('a second street in the same database sees only itself, and refuses grids of another’s code', async () => {
  const other = JSON.parse(
    await street('import', registers, '--code', '321204002', '--name', '另一街道', '--json'),
  )
  expect(other.accepted).toMatchObject({ compounds: 81, grids: 0 })
  expect(JSON.parse(await street('stats', '--code', '321204002', '--json'))).toEqual(other.accepted)
  expect(JSON.parse(await street('stats', '--code', '321204001', '--json'))).toEqual(expected.accepted)
})

test('every stairwell has a notice board with one code in force', async () => {
  const [row] = await query(`
    SELECT count(*) AS stairwells, count(c.code) AS codes FROM stairwell s
    JOIN notice_board b ON b.street_id = s.street_id AND b.stairwell_id = s.id
    LEFT JOIN public_code c ON c.street_id = b.street_id AND c.board_id = b.id AND c.revoked_at IS NULL`)
  expect(row.stairwells).toBe(row.codes)
  expect(Number(row.codes)).toBeGreaterThan(629)
})

test('a building cannot have two captains at a time, whoever writes it', async () => {
  const again = `
    INSERT INTO captain_building (street_id, appointment_id, building_id, starts_on)
    SELECT street_id, appointment_id, building_id, starts_on + 1 FROM captain_building LIMIT 1`
  await expect(query(again)).rejects.toThrow('captain_building_one_at_a_time')
})

test('the demo is furnished once: 18 provisional zones with leads, an account for each role, consents, offices', async () => {
  const count = () =>
    query(`
      SELECT (SELECT count(*)::int FROM zone WHERE provisional) AS zones,
        (SELECT count(*)::int FROM zone_compound) AS placed,
        (SELECT count(DISTINCT zone_id)::int FROM zone_lead) AS leads,
        (SELECT count(*)::int FROM account WHERE demo) AS accounts,
        (SELECT count(*)::int FROM community c JOIN street s ON s.id = c.street_id WHERE s.code = '321204001' AND office_phone IS NULL) AS silent,
        (SELECT count(*)::int FROM consent WHERE withdrawn_at IS NULL) > 800 AS consented,
        (SELECT count(*)::int FROM flexible_hours) AS hours, (SELECT count(*)::int FROM calendar_day) > 100 AS dated`)
  await street('demo')
  const first = await count()
  expect(first).toEqual([
    { zones: 18, placed: 81, leads: 18, accounts: 10, silent: 0, consented: true, hours: 72, dated: true },
  ])
  await street('demo')
  expect(await count()).toEqual(first)
})

test('the demo tells half a year of requests, in nearly every state, some late, some not satisfied', async () => {
  const [row] = await query(`
    SELECT count(*)::int AS told, count(DISTINCT state)::int AS states, count(DISTINCT number)::int AS numbers,
      count(*) FILTER (WHERE was_late)::int > 50 AS late,
      count(*) FILTER (WHERE state NOT IN ('closed', 'refused', 'withdrawn', 'merged') AND due_at < now())::int > 0 AS overdue,
      (SELECT count(*)::int FROM request_feedback WHERE NOT satisfied) > 10 AS unhappy,
      min(created_at) < now() - interval '150 days' AS old
    FROM request WHERE source <> 'menu'`)
  expect(row).toMatchObject({
    told: 1_200,
    numbers: 1_200,
    late: true,
    overdue: true,
    unhappy: true,
    old: true,
  })
  expect(row.states).toBeGreaterThanOrEqual(9)
})

test('a zone cannot have two leads at a time, whoever writes it', async () => {
  const again = `
    INSERT INTO zone_lead (street_id, id, zone_id, worker_id, starts_on)
    SELECT street_id, gen_random_uuid(), zone_id, worker_id, starts_on + 1 FROM zone_lead WHERE ends_on IS NULL LIMIT 1`
  await expect(query(again)).rejects.toThrow('zone_lead_one_at_a_time')
})

test('the planner knows the rows that an import brought', async () => {
  const known = await query(
    "SELECT relname FROM pg_class WHERE relname IN ('building', 'captain_building', 'public_code') AND reltuples > 600",
  )
  expect(known).toHaveLength(3)
})

test('the audit is append-only for the app and for the owner', async () => {
  await query(`
    INSERT INTO audit_entry (street_id, id, at, actor, action, outcome, request_id)
    SELECT id, gen_random_uuid(), now(), 'x', 'x', 'done', 'x' FROM street LIMIT 1`)
  await expect(query('DELETE FROM audit_entry')).rejects.toThrow('append-only')
  const asApp = withClient(database.urls.app, (client) =>
    client.query('UPDATE audit_entry SET actor = actor'),
  )
  await expect(asApp).rejects.toThrow('permission denied')
})

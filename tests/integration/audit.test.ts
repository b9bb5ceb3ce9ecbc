import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

type Row = { id: string; at: string; actor: string; action: string; outcome: string; subjectKind: string }
type Listed = { rows: Row[]; next: string | null; previous: string | null; total: number }

let database: TestDatabase
let auditor: Caller
let list: (query?: Record<string, string>) => Promise<Listed>

beforeAll(async () => {
  database = await openOffice()
  auditor = await signedInAs('auditor')
  const { getAudit } = await import('@/features/people/audit/endpoints')
  list = async (query = {}) => (await auditor.call(getAudit, { query })).body as Listed
  await withClient(database.urls.app, (client) =>
    client.query(`
      INSERT INTO audit_entry (street_id, id, at, account_id, actor, action, outcome, subject_kind, subject_id, request_id)
      SELECT s.id, gen_random_uuid(), timestamptz '2026-01-01 08:00+08' + make_interval(secs => n / 3), a.id,
        a.display_name, CASE WHEN n % 7 = 0 THEN 'compound.change' ELSE 'session.open' END,
        CASE WHEN n % 11 = 0 THEN 'refused' ELSE 'done' END, 'compound', n::text, 'many'
      FROM street s JOIN account a ON a.street_id = s.id AND a.username = 'street-staff',
        generate_series(1, 40000) n`),
  )
  await withClient(database.urls.owner, (client) => client.query('ANALYZE'))
})

afterAll(() => database.drop())

test('pages follow each other without gap or repeat, though many entries share an instant', async () => {
  const seen: string[] = []
  let cursor: string | null = null
  for (let page = 0; page < 5; page++) {
    const found: Listed = await list({ size: '25', to: '2026-02-01', ...(cursor ? { cursor } : {}) })
    seen.push(...found.rows.map(({ id }) => id))
    cursor = found.next
  }
  expect(new Set(seen).size).toBe(125)
  const straight = await list({ size: '100', to: '2026-02-01' })
  expect(seen.slice(0, 100)).toEqual(straight.rows.map(({ id }) => id))
  expect(straight.total).toBe(10_000)
})

test('filters find by who, what, how it ended and from when until when, both days included', async () => {
  expect((await list({ q: 'jdgzry' })).rows.every(({ actor }) => actor === '街道工作人员')).toBe(true)
  expect((await list({ q: 'nobody-at-all' })).rows).toEqual([])
  const refused = await list({ action: 'compound.change', outcome: 'refused' })
  expect(refused.rows.length).toBeGreaterThan(0)
  for (const row of refused.rows) expect(row).toMatchObject({ action: 'compound.change', outcome: 'refused' })
  const day = await list({ from: '2026-01-01', to: '2026-01-01' })
  expect(day.rows.length).toBeGreaterThan(0)
  expect(await list({ from: '2026-01-02', to: '2026-01-31', action: 'compound.change' })).toMatchObject({
    rows: [],
    total: 0,
  })
})

test('a cursor that somebody made up shows the first page', async () => {
  const made = Buffer.from(
    JSON.stringify({ value: 'yesterday', id: '01990000-0000-7000-8000-000000000001', back: false }),
  ).toString('base64url')
  expect((await list({ cursor: made })).rows).toEqual((await list()).rows)
})

test('a page of the trail is read by its index, not by reading all of it', async () => {
  const [plan] = await withClient(database.urls.app, async (client) => {
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON)
      SELECT id FROM audit_entry WHERE street_id = (SELECT id FROM street LIMIT 1)
        AND at <= '2026-01-01 09:00+08' AND (at < '2026-01-01 09:00+08' OR id < gen_random_uuid())
      ORDER BY at DESC, id DESC LIMIT 51`)
    return rows
  })
  const text = JSON.stringify(plan)
  expect(text).toContain('audit_entry_street_id_at_idx')
  expect(text).not.toMatch(/"Seq Scan"[^}]*"audit_entry"/)
})

test('an export is a workbook, and is itself in the trail', async () => {
  const { postAuditExport } = await import('@/features/people/audit/endpoints')
  const answer = await auditor.call(postAuditExport, {
    body: { action: 'compound.change', outcome: 'refused' },
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('spreadsheetml')
  expect((await list()).rows[0]).toMatchObject({
    action: 'audit.export',
    outcome: 'done',
    subjectKind: 'export',
  })
})

test('what somebody was denied stands in the trail, and street staff do not read it', async () => {
  const { getAudit } = await import('@/features/people/audit/endpoints')
  const staff = await signedInAs('street-staff')
  expect((await staff.call(getAudit)).status).toBe(403)
  expect((await list()).rows[0]).toMatchObject({ action: 'GET /audit', outcome: 'denied' })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ReportRow } from '@/features/insights/reports/queries'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

type Raw = {
  id: string
  community: string
  zone: string | null
  state: string
  late: boolean
  accept: number | null
  resolve: number | null
  round: number
  rated: number
  satisfied: number
}

let database: TestDatabase
let admin: Caller
let endpoints: typeof import('@/features/insights/reports/endpoints')
const asking = askingDemo(() => database)

beforeAll(async () => {
  database = await openOffice()
  admin = await signedInAs('street-admin')
  endpoints = await import('@/features/insights/reports/endpoints')
})

afterAll(() => database.drop())

async function report(caller: Caller, query: Record<string, string>): Promise<ReportRow[]> {
  const { status, body } = await caller.call(endpoints.getReport, { query })
  expect(status, JSON.stringify(body)).toBe(200)
  return (body as { rows: ReportRow[] }).rows
}

/** Every request of the period as it is, for counting by hand. */
const everyRequest = (from: string, to: string) =>
  asking<Raw>(`
    SELECT r.id, co.name AS community, z.name AS zone, r.state::text, r.was_late OR (r.due_at < now() AND r.state NOT IN ('closed','refused','withdrawn','merged')) AS late,
      extract(epoch FROM r.accepted_at - r.created_at)::float / 60 AS accept, extract(epoch FROM r.finished_at - r.created_at)::float / 3600 AS resolve, r.round,
      (SELECT count(*)::int FROM request_feedback f WHERE f.street_id = r.street_id AND f.request_id = r.id) AS rated,
      (SELECT count(*)::int FROM request_feedback f WHERE f.street_id = r.street_id AND f.request_id = r.id AND f.satisfied) AS satisfied
    FROM request r JOIN compound c ON c.id = r.compound_id JOIN community co ON co.id = c.community_id
    LEFT JOIN zone_compound zc ON zc.compound_id = c.id LEFT JOIN zone z ON z.id = zc.zone_id
    WHERE (r.created_at AT TIME ZONE 'Asia/Shanghai')::date BETWEEN '${from}' AND '${to}'`)

const ENDED = ['closed', 'refused', 'withdrawn', 'merged']

/** The value below which a share of the sorted ones lies, between neighbours in proportion. */
function percentile(values: number[], share: number): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  if (sorted.length === 0) return null
  const at = (sorted.length - 1) * share
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low + (high - low) * (at - Math.floor(at))
}

test('the figures are those that are counted by hand from every request of the period', async () => {
  const [span] = await asking<{ from: string; to: string }>(
    `SELECT (max(created_at)::date - 60)::text AS from, (max(created_at)::date - 5)::text AS to FROM request`,
  )
  const { from = '', to = '' } = span ?? {}
  const rows = await report(admin, { by: 'community', from, to })
  const all = await everyRequest(from, to)
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
  expect(all.length).toBeGreaterThan(100)
  for (const row of rows) {
    const own = all.filter(({ community }) => community === row.name)
    const accepts = own.flatMap(({ accept }) => (accept === null ? [] : [accept]))
    const resolves = own.flatMap(({ resolve }) => (resolve === null ? [] : [resolve]))
    const rated = own.reduce((sum, one) => sum + one.rated, 0)
    const done = own.filter(({ resolve, round }) => resolve !== null || round > 1)
    expect(row).toMatchObject({
      count: own.length,
      open: own.filter(({ state }) => !ENDED.includes(state)).length,
      late: own.filter(({ late }) => late).length,
      rated,
    })
    const near = (value: number | null, right: number | null) =>
      right === null ? expect(value).toBeNull() : expect(value).toBeCloseTo(right, 3)
    near(row.acceptMedian, percentile(accepts, 0.5))
    near(row.acceptP90, percentile(accepts, 0.9))
    near(row.resolveMedian, percentile(resolves, 0.5))
    near(row.resolveP90, percentile(resolves, 0.9))
    near(row.satisfied, rated === 0 ? null : own.reduce((sum, one) => sum + one.satisfied, 0) / rated)
    near(row.reopened, done.length === 0 ? null : done.filter(({ round }) => round > 1).length / done.length)
  }
})

test('every grouping counts the same requests, each once', async () => {
  const sums = []
  for (const by of ['community', 'zone', 'compound', 'category', 'worker', 'month']) {
    const rows = await report(admin, { by })
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
    sums.push(rows.reduce((sum, { count }) => sum + count, 0))
  }
  expect(new Set(sums).size).toBe(1)
})

test('a community and a zone lead see their own part alone, and the workbook too', async () => {
  const community = await signedInAs('community-staff')
  const lead = await signedInAs('zone-lead')
  const whole = await report(admin, { by: 'community' })
  const own = await report(community, { by: 'community' })
  expect(own).toHaveLength(1)
  expect(whole.length).toBeGreaterThan(1)
  expect(whole.find(({ key }) => key === own[0]?.key)?.count).toBe(own[0]?.count)
  expect(await report(lead, { by: 'zone' })).toHaveLength(1)
  const { requestsWithin } = await import('@/features/requests/policy')
  const { principalOf } = await import('@/server/session')
  const { db } = await import('@/server/db')
  for (const caller of [community, lead]) {
    const principal = await principalOf(caller.cookie.split('=')[1] ?? '', new Date())
    if (!principal) throw new Error('no session')
    const rows = await report(caller, { by: 'month', from: '2020-01-01' })
    const within = await db().request.count({ where: requestsWithin(principal, 'requests.read') })
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(within)
  }
  const worker = await signedInAs('worker')
  expect((await worker.call(endpoints.getReport)).status).toBe(403)
})

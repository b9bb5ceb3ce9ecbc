import { afterAll, beforeAll, expect, test } from 'vitest'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let staff: Caller
let community: Caller
let demands: typeof import('@/features/demands/demands/endpoints')
let evidence: typeof import('@/features/demands/evidence/endpoints')
const asking = askingDemo(() => database)

beforeAll(async () => {
  database = await openOffice()
  demands = await import('@/features/demands/demands/endpoints')
  evidence = await import('@/features/demands/evidence/endpoints')
  staff = await signedInAs('street-staff')
  community = await signedInAs('community-staff')
  expect((await staff.call(evidence.postDemandGathering)).status).toBe(200)
})

afterAll(() => database.drop())

type Listed = {
  rows: { id: string; title: string; households: number; compounds: number; version: number }[]
}
const list = async (who: Caller) =>
  ((await who.call(demands.getDemands, { query: { size: '100' } })).body as Listed).rows
const all = () =>
  asking<{ origin: string; source: string }>(
    `SELECT origin_id AS origin, source_id AS source FROM demand_evidence ORDER BY 1, 2`,
  )

test('gathering lays every wish of every answer to a demand once, however often it is done', async () => {
  const [wished] = await asking<{ count: number }>(
    `SELECT count(*)::int AS count FROM (
      SELECT id, jsonb_array_elements_text(answers->'wants') FROM questionnaire WHERE answers ? 'wants'
      UNION SELECT k.questionnaire_id, c.name FROM answer_code k JOIN survey_code c ON c.id = k.code_id) w`,
  )
  expect((await all()).length).toBe(wished?.count)
  expect(wished?.count).toBeGreaterThan(5_000)
  const again = await staff.call(evidence.postDemandGathering)
  expect(again.body).toEqual({ added: 0 })
})

test('the figures of a demand agree with plain SQL, and those of a community are its own part', async () => {
  const counted = await asking<{ id: string; households: number; compounds: number }>(
    `SELECT demand_id AS id, count(DISTINCT coalesce(household_id, source_id))::int AS households,
      count(DISTINCT compound_id)::int AS compounds FROM demand_evidence GROUP BY 1`,
  )
  const whole = new Map((await list(staff)).map((row) => [row.id, row]))
  expect(whole.size).toBe(counted.length)
  for (const { id, ...figures } of counted) expect(whole.get(id)).toMatchObject(figures)
  const parts = await asking<{ id: string; households: number; compounds: number }>(
    `SELECT e.demand_id AS id, count(DISTINCT coalesce(e.household_id, e.source_id))::int AS households,
      count(DISTINCT e.compound_id)::int AS compounds FROM demand_evidence e JOIN compound c ON c.id = e.compound_id
      JOIN role_grant g ON g.scope_id = c.community_id JOIN account a ON a.id = g.account_id
      WHERE a.username = 'community-staff' GROUP BY 1`,
  )
  const seen = new Map((await list(community)).map((row) => [row.id, row]))
  expect(seen.size).toBe(parts.length)
  for (const { id, ...figures } of parts) expect(seen.get(id)).toMatchObject(figures)
})

test('merging, separating and splitting keep every piece of evidence, and what was its own comes back', async () => {
  const before = await all()
  const [into, other] = await list(staff)
  if (!into || !other) throw new Error('There are no demands.')
  const own = (id: string) =>
    asking<{ id: string }>(`SELECT id FROM demand_evidence WHERE demand_id = '${id}' ORDER BY id`)
  const others = await own(other.id)
  const params = { id: other.id }
  const merged = await staff.call(demands.postDemandMerge, {
    params,
    body: { intoId: into.id, version: other.version },
  })
  expect(merged.status).toBe(200)
  expect(await own(other.id)).toEqual([])
  expect(await all()).toEqual(before)
  const separated = await staff.call(demands.postDemandSeparation, {
    params,
    body: { version: other.version + 1 },
  })
  expect(separated.status).toBe(200)
  expect(await own(other.id)).toEqual(others)
  const split = await staff.call(demands.postDemandSplit, {
    params,
    body: {
      title: '拆出的一部分',
      category: 'other',
      evidenceIds: others.slice(0, 7).map(({ id }) => id),
      version: other.version + 2,
    },
  })
  expect(split.status).toBe(201)
  const { id: splitId } = split.body as { id: string }
  expect(await own(splitId)).toEqual(others.slice(0, 7))
  expect(await own(other.id)).toEqual(others.slice(7))
  expect(await all()).toEqual(before)
})

test('a community changes no demand of which evidence lies in another, and is told that there is none', async () => {
  const [seen] = await list(community)
  const params = { id: seen?.id ?? '' }
  expect((await community.call(demands.getDemand, { params })).status).toBe(200)
  const body = { state: 'planned', version: seen?.version }
  expect((await community.call(demands.postDemandState, { params, body })).status).toBe(404)
})

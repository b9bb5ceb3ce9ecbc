import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '@/core/identifier'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let staff: Caller
let demands: typeof import('@/features/demands/demands/endpoints')
let evidence: typeof import('@/features/demands/evidence/endpoints')
let kitchen: typeof import('@/features/demands/kitchen/endpoints')
const asking = askingDemo(() => database)

beforeAll(async () => {
  database = await openOffice()
  demands = await import('@/features/demands/demands/endpoints')
  evidence = await import('@/features/demands/evidence/endpoints')
  kitchen = await import('@/features/demands/kitchen/endpoints')
  staff = await signedInAs('street-staff')
})

afterAll(() => database.drop())

const demandNamed = async (title: string) => {
  const [row] = await asking<{
    id: string
    version: number
    households: number
    compounds: number
    priority: number
  }>(
    `SELECT id, version, households, compounds, priority FROM demand WHERE title = '${title}' ORDER BY created_at LIMIT 1`,
  )
  if (!row) throw new Error(title)
  return row
}
const pieces = async () =>
  asking<{ id: string; demand_id: string }>('SELECT id, demand_id FROM demand_evidence ORDER BY id')

/** The kept figures of all demands beside those that plain SQL counts. */
const wrongFigures = () =>
  asking(`
    SELECT d.title FROM demand d LEFT JOIN LATERAL (
      SELECT count(DISTINCT CASE WHEN e.household_id IS NOT NULL THEN e.household_id
                                 WHEN e.kind IN ('answer', 'request') THEN e.source_id END) AS households,
        count(DISTINCT e.compound_id) AS compounds FROM demand_evidence e
      WHERE e.demand_id = d.id AND e.kind <> 'opinion') f ON true
    WHERE d.households <> f.households OR d.compounds <> f.compounds
      OR d.priority <> d.households + 10 * d.compounds + CASE WHEN d.is_urgent THEN 200 ELSE 0 END`)

test('each service asked for on paper is a demand, with every answer as its evidence, once however often it is gathered', async () => {
  const [sums] = await asking<{ wants: number; kept: number }>(`
    SELECT (SELECT count(*)::int FROM (
        SELECT q.id, w FROM questionnaire q, jsonb_array_elements_text(q.answers->'wants') w
        UNION SELECT k.questionnaire_id, c.name FROM answer_code k JOIN survey_code c ON c.id = k.code_id) x) AS wants,
      (SELECT count(*)::int FROM demand_evidence WHERE kind = 'answer') AS kept`)
  expect(sums?.kept).toBe(sums?.wants)
  expect(sums?.kept).toBeGreaterThan(5_000)
  expect((await staff.call(evidence.postDemandGathering, {})).body).toEqual({ added: 0 })
  expect(await wrongFigures()).toEqual([])
})

test('merging, splitting and taking apart lose no piece of evidence, and all figures follow', async () => {
  const before = await pieces()
  const small = await demandNamed('宠物管理')
  const large = await demandNamed('绿化修剪')
  const merged = await staff.call(demands.postDemandMerge, {
    params: { id: small.id },
    body: { intoId: large.id, version: small.version },
  })
  expect(merged.status).toBe(200)
  expect((await pieces()).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  const both = await demandNamed('绿化修剪')
  expect(both.households).toBeGreaterThan(Math.max(small.households, large.households))
  const [group] = await asking<{ compound_id: string; count: number }>(
    `SELECT compound_id, count(*)::int AS count FROM demand_evidence WHERE demand_id = '${large.id}' GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
  )
  const split = await staff.call(demands.postDemandSplit, {
    params: { id: large.id },
    body: {
      title: '修剪大树',
      category: 'greenery',
      groups: [{ compoundId: group?.compound_id, kind: 'answer' }],
      version: both.version,
    },
  })
  expect(split.status).toBe(201)
  const parted = await staff.call(demands.postDemandSeparation, {
    params: { id: small.id },
    body: { version: (await demandNamed('宠物管理')).version },
  })
  expect(parted.status).toBe(200)
  expect((await pieces()).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(await wrongFigures()).toEqual([])
})

test('twenty who merge the same at once leave one merge, and two that merge into each other no circle', async () => {
  const one = await demandNamed('文体活动')
  const other = await demandNamed('矛盾调解')
  const merge = (from: typeof one, into: typeof one) =>
    staff.call(demands.postDemandMerge, {
      params: { id: from.id },
      body: { intoId: into.id, version: from.version },
    })
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, place) => (place % 2 ? merge(one, other) : merge(other, one))),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(
    await asking(
      `SELECT 1 FROM demand a JOIN demand b ON a.merged_into_id = b.id AND b.merged_into_id IS NOT NULL`,
    ),
  ).toEqual([])
  expect(await wrongFigures()).toEqual([])
})

test('what is out of scope is not there, in list, count and evidence alike', async () => {
  const community = await signedInAs('community-staff')
  const listed = (await community.call(demands.getDemands, { query: { size: '100' } })).body as {
    rows: { id: string }[]
    total: number
  }
  const [own] = await asking<{ count: number }>(`
    SELECT count(DISTINCT e.demand_id)::int AS count FROM demand_evidence e JOIN compound c ON c.id = e.compound_id
    JOIN role_grant g ON g.scope_id = c.community_id JOIN account a ON a.id = g.account_id WHERE a.username = 'community-staff'`)
  expect(listed.total).toBeGreaterThanOrEqual(own?.count ?? 0)
  const compoundElsewhere = await asking<{ id: string }>(`
    SELECT c.id FROM compound c WHERE c.community_id NOT IN (SELECT scope_id FROM role_grant g JOIN account a ON a.id = g.account_id
      WHERE a.username = 'community-staff' AND scope_id IS NOT NULL) LIMIT 1`)
  const made = await community.call(demands.postDemand, {
    body: {
      title: '别处的需求',
      category: 'other',
      words: null,
      isUrgent: false,
      evidence: {
        kind: 'other',
        compoundId: compoundElsewhere[0]?.id,
        happenedOn: '2026-01-05',
        words: null,
      },
    },
  })
  expect(made.status).toBe(422)
  expect((await (await signedInAs('worker')).call(demands.getDemands, {})).status).toBe(403)
})

test('the kitchen lays demands against resources: a match covers its area, is made once, and ends', async () => {
  const demand = await demandNamed('楼道保洁')
  const [zone] = await asking<{ id: string }>(`
    SELECT zc.zone_id AS id FROM demand_evidence e JOIN zone_compound zc ON zc.compound_id = e.compound_id
    WHERE e.demand_id = '${demand.id}' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`)
  const cell = async () => {
    const board = (await staff.call(kitchen.getKitchenBoard, { query: { zone: zone?.id ?? '' } })).body as {
      cells: { id: string; coverage: string }[]
    }
    return board.cells.find(({ id }) => id === demand.id)?.coverage
  }
  expect(await cell()).toBe('none')
  const suggested = (
    await staff.call(kitchen.getKitchenSuggestions, { query: { demand: demand.id, zone: zone?.id ?? '' } })
  ).body as { rows: { id: string; reasons: { kind: string }[] }[] }
  expect(suggested.rows[0]?.reasons.map(({ kind }) => kind)).toContain('category')
  const body = {
    demandId: demand.id,
    resourceId: suggested.rows[0]?.id,
    zoneId: zone?.id,
    compoundId: null,
    coverage: 'full',
    reason: '每天两次',
  }
  const tries = await Promise.all(
    Array.from({ length: 8 }, () => staff.call(kitchen.postKitchenMatch, { body })),
  )
  expect(tries.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(await cell()).toBe('covered')
})

test('a visit that a phone sends three times is one visit, at its own time, with its promise to be kept', async () => {
  const visits = await import('@/features/surveys/visits/endpoints')
  const member = await signedInAs('grid-member')
  const [building] = await asking<{ id: string }>(`
    SELECT b.id FROM building b JOIN grid_member gm ON gm.grid_id = b.grid_id JOIN person p ON p.id = gm.person_id
    JOIN account a ON a.id = p.account_id WHERE a.username = 'grid-member' AND b.ended_at IS NULL LIMIT 1`)
  const at = new Date(Date.now() - 3 * 3_600_000)
  const body = {
    id: uuidv7(),
    buildingId: building?.id,
    topics: ['repair'],
    words: '单元门关不上',
    promises: [{ words: '三天内修', dueOn: '2027-01-05' }],
    made: { at: at.toISOString(), aheadSeconds: 0 },
  }
  const answers = await Promise.all([1, 2, 3].map(() => member.call(visits.postHouseholdVisit, { body })))
  expect(answers.map(({ status, body }) => (status < 300 ? 'kept' : body))).toEqual(['kept', 'kept', 'kept'])
  expect(
    await asking(`SELECT v.words, count(p.id)::int AS promises FROM visit v JOIN visit_promise p ON p.visit_id = v.id
      WHERE v.id = '${body.id}' GROUP BY v.words`),
  ).toEqual([{ words: '单元门关不上', promises: 1 }])
})

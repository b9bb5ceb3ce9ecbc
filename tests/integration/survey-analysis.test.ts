import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Analysis } from '@/features/surveys/analysis/rules'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let staff: Caller
let community: Caller
let auditor: Caller
let endpoints: typeof import('@/features/surveys/analysis/endpoints')
let surveyId: string
const asking = askingDemo(() => database)

beforeAll(async () => {
  database = await openOffice()
  endpoints = await import('@/features/surveys/analysis/endpoints')
  staff = await signedInAs('street-staff')
  community = await signedInAs('community-staff')
  auditor = await signedInAs('auditor')
  const [survey] = await asking<{ id: string }>(
    `SELECT survey_id AS id FROM questionnaire GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  )
  surveyId = survey?.id ?? ''
})

afterAll(() => database.drop())

async function analysis(who: Caller, query: Record<string, string> = {}): Promise<Analysis> {
  const { status, body } = await who.call(endpoints.getSurveyAnalysis, { params: { id: surveyId }, query })
  expect(status, JSON.stringify(body)).toBe(200)
  return body as Analysis
}

const questionIn = (found: Analysis, key: string) => {
  const question = found.questions.find((one) => one.key === key)
  if (!question) throw new Error(`There is no question ${key}.`)
  return question
}

/** What each household that returned an answer said, with its weight by compound, straight from the rows. */
const SAID = `
  SELECT q.*, c.community_id, c.built_year, b.grid_id,
    c.household_count::float / count(*) OVER (PARTITION BY q.compound_id) AS weight
  FROM questionnaire q JOIN compound c ON c.id = q.compound_id LEFT JOIN building b ON b.id = q.building_id
  WHERE q.is_returned`
const said = () => `${SAID} AND q.survey_id = '${surveyId}'`

test('counts and weighted shares of every answer agree with plain SQL', async () => {
  const found = await analysis(staff)
  const [whole] = await asking<{ returned: number; effect: number }>(
    `SELECT count(*)::int AS returned, count(*) * sum(weight * weight) / sum(weight) ^ 2 AS effect FROM (${said()}) s`,
  )
  expect(found.returned).toBe(whole?.returned)
  expect(found.returned).toBeGreaterThan(5_000)
  expect(found.effect).toBeCloseTo(whole?.effect ?? 0, 9)
  const rows = await asking<{ question: string; item: string; count: number; share: number }>(`
    WITH s AS (${said()}),
    wants AS (SELECT 'wants' AS question, w AS item, weight FROM s, jsonb_array_elements_text(answers->'wants') w),
    one AS (SELECT key AS question, answers->>key AS item, weight FROM s, unnest(ARRAY['willingness', 'satisfaction', 'worst']) key
      WHERE answers ? key)
    SELECT question, item, count(*)::int AS count, sum(weight) / (SELECT sum(weight) FROM s WHERE answers ? question) AS share
    FROM (SELECT * FROM wants UNION ALL SELECT * FROM one) a GROUP BY 1, 2`)
  expect(rows.length).toBeGreaterThan(40)
  for (const { question: key, item, count, share } of rows) {
    const question = questionIn(found, key)
    const figure = question.total.figures[question.items.findIndex((one) => one.key === item)]
    expect(figure?.count, `${key} ${item}`).toBe(count)
    expect(figure?.share, `${key} ${item}`).toBeCloseTo(share, 9)
    expect(figure?.low ?? 1).toBeLessThan(share)
    expect(figure?.high ?? 0).toBeGreaterThan(share)
  }
})

test.each([
  ['community', 'community_id::text'],
  ['compound', 'compound_id::text'],
  ['grid', `coalesce(grid_id::text, '')`],
  ['age', `coalesce((built_year / 10 * 10)::text, '')`],
] as const)(
  'crossed by %s, each group has the counts and shares that plain SQL finds',
  async (by, column) => {
    const found = await analysis(staff, { by, question: 'willingness' })
    const rows = await asking<{ key: string; returned: number; willing: number; share: number | null }>(`
    SELECT ${column} AS key, count(*)::int AS returned, count(*) FILTER (WHERE answers->>'willingness' = '不愿意')::int AS willing,
      sum(weight) FILTER (WHERE answers->>'willingness' = '不愿意') / sum(weight) FILTER (WHERE answers ? 'willingness') AS share
    FROM (${said()}) s GROUP BY 1`)
    const shown = new Map(found.groups.map((head, index) => [head.key, { head, index }]))
    expect(found.groups.filter(({ returned }) => returned > 0)).toHaveLength(rows.length)
    const question = questionIn(found, 'willingness')
    const drawn = question.items.findIndex(({ key }) => key === '不愿意')
    for (const { key, returned, willing, share } of rows) {
      const row = shown.get(key)
      expect(row?.head.returned).toBe(returned)
      const figure = question.groups[row?.index ?? -1]?.figures[drawn]
      expect(figure?.count).toBe(willing)
      expect(figure?.share ?? 0).toBeCloseTo(share ?? 0, 9)
    }
  },
)

test('the demo campaign is analysed in well under a second', async () => {
  await analysis(staff)
  const began = performance.now()
  await analysis(staff)
  expect(performance.now() - began).toBeLessThan(1_000)
})

test('a community sees its own part alone, in fives, and no other community by any filter', async () => {
  const [own] = await asking<{ id: string; returned: number }>(`
    SELECT g.scope_id AS id, (SELECT count(*)::int FROM (${said()}) s WHERE s.community_id = g.scope_id) AS returned
    FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.username = 'community-staff'`)
  const found = await analysis(community, { by: 'compound' })
  expect(found.sight).toBe('coarse')
  expect(found.returned).toBe(own?.returned)
  expect(found.communities.map(({ value }) => value)).toEqual([own?.id])
  for (const { total, groups } of found.questions)
    for (const { figures } of [total, ...groups]) for (const { count } of figures) expect(count % 5).toBe(0)
  const [other] = await asking<{ id: string }>(`SELECT id FROM community WHERE id <> '${own?.id}' LIMIT 1`)
  expect((await analysis(community, { community: other?.id ?? '' })).returned).toBe(0)
})

test('to who may not see single answers, no two answers of all filters tell of one to four households', async () => {
  // Only one to eight answers stay in half of the compounds, so that much is small.
  await asking(`UPDATE questionnaire q SET is_returned = false FROM (
    SELECT q.id, row_number() OVER (PARTITION BY compound_id ORDER BY q.id) AS place, dense_rank() OVER (ORDER BY compound_id) AS rank
    FROM questionnaire q WHERE is_returned AND survey_id = '${surveyId}') s
    WHERE s.id = q.id AND s.rank % 2 = 0 AND s.place > s.rank % 8 + 1`)
  const isSmall = (count: number) => count > 0 && count < 5
  const exact = await analysis(staff, { by: 'compound' })
  expect(exact.groups.some(({ returned }) => isSmall(returned))).toBe(true)
  const whole = await analysis(auditor)
  expect(whole.sight).toBe('coarse')
  const filters: Record<string, string>[] = [
    {},
    ...whole.communities.map(({ value }) => ({ community: value })),
    ...whole.compounds.filter((_, index) => index % 9 === 0).map(({ value }) => ({ compound: value })),
  ]
  for (const filter of filters) {
    await asking('DELETE FROM rate_limit')
    const question = { question: 'willingness' }
    for (const by of ['community', 'compound', 'grid', 'age']) {
      const found = await analysis(auditor, { ...filter, ...question, by })
      const rows = found.groups.map(({ returned }) => returned)
      expect(rows.reduce((all, row) => all + row, 0)).toBe(found.returned)
      for (const count of [found.returned, ...rows]) {
        expect(isSmall(count)).toBe(false)
        expect(isSmall(found.returned - count)).toBe(false)
        expect(isSmall(whole.returned - count)).toBe(false)
      }
      for (const one of found.questions)
        for (const { answered, figures } of [one.total, ...one.groups]) {
          expect((answered ?? 0) % 5).toBe(0)
          for (const { count, share } of figures) {
            expect(count % 5).toBe(0)
            // What a share stands for is a whole number of fives too.
            expect(
              Math.abs(
                ((share ?? 0) * (answered ?? 0)) / 5 - Math.round(((share ?? 0) * (answered ?? 0)) / 5),
              ),
            ).toBeLessThan(1e-9)
          }
        }
    }
  }
}, 120_000)

test('while a campaign runs, its figures are for those alone who may see single answers', async () => {
  await asking(`UPDATE survey SET state = 'running' WHERE id = '${surveyId}'`)
  const closed = await analysis(auditor)
  expect(closed).toMatchObject({ isOpen: false, questions: [], groups: [] })
  expect((await analysis(staff)).isOpen).toBe(true)
  await asking(`UPDATE survey SET state = 'finished' WHERE id = '${surveyId}'`)
})

test('an export is recorded, and a role without the permission gets none', async () => {
  const params = { id: surveyId }
  const exported = await staff.call(endpoints.postSurveyAnalysisExport, { params, body: { by: 'community' } })
  expect(exported.status).toBe(200)
  expect(exported.bytes?.length).toBeGreaterThan(2_000)
  const [kept] = await asking<{ count: number }>(
    `SELECT count(*)::int AS count FROM audit_entry WHERE action = 'survey-analysis.export' AND subject_id = '${surveyId}'`,
  )
  expect(kept?.count).toBe(1)
  expect((await auditor.call(endpoints.postSurveyAnalysisExport, { params, body: {} })).status).toBe(403)
  const worker = await signedInAs('worker')
  expect((await worker.call(endpoints.getSurveyAnalysis, { params })).status).toBe(403)
})

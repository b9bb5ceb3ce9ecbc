import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Analysis } from '@/features/surveys/analysis/rules'
import type { TextRow } from '@/features/surveys/coding/queries'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let staff: Caller
let endpoints: typeof import('@/features/surveys/coding/endpoints')
let params: { id: string }
const asking = askingDemo(() => database)

beforeAll(async () => {
  database = await openOffice()
  endpoints = await import('@/features/surveys/coding/endpoints')
  staff = await signedInAs('street-staff')
  const [survey] = await asking<{ id: string }>(
    `SELECT survey_id AS id FROM questionnaire GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  )
  params = { id: survey?.id ?? '' }
  await asking('DELETE FROM answer_code')
})

afterAll(() => database.drop())

type Page = { rows: TextRow[]; total: number; next: string | null; previous: string | null }

async function texts(query: Record<string, string> = {}): Promise<Page> {
  const { status, body } = await staff.call(endpoints.getSurveyTexts, { params, query })
  expect(status, JSON.stringify(body)).toBe(200)
  return body as Page
}

async function codeNamed(name: string, keywords: string[]): Promise<string> {
  const { status, body } = await staff.call(endpoints.postSurveyCode, { body: { name, keywords } })
  expect(status, JSON.stringify(body)).toBe(201)
  return (body as { id: string }).id
}

test('each text is one row with as many answers as plain SQL counts, and pages lead through all of them', async () => {
  const counted = await asking<{ text: string; answers: number }>(
    `SELECT answers->>'remark' AS text, count(*)::int AS answers FROM questionnaire
     WHERE is_returned AND answers ? 'remark' AND survey_id = '${params.id}' GROUP BY 1 ORDER BY 2 DESC`,
  )
  const seen: TextRow[] = []
  let page = await texts({ size: '10' })
  expect(page.total).toBe(counted.length)
  for (;;) {
    seen.push(...page.rows)
    if (!page.next) break
    page = await texts({ size: '10', cursor: page.next })
  }
  const figures = (rows: { text: string; answers: number }[]) =>
    rows.map(({ text, answers }) => `${text} ${answers}`).sort()
  expect(figures(seen)).toEqual(figures(counted))
})

test('texts are found by characters and by pinyin initials', async () => {
  const [byInitials] = (await texts({ q: 'ldd' })).rows
  expect(byInitials?.text).toContain('楼道灯')
  expect((await texts({ q: '楼道灯' })).rows[0]?.id).toBe(byInitials?.id)
  expect((await texts({ q: '没有这样的话' })).rows).toEqual([])
})

test('a keyword suggests its code; coded once, all that say the same have it, and the demand list gathers them', async () => {
  const name = '楼道照明与保洁'
  const codeId = await codeNamed(name, ['楼道'])
  const found = await texts({ suggested: codeId })
  expect(found.rows.length).toBeGreaterThan(1)
  const [first] = found.rows
  if (!first) throw new Error('There is nothing to code.')
  const body = { question: 'remark', codeId, answers: [first.id] }
  expect((await staff.call(endpoints.postSurveyCoding, { params, body })).body).toEqual({
    answers: first.answers,
  })
  expect((await staff.call(endpoints.postSurveyCoding, { params, body })).body).toEqual({ answers: 0 })
  expect((await texts({ code: codeId })).rows.map(({ id }) => id)).toEqual([first.id])
  const rest = await staff.call(endpoints.postSuggestedCoding, {
    params,
    body: { question: 'remark', codeId },
  })
  const all = found.rows.reduce((sum, { answers }) => sum + answers, 0)
  expect(rest.body).toEqual({ answers: all - first.answers })

  const analysis = await import('@/features/surveys/analysis/endpoints')
  const told = (await staff.call(analysis.getSurveyAnalysis, { params })).body as Analysis
  const remark = told.questions.find(({ key }) => key === 'remark')
  const place = remark?.items.findIndex(({ key }) => key === codeId) ?? -1
  expect(remark?.total.figures[place]?.count).toBe(all)

  const { postDemandGathering } = await import('@/features/demands/evidence/endpoints')
  expect((await staff.call(postDemandGathering)).status).toBe(200)
  const evidence = () =>
    asking<{
      count: number
    }>(`SELECT count(*)::int AS count FROM demand_evidence e JOIN demand d ON d.id = e.origin_id
      WHERE d.title = '${name}' AND e.kind = 'answer'`)
  expect(await evidence()).toEqual([{ count: all }])
  await staff.call(postDemandGathering)
  expect(await evidence()).toEqual([{ count: all }])

  expect((await staff.call(endpoints.postSurveyCodingRemoval, { params, body })).body).toEqual({
    answers: first.answers,
  })
  expect((await texts({ code: codeId })).rows).toHaveLength(found.rows.length - 1)
})

test('a word out of use is given to no further answer, and a name stands once', async () => {
  const codeId = await codeNamed('停用的词', ['停车'])
  expect((await staff.call(endpoints.postSurveyCode, { body: { name: '停用的词' } })).status).toBe(409)
  const end = { params: { id: codeId }, body: { version: 1 } }
  expect((await staff.call(endpoints.postSurveyCodeEnd, end)).status).toBe(200)
  const [any] = (await texts()).rows
  const body = { question: 'remark', codeId, answers: [any?.id] }
  expect((await staff.call(endpoints.postSurveyCoding, { params, body })).status).toBe(422)
})

test('what households wrote is closed to a community and to who only reads', async () => {
  for (const username of ['community-staff', 'auditor', 'dispatcher']) {
    const other = await signedInAs(username)
    expect((await other.call(endpoints.getSurveyTexts, { params })).status).toBe(403)
    expect((await other.call(endpoints.getSurveyCodes)).status).toBe(403)
  }
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Question } from '@/features/surveys/questions/schema'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Answer, type Caller, openOffice, signedInAs } from '../support/office'

const ORIGIN = 'http://localhost:3000'

let database: TestDatabase
let staff: Caller
let community: Caller
let db: typeof import('@/server/db')['db']
let ops: Record<string, import('@/server/endpoint').Handler>
let form: typeof import('@/features/sheets/survey/endpoints')
const asking = askingDemo(() => database)

beforeAll(async () => {
  database = await openOffice()
  ;({ db } = await import('@/server/db'))
  ops = {
    ...(await import('@/features/surveys/campaigns/endpoints')),
    ...(await import('@/features/surveys/issuing/endpoints')),
    ...(await import('@/features/surveys/answers/endpoints')),
    ...(await import('@/features/surveys/progress/endpoints')),
  }
  form = await import('@/features/sheets/survey/endpoints')
  staff = await signedInAs('street-staff')
  community = await signedInAs('community-staff')
})

afterAll(() => database.drop())

const op = (name: string) => {
  const found = ops[name]
  if (!found) throw new Error(name)
  return found
}
const bodyOf = <Body>({ body }: Answer) => body as Body
const codeOf = ({ status, body }: Answer) => ({ status, code: (body as { code?: string })?.code })

const option = (code: string) => ({ code, label: code, labelEn: null })
const ask = (key: string, kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  key,
  kind,
  text: key,
  textEn: null,
  required: false,
  options: kind === 'single' ? ['a', 'b'].map(option) : [],
  rows: [],
  most: null,
  min: null,
  max: null,
  showIf: null,
  ...more,
})
const QUESTIONS = [
  ask('pet', 'single', { required: true }),
  ask('name', 'text', { required: true, showIf: { question: 'pet', is: ['a'] } }),
]
const EMPTY = { nameEn: null, intro: null, introEn: null, startsOn: null, endsOn: null }

type Detail = {
  version: number
  state: string
  form: { id: string; number: number; questions: Question[] }
  earlier: { number: number }[]
}
const detailOf = async (id: string) => bodyOf<Detail>(await staff.call(op('getSurvey'), { params: { id } }))

/** A compound of the community with so many doors that nobody has registered before. */
async function compoundWithDoors(doors: number, inCommunity = true): Promise<string> {
  const [found] = await asking<{ compound: string; stairwell: string; street: string }>(`
    SELECT c.id AS compound, s.id AS stairwell, s.street_id AS street FROM stairwell s
      JOIN building b ON b.id = s.building_id JOIN compound c ON c.id = b.compound_id
    WHERE ${inCommunity ? '' : 'NOT'} c.community_id IN (SELECT g.scope_id FROM role_grant g
        JOIN account a ON a.id = g.account_id WHERE a.username = 'community-staff')
      AND NOT EXISTS (SELECT FROM household h JOIN stairwell t ON t.id = h.stairwell_id
        JOIN building u ON u.id = t.building_id WHERE u.compound_id = c.id)
    ORDER BY c.id, s.id LIMIT 1`)
  if (!found) throw new Error('There is no compound without doors.')
  await asking(`INSERT INTO household (street_id, id, stairwell_id, room, sort_key, search)
    SELECT '${found.street}', gen_random_uuid(), '${found.stairwell}', n::text, lpad(n::text, 6, '0'), n::text
    FROM generate_series(1, ${doors}) n`)
  return found.compound
}

/** A campaign that runs and has been issued to the doors of a compound. */
async function runningSurvey(name: string, compoundId: string, method = 'link'): Promise<string> {
  const created = await staff.call(op('postSurvey'), { body: { ...EMPTY, name } })
  expect(created.status).toBe(201)
  const { id } = bodyOf<{ id: string }>(created)
  const params = { id }
  const tooEarly = await staff.call(op('postSurveyStart'), { params, body: { version: 1 } })
  expect(codeOf(tooEarly)).toEqual({ status: 409, code: 'no-questions' })
  await staff.call(op('postSurveyQuestions'), { params, body: { questions: QUESTIONS, version: 1 } })
  await staff.call(op('postSurveyStart'), { params, body: { version: 2 } })
  const issue = { places: [`compound:${compoundId}`], method }
  expect((await staff.call(op('postSurveyIssue'), { params, body: issue })).status).toBe(200)
  return id
}

const questionnairesOf = (surveyId: string) =>
  db().questionnaire.findMany({ where: { surveyId }, orderBy: { number: 'asc' } })

async function sendPage(code: string, fields: Record<string, string>): Promise<Response> {
  const request = new Request(`${ORIGIN}/survey/${code}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-linzhi-address': '192.0.2.7' },
    body: new URLSearchParams(fields).toString(),
  })
  return form.postSurveyForm(request, { params: Promise.resolve({ code }) })
}

test('a household fills in its link page by page, is asked what its answers lead to, and hands in once', async () => {
  const { codeOfQuestionnaire } = await import('@/features/surveys/issuing/queries')
  const surveyId = await runningSurvey('养宠调查', await compoundWithDoors(3))
  const { form: asked } = await detailOf(surveyId)
  const [first, second] = await questionnairesOf(surveyId)
  if (!first || !second) throw new Error('Nothing was issued.')
  const code = codeOfQuestionnaire(first.id)
  const page = (fields: Record<string, string>) => sendPage(code, { form: asked.id, ...fields })
  expect((await page({ page: '0', go: 'next' })).status).toBe(422)
  expect((await page({ page: '0', go: 'next', 'q-pet': 'z' })).status).toBe(422)
  const on = await page({ page: '0', go: 'next', 'q-pet': 'a' })
  expect([on.status, on.headers.get('location')]).toEqual([303, `/survey/${code}?page=2`])
  expect((await questionnairesOf(surveyId))[0]).toMatchObject({ isReturned: false, answers: { pet: 'a' } })
  expect((await page({ page: '1', go: 'done' })).status).toBe(422)
  expect((await page({ page: '1', go: 'done', 'q-name': '小白' })).status).toBe(303)
  expect((await questionnairesOf(surveyId))[0]).toMatchObject({
    isReturned: true,
    answers: { pet: 'a', name: '小白' },
    channel: 'link',
  })
  expect((await page({ page: '0', go: 'next', 'q-pet': 'b' })).status).toBe(409)
  // Whoever keeps no pet is never asked its name.
  const other = codeOfQuestionnaire(second.id)
  expect((await sendPage(other, { form: asked.id, page: '0', go: 'done', 'q-pet': 'b' })).status).toBe(303)
  expect((await questionnairesOf(surveyId))[1]).toMatchObject({ isReturned: true, answers: { pet: 'b' } })
  expect((await sendPage('AAAABBBBCCCC', { page: '0' })).status).toBe(404)
})

test('questions that somebody has answered stay, and the others get the new ones', async () => {
  const surveyId = await runningSurvey('改版调查', await compoundWithDoors(3))
  const params = { id: surveyId }
  const write = async (questions: Question[]) => {
    const { version } = await detailOf(surveyId)
    return staff.call(op('postSurveyQuestions'), { params, body: { questions, version } })
  }
  await write([ask('one', 'text')])
  expect((await detailOf(surveyId)).form.number).toBe(1)
  const [first] = await questionnairesOf(surveyId)
  const { form: asked } = await detailOf(surveyId)
  const body = {
    householdId: first?.householdId,
    formId: asked.id,
    answers: { one: '好' },
    isDone: true,
  }
  expect((await community.call(op('postDoorAnswers'), { params, body })).status).toBe(200)
  await write([ask('two', 'text')])
  const after = await detailOf(surveyId)
  expect([after.form.number, after.earlier.map(({ number }) => number)]).toEqual([2, [1]])
  const forms = (await questionnairesOf(surveyId)).map(({ formId }) => formId)
  expect(forms).toEqual([asked.id, after.form.id, after.form.id])
  await expect(asking(`UPDATE survey_form SET questions = '[]' WHERE id = '${asked.id}'`)).rejects.toThrow(
    'has been answered',
  )
})

test('one household answers once, however many try at the same moment', async () => {
  const compoundId = await compoundWithDoors(1)
  const surveyId = await runningSurvey('并发调查', compoundId)
  const { form: asked } = await detailOf(surveyId)
  // Left out of the issue, so that the first of them also has to issue it.
  await asking(`DELETE FROM questionnaire WHERE survey_id = '${surveyId}'`)
  const [door] = await db().household.findMany({ where: { stairwell: { building: { compoundId } } } })
  const answers = await Promise.all(
    Array.from({ length: 50 }, () =>
      staff.call(op('postDoorAnswers'), {
        params: { id: surveyId },
        body: { householdId: door?.id, formId: asked.id, answers: { pet: 'b' }, isDone: true },
      }),
    ),
  )
  const count = (status: number) => answers.filter((answer) => answer.status === status).length
  expect([count(200), count(409)]).toEqual([1, 49])
  expect(await questionnairesOf(surveyId)).toHaveLength(1)
}, 60_000)

test('6,354 submissions, a fifth of them sent twice and 16 at a time, are 6,354 rows', async () => {
  const { keepAnswers } = await import('@/features/surveys/answers/commands')
  const surveyId = await runningSurvey('大调查', await compoundWithDoors(6_354, false))
  const issued = await questionnairesOf(surveyId)
  expect(issued).toHaveLength(6_354)
  const queue = issued.flatMap((row, place) => (place % 5 === 0 ? [row, row] : [row]))
  const outcomes: Record<string, number> = {}
  const sender = async () => {
    for (let row = queue.pop(); row; row = queue.pop()) {
      const key = { streetId: row.streetId, id: row.id, surveyId }
      const kept = await db().$transaction(
        (tx) =>
          keepAnswers(tx, key, {
            answers: { pet: 'b' },
            isDone: true,
            channel: 'link',
            takenBy: null,
            at: new Date(),
          }),
        { timeout: 30_000, maxWait: 30_000 },
      )
      const outcome = kept.ok ? 'kept' : kept.refusal
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: 16 }, sender))
  expect(outcomes).toEqual({ kept: 6_354, 'already-answered': 1_271 })
  const [counted] = await asking<{ rows: number; returned: number }>(
    `SELECT count(*)::int AS rows, count(*) FILTER (WHERE is_returned)::int AS returned
     FROM questionnaire WHERE survey_id = '${surveyId}'`,
  )
  expect(counted).toEqual({ rows: 6_354, returned: 6_354 })
}, 600_000)

test('progress counts what plain SQL counts, and a community sees its own part and no campaign that has not reached it', async () => {
  const params = {
    id: (await asking<{ id: string }>(`SELECT id FROM survey WHERE name = '需求问卷调查'`))[0]?.id ?? '',
  }
  type Progress = { total: { issued: number; returned: number }; rows: { tally: { issued: number } }[] }
  for (const by of ['community', 'grid', 'building']) {
    const whole = bodyOf<Progress>(await staff.call(op('getSurveyProgress'), { params, query: { by } }))
    expect(whole.total).toMatchObject({ issued: 6_354, returned: 5_794 })
    expect(whole.rows.reduce((sum, { tally }) => sum + tally.issued, 0)).toBe(6_354)
  }
  const own = bodyOf<Progress>(await community.call(op('getSurveyProgress'), { params }))
  const [counted] = await asking<{ issued: number }>(`
    SELECT count(*)::int AS issued FROM questionnaire q JOIN compound c ON c.id = q.compound_id
      JOIN role_grant g ON g.scope_id = c.community_id JOIN account a ON a.id = g.account_id
    WHERE a.username = 'community-staff' AND q.survey_id = '${params.id}'`)
  expect(own.total.issued).toBe(counted?.issued)
  expect(own.rows).toHaveLength(1)
  const elsewhere = (await asking<{ id: string }>(`SELECT id FROM survey WHERE name = '大调查'`))[0]?.id ?? ''
  expect((await community.call(op('getSurvey'), { params: { id: elsewhere } })).status).toBe(404)
})

test('who may not take answers sees no door, and nobody answers what does not run', async () => {
  const auditor = await signedInAs('auditor')
  const params = {
    id: (await asking<{ id: string }>(`SELECT id FROM survey WHERE name = '养宠调查'`))[0]?.id ?? '',
  }
  expect((await auditor.call(op('getSurveyProgress'), { params })).status).toBe(200)
  expect((await auditor.call(op('getSurveyQuestionnaires'), { params })).status).toBe(403)
  const list = await staff.call(op('getSurveyQuestionnaires'), { params })
  expect(JSON.stringify(list.body)).not.toContain('小白')
  const { version } = await detailOf(params.id)
  expect((await staff.call(op('postSurveyFinish'), { params, body: { version } })).status).toBe(200)
  const [, , third] = await questionnairesOf(params.id)
  const body = { number: third?.number, answers: { pet: 'b' }, isDone: true }
  expect(codeOf(await staff.call(op('postTypedAnswers'), { params, body }))).toEqual({
    status: 409,
    code: 'not-running',
  })
})

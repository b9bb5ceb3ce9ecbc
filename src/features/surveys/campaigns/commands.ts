import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText } from '@/server/pinyin'
import { dateOf, dayFrom, todayOf } from '@/server/term'
import { mayWriteSurveys } from './policy'
import { claimSurvey, findSurvey, type SurveyDetail } from './queries'
import type { FormChanges, NewSurvey, SurveyChanges } from './schema'

export type Written = { id: string; version: number }
type Refused = 'not-found' | 'step-not-possible' | 'stale-version'

const subjectOf = (id: string) => ({ kind: 'survey', id })
const dateOrNull = (day: string | null) => day && dateOf(day)

/** Opens a campaign as a draft, with no questions or with those of another one. */
export async function createSurvey(
  act: Act,
  { copyFromId, ...words }: NewSurvey,
): Promise<Result<{ id: string }, 'not-found' | 'unknown-reference' | 'already-exists'>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  if (!mayWriteSurveys(principal)) return refuse('not-found')
  const source = copyFromId ? await findSurvey(act, copyFromId, 'surveys.write') : null
  if (copyFromId && !source) return refuse('unknown-reference', { copyFromId: 'unknown-reference' })
  if ((await tx.survey.count({ where: { streetId, name: words.name } })) > 0)
    return refuse('already-exists', { name: 'already-exists' })
  const id = uuidv7(now)
  await tx.survey.create({
    data: {
      ...words,
      streetId,
      id,
      startsOn: dateOrNull(words.startsOn),
      endsOn: dateOrNull(words.endsOn),
      search: searchText(words.name, words.nameEn),
      createdAt: now,
    },
    select: { id: true },
  })
  await tx.surveyForm.create({
    data: {
      streetId,
      id: uuidv7(now),
      surveyId: id,
      number: 1,
      questions: structuredClone(source?.form?.questions ?? []) as object,
      createdAt: now,
    },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'survey.create',
    subject: subjectOf(id),
    changes: changesBetween({}, { ...words, copyFrom: source?.name ?? null }),
  })
  return ok({ id })
}

/** Writes to a campaign as of the version that was read. */
async function writeSurvey({ tx, principal }: Act, id: string, version: number, data: object) {
  const written = await tx.survey.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { ...data, version: { increment: 1 } },
  })
  return written.count > 0
}

/** Mends name, words and term of a campaign that is not over. */
export async function changeSurvey(
  act: Act,
  id: string,
  { version, ...words }: SurveyChanges,
): Promise<Result<Written, Refused | 'already-exists'>> {
  const before = await claimSurvey(act, id)
  if (!before) return refuse('not-found')
  if (before.state === 'finished') return refuse('step-not-possible')
  if (before.version !== version) return refuse('stale-version')
  const { streetId } = act.principal
  if ((await act.tx.survey.count({ where: { streetId, name: words.name, NOT: { id } } })) > 0)
    return refuse('already-exists', { name: 'already-exists' })
  await writeSurvey(act, id, version, {
    ...words,
    startsOn: dateOrNull(words.startsOn),
    endsOn: dateOrNull(words.endsOn),
    search: searchText(words.name, words.nameEn),
  })
  const { startsOn, endsOn } = before
  await recordAudit(act, {
    action: 'survey.change',
    subject: subjectOf(id),
    changes: changesBetween(
      { ...before, startsOn: startsOn && dayFrom(startsOn), endsOn: endsOn && dayFrom(endsOn) },
      words,
    ),
  })
  return ok({ id, version: version + 1 })
}

/** Writes the questions. Those that somebody has answered stay: then a new version of the form is made, and whoever has not begun gets it, unless theirs is printed already. */
export async function writeQuestions(
  act: Act,
  id: string,
  { questions, version }: FormChanges,
): Promise<Result<Written, Refused>> {
  const before = await claimSurvey(act, id)
  if (!before) return refuse('not-found')
  if (before.state === 'finished' || !before.form) return refuse('step-not-possible')
  if (before.state === 'running' && questions.length === 0) return refuse('step-not-possible')
  if (before.version !== version) return refuse('stale-version')
  await writeSurvey(act, id, version, {})
  const number = await putQuestions(act, before, before.form, questions)
  await recordAudit(act, {
    action: 'survey.questions',
    subject: subjectOf(id),
    changes: {
      questions: { from: before.form.questions.length, to: questions.length },
      form: { from: before.form.number, to: number },
    },
  })
  return ok({ id, version: version + 1 })
}

async function putQuestions(
  { tx, principal: { streetId }, now }: Act,
  survey: SurveyDetail,
  form: NonNullable<SurveyDetail['form']>,
  questions: FormChanges['questions'],
): Promise<number> {
  const unbegun = { streetId, formId: form.id, isReturned: false, answers: { equals: {} } }
  const [begun, printed] = await Promise.all([
    tx.questionnaire.count({ where: { streetId, formId: form.id, NOT: { answers: { equals: {} } } } }),
    tx.questionnaire.count({ where: { ...unbegun, method: 'paper' } }),
  ])
  const written = questions as unknown as object
  if (begun + printed === 0) {
    await tx.surveyForm.update({
      where: { streetId_id: { streetId, id: form.id } },
      data: { questions: written, version: { increment: 1 } },
      select: { id: true },
    })
    return form.number
  }
  const formId = uuidv7(now)
  const number = form.number + 1
  await tx.surveyForm.create({
    data: { streetId, id: formId, surveyId: survey.id, number, questions: written, createdAt: now },
    select: { id: true },
  })
  await tx.questionnaire.updateMany({
    where: { ...unbegun, NOT: { method: 'paper' } },
    data: { formId },
  })
  return number
}

/** From now on the campaign can be answered; it needs a question for that. */
export async function startSurvey(
  act: Act,
  id: string,
  version: number,
): Promise<Result<Written, Refused | 'no-questions'>> {
  const before = await claimSurvey(act, id)
  if (!before) return refuse('not-found')
  if (before.state !== 'draft') return refuse('step-not-possible')
  if (!before.form || before.form.questions.length === 0) return refuse('no-questions')
  const startsOn = before.startsOn ?? todayOf(act.now)
  const data = { state: 'running', startsOn, ...endAfter(startsOn, before.endsOn) }
  if (!(await writeSurvey(act, id, version, data))) return refuse('stale-version')
  await recordAudit(act, {
    action: 'survey.start',
    subject: subjectOf(id),
    changes: { state: { from: 'draft', to: 'running' } },
  })
  return ok({ id, version: version + 1 })
}

const endAfter = (startsOn: Date, endsOn: Date | null) =>
  endsOn && endsOn < startsOn ? { endsOn: startsOn } : {}

/** Ends a campaign: nobody answers it any more, what was begun stays as it is. */
export async function finishSurvey(act: Act, id: string, version: number): Promise<Result<Written, Refused>> {
  const before = await claimSurvey(act, id)
  if (!before) return refuse('not-found')
  if (before.state !== 'running') return refuse('step-not-possible')
  const today = todayOf(act.now)
  const endsOn = before.startsOn && before.startsOn > today ? before.startsOn : today
  if (!(await writeSurvey(act, id, version, { state: 'finished', endsOn }))) return refuse('stale-version')
  await recordAudit(act, {
    action: 'survey.finish',
    subject: subjectOf(id),
    changes: { state: { from: 'running', to: 'finished' } },
  })
  return ok({ id, version: version + 1 })
}

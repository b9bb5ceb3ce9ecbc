import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { changesBetween, recordAudit } from '@/server/audit'
import { searchText } from '@/server/pinyin'
import { codebookOf, findCode, findCoded, saidWithin, suggestedBy, textsThat } from './queries'
import type { CodeChanges, Coding, NewCode, SuggestedCoding } from './schema'

const subjectOf = (id: string) => ({ kind: 'survey-code', id })
const found = (name: string, keywords: readonly string[]) => searchText(name, ...keywords)

const isNameTaken = async ({ tx, principal }: Act, name: string, except?: string): Promise<boolean> =>
  (await tx.surveyCode.count({
    where: { streetId: principal.streetId, name, ...(except ? { id: { not: except } } : {}) },
  })) > 0

const TAKEN = { name: 'already-exists' } as const

/** Adds a word to the codebook. */
export async function addCode(act: Act, code: NewCode): Promise<Result<{ id: string }, 'already-exists'>> {
  const { tx, principal, now } = act
  if (await isNameTaken(act, code.name)) return refuse('already-exists', TAKEN)
  const id = uuidv7(now)
  await tx.surveyCode.create({
    data: {
      ...code,
      streetId: principal.streetId,
      id,
      search: found(code.name, code.keywords),
      createdAt: now,
    },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'survey-code.add',
    subject: subjectOf(id),
    changes: changesBetween({}, code),
  })
  return ok({ id })
}

export async function changeCode(
  act: Act,
  id: string,
  { version, ...changes }: CodeChanges,
): Promise<
  Result<{ id: string; version: number }, 'not-found' | 'has-ended' | 'stale-version' | 'already-exists'>
> {
  const { tx, principal } = act
  const before = await findCode(act, id)
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  if (await isNameTaken(act, changes.name, id)) return refuse('already-exists', TAKEN)
  const written = await tx.surveyCode.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { ...changes, search: found(changes.name, changes.keywords), version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'survey-code.change',
    subject: subjectOf(id),
    changes: changesBetween(before, changes),
  })
  return ok({ id, version: version + 1 })
}

/** Takes a word out of use; answers that have it keep it. */
export async function endCode(
  act: Act,
  id: string,
  version: number,
): Promise<Result<null, 'not-found' | 'has-ended' | 'stale-version'>> {
  const { tx, principal, now } = act
  const before = await findCode(act, id)
  if (!before) return refuse('not-found')
  if (before.endedAt) return refuse('has-ended')
  const written = await tx.surveyCode.updateMany({
    where: { streetId: principal.streetId, id, version },
    data: { endedAt: now, version: { increment: 1 } },
  })
  if (written.count === 0) return refuse('stale-version')
  await recordAudit(act, { action: 'survey-code.end', subject: subjectOf(id) })
  return ok(null)
}

type Refused = 'not-found' | 'unknown-reference'
type Place = { said: Prisma.Sql; code: { id: string }; survey: string }

/** Where a coding would happen, or why it cannot. */
async function placeOf(
  act: Act,
  surveyId: string,
  { question, codeId }: SuggestedCoding,
): Promise<Result<Place, Refused>> {
  const campaign = await findCoded(act, surveyId)
  if (!campaign) return refuse('not-found')
  if (campaign.texts.every(({ key }) => key !== question))
    return refuse('unknown-reference', { question: 'unknown-reference' })
  const code = await findCode(act, codeId)
  if (!code || code.endedAt) return refuse('unknown-reference', { codeId: 'unknown-reference' })
  return ok({ said: await saidWithin(act, surveyId, question), code, survey: campaign.name })
}

/** Gives a word to the chosen answers and to all that say the same. */
export async function giveCode(
  act: Act,
  surveyId: string,
  coding: Coding,
): Promise<Result<{ answers: number }, Refused>> {
  const place = await placeOf(act, surveyId, coding)
  if (!place.ok) return place
  const texts = await textsOf(act, place.value.said, coding)
  if (texts.length === 0) return refuse('unknown-reference', { answers: 'unknown-reference' })
  return ok({ answers: await give(act, place.value, coding.question, texts) })
}

/** Gives a word to every answer whose text suggests it. */
export async function giveSuggested(
  act: Act,
  surveyId: string,
  coding: SuggestedCoding,
): Promise<Result<{ answers: number }, Refused>> {
  const place = await placeOf(act, surveyId, coding)
  if (!place.ok) return place
  const word = (await codebookOf(act)).find(({ id }) => id === coding.codeId)
  const texts = word
    ? await textsThat(act, place.value.said, coding.question, (text) => suggestedBy(word, text))
    : []
  return ok({ answers: await give(act, place.value, coding.question, texts) })
}

/** Takes a word from the chosen answers and from all that say the same. */
export async function takeCode(
  act: Act,
  surveyId: string,
  coding: Coding,
): Promise<Result<{ answers: number }, Refused>> {
  const { tx, principal } = act
  const campaign = await findCoded(act, surveyId)
  if (!campaign) return refuse('not-found')
  const code = await findCode(act, coding.codeId)
  if (!code) return refuse('unknown-reference', { codeId: 'unknown-reference' })
  const said = await saidWithin(act, surveyId, coding.question)
  const texts = await textsOf(act, said, coding)
  const answers = await tx.$executeRaw`
    DELETE FROM answer_code k USING questionnaire q
    WHERE k.street_id = ${principal.streetId}::uuid AND k.code_id = ${code.id}::uuid AND k.question = ${coding.question}
      AND q.id = k.questionnaire_id AND ${said} AND q.answers->>${coding.question} = ANY(${texts})`
  await recordAudit(act, {
    action: 'survey-code.take',
    subject: subjectOf(code.id),
    changes: { survey: { to: campaign.name }, answers: { to: answers } },
  })
  return ok({ answers })
}

async function textsOf({ tx }: Act, said: Prisma.Sql, { question, answers }: Coding): Promise<string[]> {
  const rows = await tx.$queryRaw<{ text: string }[]>`
    SELECT DISTINCT q.answers->>${question} AS text FROM questionnaire q
    WHERE ${said} AND q.id = ANY(${answers}::uuid[])`
  return rows.map(({ text }) => text)
}

async function give(
  act: Act,
  { said, code, survey }: Place,
  question: string,
  texts: readonly string[],
): Promise<number> {
  const { tx, principal, now } = act
  const answers = await tx.$executeRaw`
    INSERT INTO answer_code (street_id, questionnaire_id, question, code_id, coded_by, coded_at)
    SELECT q.street_id, q.id, ${question}, ${code.id}::uuid, ${principal.accountId}::uuid, ${now}
    FROM questionnaire q WHERE ${said} AND q.answers->>${question} = ANY(${[...texts]})
    ON CONFLICT DO NOTHING`
  await recordAudit(act, {
    action: 'survey-code.give',
    subject: subjectOf(code.id),
    changes: { survey: { to: survey }, answers: { to: answers } },
  })
  return answers
}

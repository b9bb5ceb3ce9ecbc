import { dayOf } from '@/core/instants'
import { happenedAt } from '@/core/phone-clock'
import { ok, type Result, refuse } from '@/core/result'
import { buildingsWithin } from '@/features/places/policy'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { dateOf } from '@/server/term'
import { questionnairesWithin } from '../campaigns/policy'
import { findSurvey } from '../campaigns/queries'
import { issueTo } from '../issuing/commands'
import { countedAnswers, faultsOf } from '../questions/rules'
import type { Answers, Question } from '../questions/schema'
import type { DoorAnswers, DoorRefusal, TypedAnswers } from './schema'

export type Channel = 'link' | 'visit' | 'paper'

export type Given = {
  answers: Answers
  isDone: boolean
  channel: Channel
  takenBy: string | null
  at: Date
  /** The version that was asked, where the phone or the page had one of its own. */
  formId?: string
  /** The questions that these answers are about, where the others keep what was said before; all of them otherwise. */
  about?: readonly string[]
}

export type Kept = { id: string; number: string; isReturned: boolean }
export type NotKept = 'not-running' | 'already-answered' | 'answers-wrong' | 'unknown-reference'

/** Keeps a household's answers while the campaign runs: what is not done stays to be gone on with, and what is done is done once. */
export async function keepAnswers(
  tx: Tx,
  { streetId, id, surveyId }: { streetId: string; id: string; surveyId: string },
  { answers, isDone, channel, takenBy, at, formId, about }: Given,
): Promise<Result<Kept, NotKept>> {
  // Whoever writes the campaign or its questions waits until this is kept, and the other way round.
  const [survey] = await tx.$queryRaw<{ state: string }[]>`
    SELECT state::text FROM survey WHERE street_id = ${streetId}::uuid AND id = ${surveyId}::uuid FOR SHARE`
  if (survey?.state !== 'running') return refuse('not-running')
  await tx.$queryRaw`
    SELECT id FROM questionnaire WHERE street_id = ${streetId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`
  const held = await tx.questionnaire.findUniqueOrThrow({
    where: { streetId_id: { streetId, id } },
    select: { number: true, isReturned: true, answers: true, formId: true },
  })
  if (held.isReturned) return refuse('already-answered')
  const asked = formId ?? held.formId
  const form = await tx.surveyForm.findFirst({
    where: { streetId, id: asked, surveyId },
    select: { questions: true },
  })
  if (!form) return refuse('unknown-reference', { formId: 'unknown-reference' })
  const questions = form.questions as unknown as Question[]
  const before = about ? without(held.answers as Answers, about) : {}
  const said = { ...before, ...answers }
  const faults = faultsOf(questions, said, isDone)
  if (Object.keys(faults).length > 0)
    return refuse(
      'answers-wrong',
      Object.fromEntries(Object.entries(faults).map(([key, fault]) => [`answers.${key}`, fault])),
    )
  await tx.questionnaire.update({
    where: { streetId_id: { streetId, id } },
    data: {
      // What a later page may still lead to stays until it is done.
      answers: (isDone ? countedAnswers(questions, said) : said) as object,
      formId: asked,
      channel,
      takenBy,
      version: { increment: 1 },
      ...(isDone ? { isReturned: true, returnedOn: dateOf(dayOf(at)), declinedOn: null } : {}),
    },
    select: { id: true },
  })
  return ok({ id, number: held.number, isReturned: isDone })
}

const without = (answers: Answers, keys: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key)))

type Missing = 'not-found' | 'unknown-reference' | 'not-running'

/** The questionnaire of a door in the caller's scope; a household that was left out gets one on the spot. */
async function questionnaireOfDoor(
  act: Act,
  surveyId: string,
  householdId: string,
): Promise<Result<string, Missing>> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const survey = await findSurvey(act, surveyId, 'surveys.answers')
  if (!survey?.form) return refuse('not-found')
  const household = await tx.household.findFirst({
    where: { id: householdId, stairwell: { building: buildingsWithin(principal, 'surveys.answers') } },
    select: {
      endedAt: true,
      stairwell: { select: { building: { select: { id: true, compoundId: true } } } },
    },
  })
  if (!household) return refuse('unknown-reference', { householdId: 'unknown-reference' })
  const find = () =>
    tx.questionnaire.findUnique({
      where: { streetId_surveyId_householdId: { streetId, surveyId, householdId } },
      select: { id: true },
    })
  const issued = await find()
  if (issued) return ok(issued.id)
  // Numbers are given one at a time.
  await tx.$queryRaw`
    SELECT id FROM survey WHERE street_id = ${streetId}::uuid AND id = ${surveyId}::uuid FOR NO KEY UPDATE`
  const meanwhile = await find()
  if (meanwhile) return ok(meanwhile.id)
  if (survey.state !== 'running') return refuse('not-running')
  if (household.endedAt) return refuse('unknown-reference', { householdId: 'unknown-reference' })
  const { building } = household.stairwell
  const [id] = await issueTo(
    tx,
    { streetId, id: surveyId, formId: survey.form.id },
    [{ householdId, buildingId: building.id, compoundId: building.compoundId }],
    'visit',
    now,
  )
  return id ? ok(id) : refuse('not-found')
}

const told = (act: Act, action: string, surveyId: string, number: string, isDone: boolean) =>
  recordAudit(act, {
    action,
    subject: { kind: 'survey', id: surveyId },
    changes: { number: { to: number }, isDone: { to: isDone } },
  })

/** Keeps what a household said at its door. */
export async function takeAtDoor(
  act: Act,
  surveyId: string,
  { householdId, made, ...given }: DoorAnswers,
): Promise<Result<Kept, Missing | NotKept>> {
  const { tx, principal, now } = act
  const { streetId, accountId } = principal
  const door = await questionnaireOfDoor(act, surveyId, householdId)
  if (!door.ok) return door
  const at = made ? happenedAt(made, now) : now
  const kept = await keepAnswers(
    tx,
    { streetId, id: door.value, surveyId },
    { ...given, channel: 'visit', takenBy: accountId, at },
  )
  if (kept.ok) await told(act, 'survey.take', surveyId, kept.value.number, given.isDone)
  return kept
}

/** Notes that a household does not want to answer, so that nobody rings again; it may still change its mind. */
export async function declineAtDoor(
  act: Act,
  surveyId: string,
  { householdId, made }: DoorRefusal,
): Promise<Result<{ id: string }, Missing | 'already-answered'>> {
  const { tx, principal, now } = act
  const door = await questionnaireOfDoor(act, surveyId, householdId)
  if (!door.ok) return door
  const written = await tx.questionnaire.updateMany({
    where: { streetId: principal.streetId, id: door.value, isReturned: false, survey: { state: 'running' } },
    data: {
      declinedOn: dateOf(dayOf(made ? happenedAt(made, now) : now)),
      version: { increment: 1 },
    },
  })
  const { isReturned, number } = await tx.questionnaire.findUniqueOrThrow({
    where: { streetId_id: { streetId: principal.streetId, id: door.value } },
    select: { isReturned: true, number: true },
  })
  if (written.count === 0) return refuse(isReturned ? 'already-answered' : 'not-running')
  await told(act, 'survey.decline', surveyId, number, false)
  return ok({ id: door.value })
}

/** Keeps what stands on a sheet of paper. */
export async function typeIn(
  act: Act,
  surveyId: string,
  { number, ...given }: TypedAnswers,
): Promise<Result<Kept, Missing | NotKept>> {
  const { tx, principal, now } = act
  const survey = await findSurvey(act, surveyId, 'surveys.answers')
  if (!survey) return refuse('not-found')
  const found = await tx.questionnaire.findFirst({
    where: { AND: [{ surveyId, number }, questionnairesWithin(principal, 'surveys.answers')] },
    select: { id: true },
  })
  if (!found) return refuse('unknown-reference', { number: 'unknown-reference' })
  const kept = await keepAnswers(
    tx,
    { streetId: principal.streetId, id: found.id, surveyId },
    { ...given, channel: 'paper', takenBy: principal.accountId, at: now },
  )
  if (kept.ok) await told(act, 'survey.type-in', surveyId, number, given.isDone)
  return kept
}

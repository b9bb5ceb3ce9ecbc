import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import { buildingsWithin, compoundsWithin } from '@/features/places/policy'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { hashToken } from '@/server/session'
import { claimSurvey } from '../campaigns/queries'
import { codeOfQuestionnaire } from './queries'
import { idsOf, numberOf } from './rules'
import type { NewIssue } from './schema'

const MOST_DOORS = 20_000
const CHUNK = 1_000

export type Door = { householdId: string; buildingId: string; compoundId: string }

/** Gives each door a questionnaire with the next number; whoever calls holds the campaign. */
export async function issueTo(
  tx: Tx,
  survey: { streetId: string; id: string; formId: string },
  doors: readonly Door[],
  method: string,
  now: Date,
): Promise<string[]> {
  const { streetId, id: surveyId, formId } = survey
  const held = await tx.questionnaire.count({ where: { streetId, surveyId } })
  const rows = doors.map(({ householdId, buildingId, compoundId }, place) => {
    const id = uuidv7(now)
    return {
      streetId,
      id,
      surveyId,
      formId,
      compoundId,
      buildingId,
      householdId,
      number: numberOf(held + place + 1),
      codeHash: hashToken(codeOfQuestionnaire(id)),
      method,
      createdAt: now,
    }
  })
  for (let from = 0; from < rows.length; from += CHUNK)
    await tx.questionnaire.createMany({ data: rows.slice(from, from + CHUNK) })
  return rows.map(({ id }) => id)
}

/** Issues the campaign to every household of the places that has no questionnaire of it yet, in the order of a walk. */
export async function issueSurvey(
  act: Act,
  id: string,
  { places, method }: NewIssue,
): Promise<
  Result<
    { issued: number; already: number },
    'not-found' | 'step-not-possible' | 'unknown-reference' | 'no-doors' | 'too-large'
  >
> {
  const { tx, principal, now } = act
  const { streetId } = principal
  const survey = await claimSurvey(act, id)
  if (!survey) return refuse('not-found')
  if (survey.state === 'finished' || !survey.form) return refuse('step-not-possible')
  const compoundIds = idsOf(places, 'compound')
  const buildingIds = idsOf(places, 'building')
  const [compounds, buildings] = await Promise.all([
    tx.compound.count({
      where: {
        AND: [compoundsWithin(principal, 'surveys.write'), { id: { in: compoundIds }, endedAt: null }],
      },
    }),
    tx.building.count({
      where: {
        AND: [buildingsWithin(principal, 'surveys.write'), { id: { in: buildingIds }, endedAt: null }],
      },
    }),
  ])
  if (compounds < new Set(compoundIds).size || buildings < new Set(buildingIds).size)
    return refuse('unknown-reference', { places: 'unknown-reference' })
  const households = await tx.household.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId,
      endedAt: null,
      stairwell: {
        endedAt: null,
        building: {
          endedAt: null,
          OR: [{ id: { in: buildingIds } }, { compoundId: { in: compoundIds } }],
        },
      },
    },
    orderBy: [
      { stairwell: { building: { compound: { sortKey: 'asc' } } } },
      { stairwell: { building: { sortKey: 'asc' } } },
      { stairwell: { number: 'asc' } },
      { sortKey: 'asc' },
      { id: 'asc' },
    ],
    take: MOST_DOORS + 1,
    select: {
      id: true,
      questionnaires: { where: { surveyId: id }, select: { id: true } },
      stairwell: { select: { building: { select: { id: true, compoundId: true } } } },
    },
  })
  if (households.length === 0) return refuse('no-doors', { places: 'no-doors' })
  if (households.length > MOST_DOORS) return refuse('too-large')
  const doors = households
    .filter(({ questionnaires }) => questionnaires.length === 0)
    .map(({ id: householdId, stairwell: { building } }) => ({
      householdId,
      buildingId: building.id,
      compoundId: building.compoundId,
    }))
  await issueTo(tx, { streetId, id, formId: survey.form.id }, doors, method, now)
  await recordAudit(act, {
    action: 'survey.issue',
    subject: { kind: 'survey', id },
    changes: { issued: { to: doors.length }, method: { to: method } },
  })
  return ok({ issued: doors.length, already: households.length - doors.length })
}

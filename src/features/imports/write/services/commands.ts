import { uuidv7 } from '@/core/identifier'
import { parseHours } from '@/features/providers/hours/written/rules'
import { answersFrom, IMPORTED_QUESTIONS, IMPORTED_SURVEY } from '@/features/surveys/imported/rules'
import { dateOf } from '@/server/term'
import { buildingKey, KEYS } from '../../plan/keys'
import type { Plan } from '../../plan/plan'
import type { Provider, Questionnaire, Worker } from '../../plan/records'
import { found, type Numbered, personId, required, type Writing, workOf } from '../ground'
import { known } from '../held'
import { changeRows } from '../journal/commands'
import { withdrawConsents } from '../posts/numbers/commands'

/** Providers, the operator's workers with their wages, and the questionnaires as rows. */
export async function writeServices(writing: Writing, plan: Plan): Promise<void> {
  await writeProviders(writing, plan)
  await writeWorkers(writing, plan)
  await writeQuestionnaires(writing, plan)
}

async function writeProviders(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId } = writing
  const { fresh, changed, resumed } = workOf(writing, plan, 'providers')
  const row = ({ id, record }: { id: string; record: Provider }) => {
    const hours = record.hoursText ? parseHours(record.hoursText) : null
    return {
      id,
      ...record,
      ...(record.hoursText ? { hours: hours ? (structuredClone(hours) as object) : null } : {}),
      ...found(record.name, record.category, record.phone?.slice(-4)),
    }
  }
  await tx.provider.createMany({
    data: fresh.map((one) => {
      const { hours, ...rest } = row(one)
      return { streetId, fee: 'paid' as const, ...rest, ...(hours ? { hours } : {}) }
    }),
  })
  const renumbered = [...changed.filter(({ fields }) => fields.includes('phone')), ...resumed]
  await withdrawConsents(writing, { providerId: { in: renumbered.map(({ id }) => id) } })
  await changeRows(writing, 'provider', changed.map(row))
  await changeRows(
    writing,
    'provider',
    resumed.map((one) => ({ ...row(one), endedAt: null })),
  )
}

const UNNAMED_OPERATOR = '服务企业'

async function operatorIds(
  { tx, streetId, now }: Writing,
  names: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const operators = await tx.operator.findMany({ where: { streetId }, select: { id: true, name: true } })
  const known = new Map(operators.map(({ id, name }) => [name, id]))
  const missing = [...names]
    .filter((name) => !known.has(name))
    .map((name) => ({ streetId, id: uuidv7(now), name }))
  await tx.operator.createMany({ data: missing })
  for (const { id, name } of missing) known.set(name, id)
  return known
}

async function writeWorkers(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId, today } = writing
  const { fresh, changed, resumed } = workOf(writing, plan, 'workers')
  const all = [...fresh, ...changed, ...resumed]
  const operators = await operatorIds(
    writing,
    new Set([
      ...all.flatMap(({ record }) => record.operator ?? []),
      ...(fresh.some(({ record }) => !record.operator) ? [UNNAMED_OPERATOR] : []),
    ]),
  )
  const operatorId = (name: string) => required(operators.get(name))
  const row = ({
    id,
    record: { person, operator, monthlyFen: _, startsOn, ...record },
  }: {
    id: string
    record: Worker
  }) => ({
    id,
    ...record,
    personId: personId(writing, person),
    ...(operator ? { operatorId: operatorId(operator) } : {}),
    ...(startsOn ? { startsOn: dateOf(startsOn) } : {}),
    ...found(person.name, record.employeeNumber, person.phone?.slice(-4)),
  })
  await tx.worker.createMany({
    data: fresh.map((one) => ({
      streetId,
      startsOn: dateOf(today),
      operatorId: operatorId(one.record.operator ?? UNNAMED_OPERATOR),
      furtherPosts: [],
      certificates: [],
      ...row(one),
    })),
  })
  await changeRows(writing, 'worker', changed.map(row))
  await changeRows(
    writing,
    'worker',
    resumed.map((one) => ({ ...row(one), endsOn: null, endReason: null })),
  )
  const raised = [...changed.filter(({ fields }) => fields.includes('monthlyFen')), ...resumed]
  await writeWages(writing, fresh, raised)
}

/** A wage holds from the first day of a new worker; another wage holds from today on. */
async function writeWages(
  writing: Writing,
  fresh: readonly Numbered<'workers'>[],
  others: readonly Numbered<'workers'>[],
): Promise<void> {
  const { tx, streetId, today } = writing
  await tx.workerWage.createMany({
    data: fresh.flatMap(({ id: workerId, record: { monthlyFen, startsOn } }) =>
      monthlyFen === undefined
        ? []
        : [{ streetId, workerId, startsOn: dateOf(startsOn ?? today), monthlyFen }],
    ),
  })
  const raised = others.flatMap(({ id: workerId, record: { monthlyFen } }) =>
    monthlyFen === undefined ? [] : [{ workerId, startsOn: dateOf(today), monthlyFen }],
  )
  await changeRows(writing, 'worker_wage', raised)
  await tx.workerWage.createMany({
    data: raised.map((wage) => ({ streetId, ...wage })),
    skipDuplicates: true,
  })
}

const CHUNK = 1_000

async function writeQuestionnaires(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId, ids } = writing
  const { fresh, changed } = workOf(writing, plan, 'questionnaires')
  const held = await answersHeld(
    writing,
    changed.map(({ id }) => id),
  )
  const row = ({
    id,
    record: {
      compound,
      building,
      returned,
      returnedOn,
      wants,
      willingness,
      satisfaction,
      worstProblem,
      remark,
      ...record
    },
  }: {
    id: string
    record: Questionnaire
  }) => ({
    id,
    ...record,
    isReturned: returned,
    answers: {
      ...held.get(id),
      ...answersFrom(known({ wants, willingness, satisfaction, worstProblem, remark })),
    },
    compoundId: required(ids.compounds.get(KEYS.compounds({ name: compound, community: '' }))),
    ...(building ? { buildingId: ids.buildings.get(buildingKey(compound, building)) ?? null } : {}),
    ...(returnedOn ? { returnedOn: dateOf(returnedOn) } : {}),
  })
  await changeRows(writing, 'questionnaire', changed.map(row))
  if (fresh.length === 0) return
  const { surveyId, formId } = await importedSurvey(writing)
  for (let from = 0; from < fresh.length; from += CHUNK)
    await tx.questionnaire.createMany({
      data: fresh.slice(from, from + CHUNK).map((one) => ({ streetId, surveyId, formId, ...row(one) })),
    })
}

/** What the questionnaires that change say already: a file that lacks a column takes no answer away. */
async function answersHeld({ tx, streetId }: Writing, ids: readonly string[]): Promise<Map<string, object>> {
  const found = await tx.questionnaire.findMany({
    where: { streetId, id: { in: [...ids] } },
    select: { id: true, answers: true },
  })
  return new Map(found.map(({ id, answers }) => [id, answers as object]))
}

/** The campaign of the registers and its form. Not an upsert: that touches a survey that is there, and the journal would take it for new. */
async function importedSurvey({ tx, streetId, now }: Writing): Promise<{ surveyId: string; formId: string }> {
  const found = await tx.surveyForm.findFirst({
    where: { streetId, number: 1, survey: { name: IMPORTED_SURVEY.name } },
    select: { id: true, surveyId: true },
  })
  if (found) return { surveyId: found.surveyId, formId: found.id }
  const [surveyId, formId] = [uuidv7(now), uuidv7(now)]
  await tx.survey.create({ data: { streetId, id: surveyId, ...IMPORTED_SURVEY }, select: { id: true } })
  await tx.surveyForm.create({
    data: {
      streetId,
      id: formId,
      surveyId,
      number: 1,
      questions: structuredClone(IMPORTED_QUESTIONS) as object,
    },
    select: { id: true },
  })
  return { surveyId, formId }
}

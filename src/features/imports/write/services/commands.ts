import { uuidv7 } from '@/core/identifier'
import { parseHours } from '@/features/providers/hours/written/rules'
import { dateOf } from '@/server/term'
import { buildingKey, KEYS } from '../../plan/keys'
import type { Plan } from '../../plan/plan'
import { found, fresh, personId, required, type Writing } from '../ground'

/** Providers, the operator's workers with their wages, and the questionnaires as rows. */
export async function writeServices(writing: Writing, plan: Plan): Promise<void> {
  await writeProviders(writing, plan)
  await writeWorkers(writing, plan)
  await writeQuestionnaires(writing, plan)
}

async function writeProviders(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId } = writing
  await tx.provider.createMany({
    data: fresh(writing, plan, 'providers').map(
      ({ id, record: { otherPhone: _other, fee = 'paid', ...record } }) => {
        const hours = record.hoursText ? parseHours(record.hoursText) : null
        return {
          streetId,
          id,
          ...record,
          fee,
          ...(hours ? { hours: structuredClone(hours) as object } : {}),
          ...found(record.name, record.category, record.phone?.slice(-4)),
        }
      },
    ),
  })
}

const UNNAMED_OPERATOR = '服务企业'

async function writeWorkers(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId, today, now } = writing
  const workers = fresh(writing, plan, 'workers')
  const operators = new Map<string, string>()
  for (const { record } of workers) {
    const name = record.operator ?? UNNAMED_OPERATOR
    if (operators.has(name)) continue
    const key = { streetId_name: { streetId, name } }
    const { id } = await tx.operator.upsert({
      where: key,
      create: { streetId, id: uuidv7(now), name },
      update: {},
      select: { id: true },
    })
    operators.set(name, id)
  }
  const startOf = (record: (typeof workers)[number]['record']) => dateOf(record.startsOn ?? today)
  await tx.worker.createMany({
    data: workers.map(({ id, record }) => ({
      streetId,
      id,
      operatorId: required(operators.get(record.operator ?? UNNAMED_OPERATOR)),
      personId: personId(writing, record.person),
      employeeNumber: record.employeeNumber,
      post: record.post,
      furtherPosts: record.furtherPosts ?? [],
      certificates: record.certificates ?? [],
      startsOn: startOf(record),
      ...found(record.person.name, record.employeeNumber, record.person.phone?.slice(-4)),
    })),
  })
  await tx.workerWage.createMany({
    data: workers.flatMap(({ id: workerId, record }) =>
      record.monthlyFen === undefined
        ? []
        : [{ streetId, workerId, startsOn: startOf(record), monthlyFen: record.monthlyFen }],
    ),
  })
}

const SURVEY = '需求问卷调查'
const CHUNK = 1_000

async function writeQuestionnaires(writing: Writing, plan: Plan): Promise<void> {
  const { tx, streetId, ids, now } = writing
  const questionnaires = fresh(writing, plan, 'questionnaires')
  if (questionnaires.length === 0) return
  const { id: surveyId } = await tx.survey.upsert({
    where: { streetId_name: { streetId, name: SURVEY } },
    create: { streetId, id: uuidv7(now), name: SURVEY },
    update: {},
    select: { id: true },
  })
  for (let from = 0; from < questionnaires.length; from += CHUNK) {
    await tx.questionnaire.createMany({
      data: questionnaires
        .slice(from, from + CHUNK)
        .map(({ id, record: { compound, building, returned, returnedOn, wants = [], ...record } }) => ({
          streetId,
          id,
          surveyId,
          ...record,
          wants,
          isReturned: returned,
          compoundId: required(ids.compounds.get(KEYS.compounds({ name: compound, community: '' }))),
          buildingId: building ? (ids.buildings.get(buildingKey(compound, building)) ?? null) : null,
          ...(returnedOn ? { returnedOn: dateOf(returnedOn) } : {}),
        })),
    })
  }
}

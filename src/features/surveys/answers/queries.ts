import type { Act } from '@/server/act'
import type { db, Tx } from '@/server/db'
import { hashToken } from '@/server/session'
import { questionnairesWithin, surveysWithin } from '../campaigns/policy'
import { doorOf } from '../issuing/queries'
import type { Answers, Question } from '../questions/schema'

/** A questionnaire by the code of its link, with all that its household may see. */
export async function findByCode(tx: Tx | ReturnType<typeof db>, code: string) {
  const found = await tx.questionnaire.findFirst({
    where: { codeHash: hashToken(code) },
    select: {
      streetId: true,
      id: true,
      surveyId: true,
      number: true,
      isReturned: true,
      returnedOn: true,
      answers: true,
      form: { select: { id: true, questions: true } },
      survey: {
        select: {
          name: true,
          nameEn: true,
          intro: true,
          introEn: true,
          state: true,
          endsOn: true,
          street: { select: { name: true } },
        },
      },
      compound: { select: { name: true } },
      building: { select: { name: true } },
    },
  })
  if (!found) return null
  const { form, answers, ...rest } = found
  return {
    ...rest,
    answers: answers as Answers,
    formId: form.id,
    questions: form.questions as unknown as Question[],
  }
}
export type PublicQuestionnaire = NonNullable<Awaited<ReturnType<typeof findByCode>>>

/** A sheet by its number, for typing in: its questions and what was kept of it so far. */
export async function findByNumber({ tx, principal }: Act, surveyId: string, number: string) {
  const found = await tx.questionnaire.findFirst({
    where: { AND: [{ surveyId, number }, questionnairesWithin(principal, 'surveys.answers')] },
    select: {
      id: true,
      number: true,
      isReturned: true,
      answers: true,
      room: true,
      compound: { select: { name: true } },
      building: { select: { name: true } },
      household: { select: { room: true, stairwell: { select: { name: true } } } },
      form: { select: { id: true, number: true, questions: true } },
    },
  })
  if (!found) return null
  const { compound, building, form, answers, isReturned } = found
  return {
    id: found.id,
    number: found.number,
    isReturned,
    place: [compound.name, building?.name, doorOf(found)].filter(Boolean).join(' '),
    // What a household has handed in is not shown again to whoever types in the next one.
    answers: isReturned ? {} : (answers as Answers),
    formId: form.id,
    formNumber: form.number,
    questions: form.questions as unknown as Question[],
  }
}
export type TypedSheet = NonNullable<Awaited<ReturnType<typeof findByNumber>>>

export type OwnSurveys = {
  surveys: {
    id: string
    name: string
    nameEn: string | null
    forms: { id: string; questions: Question[] }[]
    doors: {
      householdId: string
      formId: string
      number: string
      buildingId: string
      building: string
      door: string
      state: 'open' | 'returned' | 'declined'
    }[]
  }[]
}

const MOST_SURVEYS = 10
const MOST_DOORS = 3_000

/** All that a phone needs to go from door to door without a network: the running campaigns, their questions, and the doors of the scope. */
export async function ownSurveys({ tx, principal }: Act): Promise<OwnSurveys> {
  const surveys = await tx.survey.findMany({
    where: { AND: [{ state: 'running' }, surveysWithin(principal, 'surveys.answers')] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_SURVEYS,
    select: {
      id: true,
      name: true,
      nameEn: true,
      forms: { orderBy: { number: 'desc' }, select: { id: true, questions: true } },
    },
  })
  const doors = await tx.questionnaire.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        { surveyId: { in: surveys.map(({ id }) => id) }, householdId: { not: null } },
        questionnairesWithin(principal, 'surveys.answers'),
      ],
    },
    orderBy: [{ number: 'asc' }, { id: 'asc' }],
    take: MOST_DOORS,
    select: {
      surveyId: true,
      householdId: true,
      formId: true,
      number: true,
      isReturned: true,
      declinedOn: true,
      room: true,
      compound: { select: { name: true } },
      building: { select: { id: true, name: true } },
      household: { select: { room: true, stairwell: { select: { name: true } } } },
    },
  })
  return {
    surveys: surveys.map(({ forms, ...survey }) => ({
      ...survey,
      forms: forms.map(({ id, questions }) => ({ id, questions: questions as unknown as Question[] })),
      doors: doors
        .filter(({ surveyId }) => surveyId === survey.id)
        .map((row) => ({
          householdId: row.householdId ?? '',
          formId: row.formId,
          number: row.number,
          buildingId: row.building?.id ?? '',
          building: [row.compound.name, row.building?.name].filter(Boolean).join(' '),
          door: doorOf(row) ?? row.number,
          state: row.isReturned
            ? ('returned' as const)
            : row.declinedOn
              ? ('declined' as const)
              : ('open' as const),
        })),
    })),
  }
}

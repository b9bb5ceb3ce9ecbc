import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import type { Question } from '../questions/schema'
import { mayWriteSurveys, questionnairesWithin, surveysWithin } from './policy'
import type { SurveyFilter } from './schema'

const ROW = {
  id: true,
  name: true,
  nameEn: true,
  state: true,
  startsOn: true,
  endsOn: true,
  createdAt: true,
} satisfies Prisma.SurveySelect

export type SurveyRow = Prisma.SurveyGetPayload<{ select: typeof ROW }> & { issued: number; returned: number }

/** A page of campaigns, each with what of it lies in the reader's scope. */
export async function listSurveys(act: Act, filter: SurveyFilter): Promise<Page<SurveyRow>> {
  const { tx, principal } = act
  const where: Prisma.SurveyWhereInput = {
    AND: [
      surveysWithin(principal, 'surveys.read'),
      searching(filter.q),
      filter.state ? { state: filter.state } : {},
    ],
  }
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('createdAt', filter.direction, cursor, filter.size)
  const [found, total] = await Promise.all([
    tx.survey.findMany({
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    tx.survey.count({ where }),
  ])
  const counted = await tx.questionnaire.groupBy({
    by: ['surveyId', 'isReturned'],
    where: {
      AND: [{ surveyId: { in: found.map(({ id }) => id) } }, questionnairesWithin(principal, 'surveys.read')],
    },
    _count: { _all: true },
  })
  const count = (id: string, returned: boolean) =>
    counted.find((one) => one.surveyId === id && one.isReturned === returned)?._count._all ?? 0
  const rows = found.map((row) => ({
    ...row,
    issued: count(row.id, true) + count(row.id, false),
    returned: count(row.id, true),
  }))
  return pageOf(rows, filter.size, cursor, total, (row) => row.createdAt.toISOString())
}

const DETAIL = {
  ...ROW,
  intro: true,
  introEn: true,
  version: true,
  forms: {
    orderBy: { number: 'desc' as const },
    select: { id: true, number: true, questions: true, version: true, createdAt: true },
  },
} satisfies Prisma.SurveySelect

type Read = Prisma.SurveyGetPayload<{ select: typeof DETAIL }>
type Form = Omit<Read['forms'][number], 'questions'> & { questions: Question[] }
export type SurveyDetail = Omit<Read, 'forms'> & {
  /** The form that is issued now, and those before it, the latest first. */
  form: Form | null
  earlier: Form[]
}

function detailOf({ forms, ...survey }: Read): SurveyDetail {
  const [form = null, ...earlier] = forms.map((one) => ({
    ...one,
    questions: one.questions as unknown as Question[],
  }))
  return { ...survey, form, earlier }
}

/** A campaign in the caller's scope, or null when there is none, or none for this caller. */
export async function findSurvey(act: Act, id: string, permission: Permission): Promise<SurveyDetail | null> {
  const found = await act.tx.survey.findFirst({
    where: { AND: [{ id }, surveysWithin(act.principal, permission)] },
    select: DETAIL,
  })
  return found && detailOf(found)
}

/** The campaign as its next writer finds it: whoever writes to it at the same time waits here. */
export async function claimSurvey(act: Act, id: string): Promise<SurveyDetail | null> {
  const { tx, principal } = act
  if (!mayWriteSurveys(principal)) return null
  await tx.$queryRaw`
    SELECT id FROM survey WHERE street_id = ${principal.streetId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`
  return findSurvey(act, id, 'surveys.write')
}

/** The campaigns whose questions a new one may begin with. */
export const surveyOptions = async ({ tx, principal }: Act) =>
  (
    await tx.survey.findMany({
      where: surveysWithin(principal, 'surveys.write'),
      orderBy: { createdAt: 'desc' },
      take: 200,
      select: { id: true, name: true },
    })
  ).map(({ id, name }) => ({ value: id, label: name }))

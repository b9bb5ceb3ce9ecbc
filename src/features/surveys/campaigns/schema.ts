import { z } from 'zod'
import { cursor, day, id, line, paragraph, version } from '@/core/fields'
import { questions } from '../questions/schema'

export const SURVEY_STATES = ['draft', 'running', 'finished'] as const

export const surveyFilter = z.strictObject({
  q: line(60).optional(),
  state: z.enum(SURVEY_STATES).optional(),
  direction: z.enum(['asc', 'desc']).default('desc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type SurveyFilter = z.output<typeof surveyFilter>

const words = {
  name: line(60),
  nameEn: line(120).nullable(),
  intro: paragraph(1_000).nullable(),
  introEn: paragraph(2_000).nullable(),
  startsOn: day().nullable(),
  endsOn: day().nullable(),
}

type Term = { startsOn: string | null; endsOn: string | null }
const inOrder = ({ startsOn, endsOn }: Term) => !startsOn || !endsOn || startsOn <= endsOn
const BACKWARDS = { error: 'ends-before-start', path: ['endsOn'] }

export const newSurvey = z
  .strictObject({
    ...words,
    /** Begins with the questions of another campaign. */
    copyFromId: id().nullable().default(null),
  })
  .refine(inOrder, BACKWARDS)
export type NewSurvey = z.output<typeof newSurvey>

export const surveyChanges = z.strictObject({ ...words, version: version() }).refine(inOrder, BACKWARDS)
export type SurveyChanges = z.output<typeof surveyChanges>

export const surveyKey = z.strictObject({ id: id() })
export const surveyVersion = z.strictObject({ version: version() })
export const formChanges = z.strictObject({ questions, version: version() })
export type FormChanges = z.output<typeof formChanges>

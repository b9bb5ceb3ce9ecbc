import { z } from 'zod'
import { cursor, id, line } from '@/core/fields'

export const METHODS = ['visit', 'link', 'paper'] as const

const place = z.string().regex(/^(compound|building):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

/** Where questionnaires go: to every household of these compounds and buildings that has none yet. */
export const newIssue = z.strictObject({
  places: z.array(place).min(1).max(100),
  method: z.enum(METHODS),
})
export type NewIssue = z.output<typeof newIssue>

export const placeSearch = z.strictObject({ q: line(60).optional() })

export const QUESTIONNAIRE_STATES = ['issued', 'begun', 'returned', 'declined', 'open'] as const
export type QuestionnaireState = (typeof QUESTIONNAIRE_STATES)[number]

/** `open` finds those that somebody still has to visit. */
export const questionnaireFilter = z.strictObject({
  q: line(20).optional(),
  state: z.enum(QUESTIONNAIRE_STATES).optional(),
  community: id().optional(),
  grid: id().optional(),
  building: id().optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type QuestionnaireFilter = z.output<typeof questionnaireFilter>

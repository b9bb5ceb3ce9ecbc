import { z } from 'zod'
import { cursor, id, line, version } from '@/core/fields'

export const IMPORT_STATES = [
  'received',
  'reading',
  'mapped',
  'writing',
  'done',
  'failed',
  'cancelled',
  'undone',
] as const

/** What a list of imports can be asked for. */
export const importFilter = z.strictObject({
  state: z.enum(IMPORT_STATES).optional(),
  sort: z.enum(['createdAt']).default('createdAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type ImportFilter = z.output<typeof importFilter>

export const importKey = z.strictObject({ id: id() })
export const importVersion = z.strictObject({ version: version() })
/** A write that says all by its address. */
export const noBody = z.strictObject({})
export const fileName = z.strictObject({ name: line(200) })

export const KINDS = [
  'compounds',
  'buildings',
  'grids',
  'grid-members',
  'captains',
  'providers',
  'crew',
  'questionnaires',
  'party-organisations',
  'communities',
] as const

const sheetChoice = z.strictObject({
  file: line(300),
  sheet: z.string().max(300),
  /** What the sheet is taken for; null leaves it out. */
  kind: z.enum(KINDS).nullable(),
  /** Columns that a person chose, by the form under which their heading is remembered; an empty field leaves the column out. */
  columns: z.array(z.strictObject({ key: z.string().min(1).max(200), field: z.string().max(40) })).max(256),
})

/** A person's choices for sheets; those that are not named stay as they were taken. */
export const mappingChoice = z.strictObject({
  sheets: z.array(sheetChoice).min(1).max(100),
  version: version(),
})
export type MappingChoice = z.output<typeof mappingChoice>

/** Which of an import's lists is shown, and which page of it. */
export const shownPart = z.strictObject({
  part: z.string().max(40).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

export const sheetPlace = z.strictObject({ id: id(), place: z.coerce.number().int().min(0).max(2_400) })

import { z } from 'zod'
import { TABLE_KINDS } from './tables/tables'

/** What a person chose for the columns of a kind of register, or for one sheet. */
export const teaching = z.strictObject({
  kind: z.enum(TABLE_KINDS),
  headings: z.record(z.string().max(200), z.string().max(40).nullable()),
  sheet: z.strictObject({ file: z.string().max(300), name: z.string().max(300) }).optional(),
})

/** The order to the parsing process: files by the name they were given, and where the answer goes. */
export const parseRequest = z.strictObject({
  files: z.array(z.strictObject({ name: z.string().min(1).max(300), path: z.string().min(1) })).max(200),
  teachings: z.array(teaching).max(500).default([]),
  output: z.string().optional(),
})

export type ParseRequest = z.infer<typeof parseRequest>

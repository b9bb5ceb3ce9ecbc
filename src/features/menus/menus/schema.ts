import { z } from 'zod'
import { cursor, id, line, paragraph, version } from '@/core/fields'

export const VERSION_STATES = ['draft', 'review', 'published', 'archived'] as const

export const menuFilter = z.strictObject({
  q: line(60).optional(),
  state: z.enum(['published', 'draft', 'review', 'none']).optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type MenuFilter = z.output<typeof menuFilter>

export const menuKey = z.strictObject({ id: id() })

const named = { name: line(40), nameEn: line(80).nullable() }

/** A menu is for one area: a zone, a compound, or, with neither, the whole street. */
export const newMenu = z
  .strictObject({ ...named, zoneId: id().nullable(), compoundId: id().nullable() })
  .refine(({ zoneId, compoundId }) => zoneId === null || compoundId === null, {
    error: 'one-area',
    path: ['compoundId'],
  })
export type NewMenu = z.output<typeof newMenu>

export const menuChanges = z.strictObject({ ...named, version: version() })
export type MenuChanges = z.output<typeof menuChanges>

export const versionStep = z.strictObject({ version: version() })
export const sending = z.strictObject({ version: version(), note: line(200).optional() })
export const returning = z.strictObject({ version: version(), reason: paragraph(500) })

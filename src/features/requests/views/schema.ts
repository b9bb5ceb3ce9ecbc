import { z } from 'zod'
import { id, line, version } from '@/core/fields'

const ROLE_KEYS = [
  'street_admin',
  'street_staff',
  'dispatcher',
  'community_staff',
  'grid_member',
  'captain',
  'zone_lead',
  'auditor',
] as const
export const VIEW_ROLES = ROLE_KEYS

const fields = {
  name: line(30),
  /** Everybody who sees the board sees it among the views. */
  isShared: z.boolean(),
  /** The board of this role opens with it. */
  forRole: z.enum(ROLE_KEYS).nullable(),
}

export const newView = z.strictObject({
  ...fields,
  /** The board's filter as its address holds it. */
  query: z.string().max(1_000),
})
export type NewView = z.output<typeof newView>

export const viewChanges = z.strictObject({ ...fields, version: version() })
export type ViewChanges = z.output<typeof viewChanges>

export const viewKey = z.strictObject({ id: id() })
export const viewVersion = z.strictObject({ version: version() })

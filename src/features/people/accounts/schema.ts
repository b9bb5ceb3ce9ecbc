import { z } from 'zod'
import { cursor, id, line, version } from '@/core/fields'
import { FITS_ROLE, fitsRole, grantFields, ROLES, SAYS_WHICH, saysWhich } from '../role-grants/schema'

export const STATES = ['active', 'invited', 'suspended'] as const

export const accountFilter = z.strictObject({
  q: line(60).optional(),
  role: z.enum(ROLES).optional(),
  state: z.enum(STATES).optional(),
  factor: z.enum(['on', 'off']).optional(),
  sort: z.enum(['name']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type AccountFilter = z.output<typeof accountFilter>

/** Lower case letters, digits and . _ - as a sign-in field takes them, or a mobile number. */
export const username = () =>
  z
    .string()
    .regex(/^\s*[a-z0-9][a-z0-9._-]{2,39}\s*$/i)
    .transform((text) => text.trim().toLowerCase())

const fields = { username: username(), displayName: line(40), personId: id().nullable() }

const { role, scopeKind, scopeId, startsOn, endsOn } = grantFields

export const newAccount = z
  .strictObject({ ...fields, role, scopeKind, scopeId, startsOn, endsOn })
  .partial({ role: true, scopeKind: true })
  .refine(
    (account) => !account.role || fitsRole({ scopeKind: 'own', ...account, role: account.role }),
    FITS_ROLE,
  )
  .refine(
    (account) => !account.role || saysWhich({ scopeKind: 'own', ...account, role: account.role }),
    SAYS_WHICH,
  )
export type NewAccount = z.output<typeof newAccount>

export const accountChanges = z.strictObject({ ...fields, version: version() })
export type AccountChanges = z.output<typeof accountChanges>

export const accountKey = z.strictObject({ id: id() })
export const accountVersion = z.strictObject({ version: version() })
export const factorReset = z.strictObject({ reason: line(200) })

export const pickerSearch = z.strictObject({ q: line(60).optional() })
export const scopeKindKey = z.strictObject({
  kind: z.enum(['community', 'compound', 'zone', 'grid', 'building']),
})

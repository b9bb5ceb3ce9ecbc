import { z } from 'zod'
import { day, id } from '@/core/fields'

export const SCOPE_KINDS = ['street', 'own', 'community', 'compound', 'zone', 'grid', 'building'] as const
export type ScopeKind = (typeof SCOPE_KINDS)[number]

/** How far each role can reach; the first one is the usual. */
export const ROLE_SCOPES = {
  street_admin: ['street'],
  street_staff: ['street'],
  dispatcher: ['street', 'community', 'zone'],
  community_staff: ['community', 'compound'],
  grid_member: ['grid'],
  captain: ['building', 'compound'],
  zone_lead: ['zone'],
  worker: ['own'],
  resident: ['own'],
  auditor: ['street'],
} as const satisfies Record<string, readonly ScopeKind[]>

export type RoleKey = keyof typeof ROLE_SCOPES
export const ROLES = Object.keys(ROLE_SCOPES) as [RoleKey, ...RoleKey[]]

/** Whether the role can be given for that kind of scope. */
export const isScopeOf = (role: RoleKey, kind: ScopeKind): boolean =>
  (ROLE_SCOPES[role] as readonly ScopeKind[]).includes(kind)

/** The kinds that name one of many, and so need to say which. */
export const namesAPlace = (kind: ScopeKind): kind is Exclude<ScopeKind, 'street' | 'own'> =>
  kind !== 'street' && kind !== 'own'

type Scoped = { role: RoleKey; scopeKind: ScopeKind; scopeId?: string | null | undefined }

export const grantFields = {
  role: z.enum(ROLES),
  scopeKind: z.enum(SCOPE_KINDS),
  scopeId: id().nullable().optional(),
  startsOn: day().nullable().optional(),
  endsOn: day().nullable().optional(),
}

export const fitsRole = ({ role, scopeKind }: Scoped): boolean => isScopeOf(role, scopeKind)
export const FITS_ROLE = { error: 'not-a-choice', path: ['scopeKind'] }
export const saysWhich = ({ scopeKind, scopeId }: Scoped): boolean =>
  !namesAPlace(scopeKind) || Boolean(scopeId)
export const SAYS_WHICH = { error: 'required', path: ['scopeId'] }

export const newGrant = z.strictObject(grantFields).refine(fitsRole, FITS_ROLE).refine(saysWhich, SAYS_WHICH)
export type NewGrant = z.output<typeof newGrant>

export const grantKey = z.strictObject({ id: id(), grant: id() })

import type { Role } from '@/generated/prisma/enums'
import { type Permission, ROLE_PERMISSIONS } from './permissions'

/** The part of a street that a role holds for. */
export type Scope =
  | { kind: 'street' }
  | { kind: 'community' | 'compound' | 'zone' | 'grid' | 'building'; ids: readonly string[] }
  | { kind: 'own' }

export type Grant = { role: Role; scope: Scope }

/** Where a permission holds: everywhere in the street, or the union of what the roles' scopes name. */
export type Reach =
  | 'street'
  | { communities: string[]; compounds: string[]; zones: string[]; grids: string[]; buildings: string[] }

/** Who is asking, as of this very request. */
export type Principal = {
  streetId: string
  accountId: string
  personId: string | null
  name: string
  sessionHash: string
  grants: readonly Grant[]
  /** Set when the account must switch on its second factor first; then nothing else is allowed. */
  mustSetUpTotp: boolean
  /** Set for a machine's key: of what its grants allow, these and nothing else. */
  only?: readonly Permission[]
}

const grantsFor = (principal: Principal, permission: Permission): Grant[] =>
  principal.mustSetUpTotp || (principal.only && !principal.only.includes(permission))
    ? []
    : principal.grants.filter((grant) => ROLE_PERMISSIONS[grant.role].includes(permission))

/** Whether the principal has the permission anywhere at all. */
export const holds = (principal: Principal, permission: Permission): boolean =>
  grantsFor(principal, permission).length > 0

/** The union of the scopes in which the principal has the permission. */
export function reach(principal: Principal, permission: Permission): Reach {
  const union: Exclude<Reach, 'street'> = {
    communities: [],
    compounds: [],
    zones: [],
    grids: [],
    buildings: [],
  }
  for (const { scope } of grantsFor(principal, permission)) {
    if (scope.kind === 'street') return 'street'
    if (scope.kind === 'community') union.communities.push(...scope.ids)
    if (scope.kind === 'compound') union.compounds.push(...scope.ids)
    if (scope.kind === 'zone') union.zones.push(...scope.ids)
    if (scope.kind === 'grid') union.grids.push(...scope.ids)
    if (scope.kind === 'building') union.buildings.push(...scope.ids)
  }
  return union
}

export const holdsRole = (principal: Principal, role: Role): boolean =>
  principal.grants.some((grant) => grant.role === role)

/** An account that acts before it has a session, as in signing in: it may do nothing, but what it did is told in its name. */
export const bareAccount = (account: { streetId: string; id: string; displayName: string }): Principal => ({
  streetId: account.streetId,
  accountId: account.id,
  personId: null,
  name: account.displayName,
  sessionHash: '',
  grants: [],
  mustSetUpTotp: false,
})

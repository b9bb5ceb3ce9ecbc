import { buildingsWithin } from '@/features/places/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import type { Principal } from '@/server/principal'

/** Claims and memberships of the households that a permission reaches: a captain's are those of the buildings held today. */
export const membersWithin = (
  principal: Principal,
  permission: Permission,
): Prisma.HouseholdMemberWhereInput => ({
  streetId: principal.streetId,
  household: { stairwell: { building: buildingsWithin(principal, permission) } },
})

type Claimant = { accountId: string; phone: string | null }
type Decider = { accountId: string; phone: string | null }

/** Nobody confirms a claim of one's own, be it made from a second account. */
export const isOwnClaim = (claimant: Claimant, decider: Decider): boolean =>
  claimant.accountId === decider.accountId || (claimant.phone !== null && claimant.phone === decider.phone)

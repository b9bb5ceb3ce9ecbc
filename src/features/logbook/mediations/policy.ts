import type { Prisma } from '@/generated/prisma/client'
import type { Principal } from '@/server/principal'
import { buildingsWithin, communitiesWithin } from '../../places/policy'

/**
 * The cases that somebody is in: by a seat of their own, and only while their office still holds for the building. No role
 * opens a case, however high.
 */
export const mediationsOf = (principal: Principal): Prisma.MediationWhereInput => ({
  streetId: principal.streetId,
  erasedAt: null,
  seats: { some: { accountId: principal.accountId, endsAt: null } },
  building: buildingsWithin(principal, 'mediations.use'),
})

/** Members of the committees that the principal appoints. */
export const committeesWithin = (principal: Principal): Prisma.CommitteeMemberWhereInput => ({
  streetId: principal.streetId,
  community: communitiesWithin(principal, 'mediations.committee'),
})

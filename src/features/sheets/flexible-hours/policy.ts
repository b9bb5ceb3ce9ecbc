import { communitiesWithin } from '@/features/places/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'

/** Rows that concern the reader: those of the whole street, and those of the communities of the scope. */
export const flexibleHoursFor = (
  principal: Principal,
  permission: Permission,
): Prisma.FlexibleHoursWhereInput => ({
  streetId: principal.streetId,
  OR: [{ communityId: null }, { community: { is: communitiesWithin(principal, permission) } }],
})

/** Whether a row may be written: a community's by those who write there, the whole street's by the street. */
export function mayWriteHours(principal: Principal, communityId: string | null): boolean {
  const within = reach(principal, 'hours.write')
  return within === 'street' || (communityId !== null && within.communities.includes(communityId))
}

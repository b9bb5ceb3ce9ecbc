import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'
import { buildingsWithin, communitiesWithin, compoundsWithin } from '../../places/policy'

const WHOLE_STREET = { communityId: null, compoundId: null, buildingId: null, stairwellId: null }

/** The notices that touch the principal's scope: those of the whole street, and those of its places. */
export function outagesWithin(principal: Principal, permission: Permission): Prisma.OutageNoticeWhereInput {
  const { streetId } = principal
  if (reach(principal, permission) === 'street') return { streetId }
  const building = { is: buildingsWithin(principal, permission) }
  return {
    streetId,
    OR: [
      WHOLE_STREET,
      { community: { is: communitiesWithin(principal, permission) } },
      { compound: { is: compoundsWithin(principal, permission) } },
      { building },
      { stairwell: { is: { building } } },
    ],
  }
}

/** The communities that lie wholly in the scope: who holds a compound or a zone tells no community that it is a part of. */
export function communitiesToTell(principal: Principal): Prisma.CommunityWhereInput {
  const { streetId } = principal
  const within = reach(principal, 'outages.write')
  return within === 'street' ? { streetId } : { streetId, id: { in: within.communities } }
}

/** The notices that lie wholly in the scope, so that the principal may change them. */
export function outagesToWrite(principal: Principal): Prisma.OutageNoticeWhereInput {
  const { streetId } = principal
  if (reach(principal, 'outages.write') === 'street') return { streetId }
  const building = { is: buildingsWithin(principal, 'outages.write') }
  return {
    streetId,
    OR: [
      { community: { is: communitiesToTell(principal) } },
      { compound: { is: compoundsWithin(principal, 'outages.write') } },
      { building },
      { stairwell: { is: { building } } },
    ],
  }
}

export const mayTellStreet = (principal: Principal): boolean => reach(principal, 'outages.write') === 'street'

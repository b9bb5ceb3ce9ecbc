import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'
import { compoundsWithin } from '../../places/policy'

/** A community's consultations, and those about a compound of the scope. */
export function consultationsWithin(
  principal: Principal,
  permission: Permission,
): Prisma.ConsultationWhereInput {
  const within = reach(principal, permission)
  if (within === 'street') return { streetId: principal.streetId }
  return {
    streetId: principal.streetId,
    OR: [
      { communityId: { in: within.communities } },
      { compound: { is: compoundsWithin(principal, permission) } },
    ],
  }
}

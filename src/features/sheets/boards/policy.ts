import { buildingsWithin } from '@/features/places/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import type { Principal } from '@/server/principal'

/** Notice boards in use, of the buildings in the principal's scope. */
export const boardsWithin = (principal: Principal, permission: Permission): Prisma.NoticeBoardWhereInput => ({
  streetId: principal.streetId,
  stairwell: {
    endedAt: null,
    building: {
      AND: [buildingsWithin(principal, permission), { endedAt: null, compound: { endedAt: null } }],
    },
  },
})

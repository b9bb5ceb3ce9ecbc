import { buildingsWithin } from '@/features/places/policy'
import type { Act } from '@/server/act'

/** The household's invitation that is good now, or null. */
export const goodInvitation = ({ tx, principal, now }: Act, householdId: string) =>
  tx.householdInvitation.findFirst({
    where: {
      streetId: principal.streetId,
      householdId,
      usedAt: null,
      revokedAt: null,
      expiresAt: { gt: now },
      household: { stairwell: { building: buildingsWithin(principal, 'residents.manage') } },
    },
    select: { id: true, createdAt: true, expiresAt: true },
  })

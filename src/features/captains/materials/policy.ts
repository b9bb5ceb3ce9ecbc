import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'

type OfCommunity = { streetId: string; communityId?: { in: string[] } }

/** Stores and movements of the communities that the scope holds whole. */
export function materialsWithin(principal: Principal, permission: Permission): OfCommunity {
  const { streetId } = principal
  const within = reach(principal, permission)
  return within === 'street' ? { streetId } : { streetId, communityId: { in: within.communities } }
}

/**
 * Movements whose holder the reader may know. A plaque tells of Party membership: its holder is for those who hand it out, and for
 * those who may know of membership anyway.
 */
export function holdersNamed(principal: Principal): Prisma.MaterialMovementWhereInput {
  return {
    OR: [
      { kind: { not: 'door_plaque' } },
      materialsWithin(principal, 'materials.write'),
      materialsWithin(principal, 'people.membership'),
    ],
  }
}

/** The same of one movement that has been read. */
export function isHolderNamed(
  principal: Principal,
  { kind, communityId }: { kind: string; communityId: string },
): boolean {
  if (kind !== 'door_plaque') return true
  return (['materials.write', 'people.membership'] as const).some((permission) => {
    const within = reach(principal, permission)
    return within === 'street' || within.communities.includes(communityId)
  })
}

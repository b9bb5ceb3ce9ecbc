import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'

/** Compounds that lie in the scope as a whole: figures of a part of one would tell the rest of it apart. */
export function wholeCompoundsWithin(
  principal: Principal,
  permission: Permission,
): Prisma.CompoundWhereInput {
  const within = reach(principal, permission)
  if (within === 'street') return { streetId: principal.streetId }
  const { communities, compounds, zones } = within
  return {
    streetId: principal.streetId,
    OR: [
      { communityId: { in: communities } },
      { id: { in: compounds } },
      { zoneCompound: { is: { zoneId: { in: zones } } } },
    ],
  }
}

/** Campaigns that reach into the scope. */
export function analysedWithin(principal: Principal, permission: Permission): Prisma.SurveyWhereInput {
  const { streetId } = principal
  return reach(principal, permission) === 'street'
    ? { streetId }
    : { streetId, questionnaires: { some: { compound: wholeCompoundsWithin(principal, permission) } } }
}

/** Whether single answers may be seen: only who may do so in the whole street, for a part of it would be told by the rest. */
export const maySeeSingle = (principal: Principal): boolean => reach(principal, 'surveys.single') === 'street'

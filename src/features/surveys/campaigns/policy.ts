import type { Prisma } from '@/generated/prisma/client'
import type { Permission } from '@/server/permissions'
import { type Principal, reach } from '@/server/principal'
import { buildingsWithin } from '../../places/policy'

/** Questionnaires whose building lies in the scope; where only the compound is known, those of which the whole does. */
export function questionnairesWithin(
  principal: Principal,
  permission: Permission,
): Prisma.QuestionnaireWhereInput {
  const within = reach(principal, permission)
  if (within === 'street') return { streetId: principal.streetId }
  const { communities, compounds, zones } = within
  return {
    streetId: principal.streetId,
    OR: [
      { building: buildingsWithin(principal, permission) },
      {
        buildingId: null,
        compound: {
          is: {
            OR: [
              { communityId: { in: communities } },
              { id: { in: compounds } },
              { zoneCompound: { is: { zoneId: { in: zones } } } },
            ],
          },
        },
      },
    ],
  }
}

/** Campaigns of the street; a part of it sees those that have reached it. */
export const surveysWithin = (principal: Principal, permission: Permission): Prisma.SurveyWhereInput => ({
  streetId: principal.streetId,
  ...(reach(principal, permission) === 'street'
    ? {}
    : { questionnaires: { some: questionnairesWithin(principal, permission) } }),
})

/** A campaign belongs to the whole street: whoever holds only a part of it does not write it. */
export const mayWriteSurveys = (principal: Principal): boolean =>
  reach(principal, 'surveys.write') === 'street'

/** Figures are of whole compounds: whoever holds only grids or buildings has none. */
export function maySeeAnalysis(principal: Principal): boolean {
  const within = reach(principal, 'surveys.read')
  return within === 'street' || within.communities.length + within.compounds.length + within.zones.length > 0
}

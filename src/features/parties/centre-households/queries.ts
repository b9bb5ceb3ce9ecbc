import { buildingsWithin } from '@/features/places/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import type { Permission } from '@/server/permissions'
import { partiesWithin } from '../policy'

const ROW = {
  id: true,
  name: true,
  version: true,
  endedAt: true,
  building: { select: { id: true, name: true, compound: { select: { id: true, name: true } } } },
  person: { select: { id: true, name: true } },
  group: { select: { id: true, name: true, endedAt: true } },
} satisfies Prisma.CentreHouseholdSelect

export type CentreHouseholdDetail = Prisma.CentreHouseholdGetPayload<{ select: typeof ROW }>

/** A centre household of a group in the caller's scope, or null. */
export const findCentreHousehold = (
  act: Act,
  id: string,
  permission: Permission = 'parties.read',
): Promise<CentreHouseholdDetail | null> =>
  act.tx.centreHousehold.findFirst({
    relationLoadStrategy: 'join',
    where: {
      streetId: act.principal.streetId,
      id,
      group: { is: partiesWithin(act.principal, permission) },
    },
    select: ROW,
  })

/** Buildings in which a centre household may live, as a picker offers them: by compound or by building. */
export async function findBuildings(act: Act, typed: string | undefined) {
  const found = await act.tx.building.findMany({
    where: {
      AND: [
        buildingsWithin(act.principal, 'parties.write'),
        { endedAt: null, compound: { is: { endedAt: null } } },
        typed ? { OR: [searching(typed), { compound: { is: searching(typed) } }] } : {},
      ],
    },
    orderBy: [{ compound: { sortKey: 'asc' } }, { sortKey: 'asc' }, { id: 'asc' }],
    take: 40,
    select: { id: true, name: true, compound: { select: { name: true } } },
  })
  const items = found.map(({ id, name, compound }) => ({ id, label: `${compound.name} ${name}` }))
  return { groups: items.length > 0 ? [{ label: '', items }] : [] }
}

import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'

const HOUSEHOLD = {
  id: true,
  room: true,
  stairwell: {
    select: {
      id: true,
      name: true,
      building: {
        select: {
          id: true,
          name: true,
          compound: {
            select: {
              id: true,
              name: true,
              stars: true,
              community: { select: { id: true, name: true, officePhone: true } },
            },
          },
        },
      },
    },
  },
} satisfies Prisma.HouseholdSelect

export type OwnHousehold = Prisma.HouseholdGetPayload<{ select: typeof HOUSEHOLD }>

/** The confirmed households of the signed-in account, the longest held first; claims that wait give nothing. */
export async function householdsOf({
  tx,
  principal,
}: Pick<Act, 'tx' | 'principal'>): Promise<OwnHousehold[]> {
  const memberships = await tx.householdMember.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId: principal.streetId,
      accountId: principal.accountId,
      state: 'confirmed',
      household: { endedAt: null },
      resident: { endedAt: null },
    },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    select: { household: { select: HOUSEHOLD } },
  })
  return memberships.map(({ household }) => household)
}

const MEMBERSHIP = {
  id: true,
  state: true,
  way: true,
  name: true,
  claimedAt: true,
  decidedAt: true,
  endedAt: true,
  reason: true,
  version: true,
  household: { select: HOUSEHOLD },
} satisfies Prisma.HouseholdMemberSelect

export type OwnMembership = Prisma.HouseholdMemberGetPayload<{ select: typeof MEMBERSHIP }>

/** All that the account ever claimed, what holds first. */
export const ownMemberships = ({ tx, principal }: Act): Promise<OwnMembership[]> =>
  tx.householdMember.findMany({
    relationLoadStrategy: 'join',
    where: { streetId: principal.streetId, accountId: principal.accountId },
    orderBy: [{ state: 'asc' }, { claimedAt: 'desc' }, { id: 'desc' }],
    take: 50,
    select: MEMBERSHIP,
  })

/** A household's door in words, from the compound to the room. */
export const addressOf = ({ room, stairwell }: OwnHousehold): string =>
  `${stairwell.building.compound.name}${stairwell.building.name} ${stairwell.name} ${room}`

/** The buildings in use of a compound, for somebody who looks for their own. */
export const buildingsToClaim = ({ tx, principal }: Act, compoundId: string) =>
  tx.building.findMany({
    where: { streetId: principal.streetId, compoundId, endedAt: null, compound: { endedAt: null } },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 500,
    select: { id: true, name: true },
  })

/** The doors in use of a building, stairwell by stairwell. */
export const doorsToClaim = ({ tx, principal }: Act, buildingId: string) =>
  tx.household.findMany({
    relationLoadStrategy: 'join',
    where: {
      streetId: principal.streetId,
      endedAt: null,
      stairwell: { buildingId, endedAt: null, building: { endedAt: null } },
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 2_000,
    select: { id: true, room: true, stairwell: { select: { name: true } } },
  })

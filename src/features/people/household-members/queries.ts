import { maskPhone } from '@/core/phone'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { membersWithin } from './policy'
import type { MemberFilter } from './schema'

const ROW = {
  id: true,
  state: true,
  way: true,
  name: true,
  claimedAt: true,
  decidedAt: true,
  endedAt: true,
  reason: true,
  version: true,
  resident: { select: { phone: true } },
  household: {
    select: {
      id: true,
      room: true,
      stairwell: {
        select: {
          name: true,
          building: {
            select: {
              id: true,
              name: true,
              compound: { select: { name: true, community: { select: { name: true } } } },
            },
          },
        },
      },
    },
  },
} satisfies Prisma.HouseholdMemberSelect

type Read = Prisma.HouseholdMemberGetPayload<{ select: typeof ROW }>

/** Who claims a household, with the number masked. */
export type MemberRow = Omit<Read, 'resident'> & { phone: string | null }

const shown = ({ resident, ...member }: Read): MemberRow => ({
  ...member,
  phone: resident.phone && maskPhone(resident.phone),
})

/** A household's door in words, from the compound to the room. */
export const doorOf = ({ room, stairwell }: MemberRow['household']): string =>
  `${stairwell.building.compound.name}${stairwell.building.name} ${stairwell.name} ${room}`

/** A page of claims or memberships in the reader's scope, the latest first. */
export async function listMembers(act: Act, filter: MemberFilter): Promise<Page<MemberRow>> {
  const where: Prisma.HouseholdMemberWhereInput = {
    AND: [
      membersWithin(act.principal, 'residents.read'),
      { state: filter.state },
      filter.building ? { household: { stairwell: { buildingId: filter.building } } } : {},
      filter.community
        ? { household: { stairwell: { building: { compound: { communityId: filter.community } } } } }
        : {},
      searching(filter.q),
    ],
  }
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('claimedAt', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.householdMember.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.householdMember.count({ where }),
  ])
  return pageOf(found.map(shown), filter.size, cursor, total, (row) => row.claimedAt.toISOString())
}

/** How many claims wait for the reader. */
export const countClaims = ({ tx, principal }: Act): Promise<number> =>
  tx.householdMember.count({
    where: { AND: [membersWithin(principal, 'residents.confirm'), { state: 'claimed' }] },
  })

/** One claim or membership within the scope of a permission, or null. */
export async function findMember(
  { tx, principal }: Act,
  id: string,
  permission: Permission,
): Promise<MemberRow | null> {
  const found = await tx.householdMember.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, membersWithin(principal, permission)] },
    select: ROW,
  })
  return found && shown(found)
}

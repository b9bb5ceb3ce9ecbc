import { maskPhone } from '@/core/phone'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import type { Permission } from '@/server/permissions'
import { partiesWithin } from '../../policy'
import { type PartyRow, ROW, withMarks } from '../queries'
import type { Level } from '../schema'

const HOUSEHOLD = {
  id: true,
  name: true,
  version: true,
  endedAt: true,
  building: { select: { id: true, name: true, compound: { select: { id: true, name: true } } } },
  person: { select: { id: true, name: true } },
} satisfies Prisma.CentreHouseholdSelect

export type CentreHouseholdRow = Prisma.CentreHouseholdGetPayload<{ select: typeof HOUSEHOLD }>

const BY_NAME: { sortKey?: 'asc'; id?: 'asc' }[] = [{ sortKey: 'asc' }, { id: 'asc' }]

const DETAIL = {
  ...ROW,
  version: true,
  parent: { select: { id: true, name: true, level: true } },
  leader: { select: { id: true, name: true, phone: true } },
  children: {
    where: { endedAt: null },
    orderBy: BY_NAME,
    take: 300,
    select: {
      id: true,
      level: true,
      name: true,
      termEndsOn: true,
      leader: { select: { id: true, name: true } },
    },
  },
  centreHouseholds: { where: { endedAt: null }, orderBy: BY_NAME, take: 300, select: HOUSEHOLD },
} satisfies Prisma.PartyOrganisationSelect

type Read = Prisma.PartyOrganisationGetPayload<{ select: typeof DETAIL }>

/** An organisation with what stands under it; the leader's number masked, the parent a link only where it is in scope. */
export type PartyDetail = Omit<Read, 'leader' | 'children'> & {
  overdue: boolean
  parentInScope: boolean
  leader: { id: string; name: string; maskedPhone: string | null } | null
  children: (Read['children'][number] & { overdue: boolean })[]
}

/** An organisation in the caller's scope, or null when there is none, or none for this caller. */
export async function findParty(
  act: Act,
  id: string,
  permission: Permission = 'parties.read',
): Promise<PartyDetail | null> {
  const within = partiesWithin(act.principal, permission)
  const found = await act.tx.partyOrganisation.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, within] },
    select: DETAIL,
  })
  if (!found) return null
  const { parent, leader } = found
  const parentInScope =
    parent !== null &&
    (await act.tx.partyOrganisation.count({ where: { AND: [{ id: parent.id }, within] } })) > 0
  return {
    ...withMarks(act, found),
    parentInScope,
    leader: leader && {
      id: leader.id,
      name: leader.name,
      maskedPhone: leader.phone ? maskPhone(leader.phone) : null,
    },
    children: found.children.map((child) => withMarks(act, child)),
  }
}

export type Branch = {
  id: string
  level: Level | 'centre_household'
  name: string
  detail: string | null
  vacant: boolean
  overdue: boolean
  below: number
}

const BRANCH = {
  ...ROW,
  _count: {
    select: {
      children: { where: { endedAt: null } },
      centreHouseholds: { where: { endedAt: null } },
    },
  },
} satisfies Prisma.PartyOrganisationSelect

const branchOf = (row: PartyRow & { _count: { children: number; centreHouseholds: number } }): Branch => ({
  id: row.id,
  level: row.level,
  name: row.name,
  detail: row.leader?.name ?? null,
  vacant: row.leader === null,
  overdue: row.overdue,
  below: row._count.children + row._count.centreHouseholds,
})

const branchesWhere = async (act: Act, where: Prisma.PartyOrganisationWhereInput): Promise<Branch[]> =>
  (
    await act.tx.partyOrganisation.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, partiesWithin(act.principal, 'parties.read'), { endedAt: null }] },
      orderBy: BY_NAME,
      take: 500,
      select: BRANCH,
    })
  ).map((row) => branchOf(withMarks(act, row)))

/** The tops of the tree that the reader sees: what has nothing above it, or nothing that is the reader's. */
export const treeTops = (act: Act): Promise<Branch[]> =>
  branchesWhere(act, {
    OR: [{ parentId: null }, { NOT: { parent: { is: partiesWithin(act.principal, 'parties.read') } } }],
  })

/** What stands directly under an organisation of the reader's scope, or null when it is none. */
export async function branchesUnder(act: Act, id: string): Promise<Branch[] | null> {
  const within = partiesWithin(act.principal, 'parties.read')
  const above = await act.tx.partyOrganisation.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, within] },
    select: { centreHouseholds: DETAIL.centreHouseholds },
  })
  if (!above) return null
  const households = above.centreHouseholds.map(
    ({ id: householdId, name, building }): Branch => ({
      id: householdId,
      level: 'centre_household',
      name,
      detail: building && `${building.compound.name} ${building.name}`,
      vacant: false,
      overdue: false,
      below: 0,
    }),
  )
  return [...(await branchesWhere(act, { parentId: id })), ...households]
}

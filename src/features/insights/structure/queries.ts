import { siteName } from '@/features/captains/buildings/queries'
import { type Branch, branchesUnder, treeTops } from '@/features/parties/organisations/detail/queries'
import { partiesWithin } from '@/features/parties/policy'
import { buildingsWithin } from '@/features/places/policy'
import { OPEN_STATES } from '@/features/requests/life/rules'
import { requestsWithin } from '@/features/requests/policy'
import type { Act } from '@/server/act'
import { holds } from '@/server/principal'
import { inTermOn, todayOf } from '@/server/term'
import { buildingsOf, type Counted, type Figures, figuresOf, type OpenAt, type Part } from './rules'

/** How many buildings of a responsibility area are named before it says how many more there are. */
const MOST_NAMED = 6

/** One part of the five levels: who leads it, what it answers for, and what it reports. */
export type StructurePart = Branch & {
  grid: string | null
  area: { building: string; stairwells: number; captain: string | null }[]
  figures: Figures | null
}

type Ground = { parts: Map<string, { part: Part; grid: string | null }>; communityIds: string[] }

/** What the organisations, or the centre households, answer for. */
async function groundOf({ tx, principal }: Act, branches: readonly Branch[]): Promise<Ground> {
  const { streetId } = principal
  const ids = branches.map(({ id }) => id)
  const [organisations, households] = await Promise.all([
    tx.partyOrganisation.findMany({
      relationLoadStrategy: 'join',
      where: { streetId, id: { in: ids } },
      select: {
        id: true,
        level: true,
        communityId: true,
        gridId: true,
        grid: { select: { name: true } },
        centreHouseholds: { where: { endedAt: null }, select: { buildingId: true } },
      },
    }),
    tx.centreHousehold.findMany({
      relationLoadStrategy: 'join',
      where: { streetId, id: { in: ids }, buildingId: { not: null } },
      select: {
        id: true,
        buildingId: true,
        building: { select: { compound: { select: { communityId: true } } } },
      },
    }),
  ])
  const parts: Ground['parts'] = new Map()
  const communityIds = new Set<string>()
  for (const { id, level, communityId, gridId, grid, centreHouseholds } of organisations) {
    if (communityId) communityIds.add(communityId)
    const named = centreHouseholds.flatMap(({ buildingId }) => buildingId ?? [])
    if (level === 'building_group')
      parts.set(id, { part: { kind: 'buildings', ids: named }, grid: grid?.name ?? null })
    else if (level === 'grid_branch' && gridId)
      parts.set(id, { part: { kind: 'grid', id: gridId }, grid: grid?.name ?? null })
    else if (communityId) parts.set(id, { part: { kind: 'community', id: communityId }, grid: null })
  }
  for (const { id, buildingId, building } of households) {
    if (building) communityIds.add(building.compound.communityId)
    if (buildingId) parts.set(id, { part: { kind: 'buildings', ids: [buildingId] }, grid: null })
  }
  return { parts, communityIds: [...communityIds] }
}

async function buildingsIn({ tx, principal, now }: Act, communityIds: string[]): Promise<Counted[]> {
  const found = await tx.building.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [
        buildingsWithin(principal, 'parties.read'),
        { endedAt: null, compound: { endedAt: null, communityId: { in: communityIds } } },
      ],
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      gridId: true,
      compound: { select: { name: true, communityId: true } },
      _count: { select: { stairwells: { where: { endedAt: null } } } },
      captainBuildings: {
        where: inTermOn(todayOf(now)),
        take: 1,
        select: { appointment: { select: { id: true, person: { select: { name: true } } } } },
      },
    },
  })
  return found.map((building) => ({
    id: building.id,
    name: siteName(building),
    communityId: building.compound.communityId,
    gridId: building.gridId,
    stairwells: building._count.stairwells,
    captain:
      building.captainBuildings.map(({ appointment: { id, person } }) => ({ id, ...person }))[0] ?? null,
  }))
}

async function openIn({ tx, principal }: Act, communityIds: string[]): Promise<OpenAt[] | null> {
  if (!holds(principal, 'requests.read')) return null
  const [open, compounds] = await Promise.all([
    tx.request.groupBy({
      by: ['compoundId', 'buildingId'],
      where: {
        AND: [
          requestsWithin(principal, 'requests.read'),
          { state: { in: [...OPEN_STATES] }, compound: { communityId: { in: communityIds } } },
        ],
      },
      _count: true,
    }),
    tx.compound.findMany({
      where: { streetId: principal.streetId, communityId: { in: communityIds } },
      select: { id: true, communityId: true },
    }),
  ])
  const homes = new Map(compounds.map(({ id, communityId }) => [id, communityId]))
  return open.map(({ compoundId, buildingId, _count }) => ({
    communityId: homes.get(compoundId) ?? '',
    buildingId,
    count: _count,
  }))
}

/** The branches with what each answers for and reports; a branch without a place reports nothing. */
async function reported(act: Act, branches: readonly Branch[]): Promise<StructurePart[]> {
  const { parts, communityIds } = await groundOf(act, branches)
  const [buildings, requests] = await Promise.all([buildingsIn(act, communityIds), openIn(act, communityIds)])
  return branches.map((branch) => {
    const found = parts.get(branch.id)
    if (!found) return { ...branch, grid: null, area: [], figures: null }
    const { part, grid } = found
    // A whole community is counted; only smaller areas are named building by building.
    const named = part.kind === 'community' ? [] : buildingsOf(part, buildings).slice(0, MOST_NAMED)
    return {
      ...branch,
      grid,
      area: named.map(({ name, stairwells, captain }) => ({
        building: name,
        stairwells,
        captain: captain?.name ?? null,
      })),
      figures: figuresOf(part, buildings, requests),
    }
  })
}

/** The tops of the five levels that the reader sees, with what they report. */
export const structureTops = async (act: Act): Promise<StructurePart[]> => reported(act, await treeTops(act))

/** What stands directly under an organisation of the reader's scope, with what it reports, or null. */
export async function structureUnder(act: Act, id: string): Promise<StructurePart[] | null> {
  const branches = await branchesUnder(act, id)
  return branches && reported(act, branches)
}

/** How many organisations each level has, how many are without a leader, and whose election is overdue. */
export async function structureFigures({ tx, principal, now }: Act) {
  const where = { AND: [partiesWithin(principal, 'parties.read'), { endedAt: null }] }
  const [levels, vacant, overdue, households] = await Promise.all([
    tx.partyOrganisation.groupBy({ by: ['level'], where, _count: true }),
    tx.partyOrganisation.count({ where: { AND: [where, { leaderId: null }] } }),
    tx.partyOrganisation.count({ where: { AND: [where, { termEndsOn: { lt: todayOf(now) } }] } }),
    tx.centreHousehold.count({
      where: { endedAt: null, group: { is: { AND: [partiesWithin(principal, 'parties.read')] } } },
    }),
  ])
  return {
    levels: Object.fromEntries(levels.map(({ level, _count }) => [level, _count])),
    households,
    vacant,
    overdue,
  }
}

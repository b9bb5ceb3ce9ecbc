import { dayOf } from '@/core/instants'
import { compoundsWithin } from '@/features/places/policy'
import { zonesWithin } from '@/features/zones/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import { dayFrom } from '@/server/term'
import { demandsWithin, matchesWithin, resourcesWithin } from '../policy'
import { contractOn } from '../resources/rules'
import { type Area, type Coverage, coverageOf, type Reason, reachOf, suggest } from './rules'
import type { BoardFilter, MatchFilter, SuggestionFilter } from './schema'

const LIVE = {
  mergedIntoId: null,
  state: { in: ['open', 'planned', 'on_menu'] },
} satisfies Prisma.DemandWhereInput

export type BoardDemand = {
  id: string
  title: string
  category: string
  households: number
  priority: number
}

export type BoardCell = BoardDemand & {
  coverage: Coverage
  matches: { id: string; resource: string; coverage: 'full' | 'partly' }[]
}

export type BoardArea = {
  id: string
  name: string
  covered: number
  partly: number
  none: number
  /** What is asked for most and not served at all. */
  missing: { id: string; title: string; households: number }[]
}

export type Board =
  | { kind: 'areas'; by: 'zone' | 'compound'; areas: BoardArea[] }
  | { kind: 'area'; by: 'zone' | 'compound'; area: { id: string; name: string }; cells: BoardCell[] }

const MOST_MISSING = 3

/** The work board: what is asked for in each area of the reader's scope, against what is matched to it; null for an area outside of it. */
export async function boardOf(act: Act, filter: BoardFilter): Promise<Board | null> {
  const { demands, zones, compounds, asked, matches } = await materialOf(act)
  const areaId = filter.zone ?? filter.compound
  const by = filter.zone ? 'zone' : filter.compound ? 'compound' : filter.by
  const areas =
    by === 'zone'
      ? zones.map(({ id, name }) => ({
          id,
          name,
          area: {
            kind: 'zone',
            zoneId: id,
            compoundIds: compounds.filter((one) => one.zoneId === id).map((one) => one.id),
          } satisfies Area,
        }))
      : compounds.map(({ id, name, zoneId }) => ({
          id,
          name,
          area: { kind: 'compound', compoundId: id, zoneId } satisfies Area,
        }))
  const cellsOf = (area: Area): BoardCell[] =>
    demands.flatMap((demand) => {
      const inArea =
        area.kind === 'zone' ? area.compoundIds : area.kind === 'compound' ? [area.compoundId] : []
      const asking = inArea.filter((id) => (asked.get(`${demand.id}/${id}`) ?? 0) > 0)
      if (asking.length === 0) return []
      const own = matches.filter((match) => match.demandId === demand.id && reachOf(match, area))
      return {
        ...demand,
        households: asking.reduce((sum, id) => sum + (asked.get(`${demand.id}/${id}`) ?? 0), 0),
        coverage: coverageOf(own, area, asking),
        matches: own.map(({ id, resource, coverage }) => ({ id, resource: resource.name, coverage })),
      }
    })
  if (areaId) {
    const found = areas.find(({ id }) => id === areaId)
    if (!found) return null
    return { kind: 'area', by, area: { id: found.id, name: found.name }, cells: byNeed(cellsOf(found.area)) }
  }
  return {
    kind: 'areas',
    by,
    areas: areas.map(({ id, name, area }) => {
      const cells = cellsOf(area)
      const count = (coverage: Coverage) => cells.filter((cell) => cell.coverage === coverage).length
      const missing = byNeed(cells.filter(({ coverage }) => coverage === 'none'))
      return {
        id,
        name,
        covered: count('covered'),
        partly: count('partly'),
        none: count('none'),
        missing: missing
          .slice(0, MOST_MISSING)
          .map((cell) => ({ id: cell.id, title: cell.title, households: cell.households })),
      }
    }),
  }
}

const WORST_FIRST: readonly Coverage[] = ['none', 'partly', 'covered']

const byNeed = (cells: readonly BoardCell[]): BoardCell[] =>
  [...cells].sort(
    (one, other) =>
      WORST_FIRST.indexOf(one.coverage) - WORST_FIRST.indexOf(other.coverage) ||
      other.households - one.households ||
      one.id.localeCompare(other.id),
  )

async function materialOf(act: Act) {
  const { tx, principal } = act
  const BY_NAME = [{ sortKey: 'asc' as const }, { id: 'asc' as const }]
  const [demands, zones, compounds, matches] = await Promise.all([
    tx.demand.findMany({
      where: { AND: [LIVE, demandsWithin(principal, 'kitchen.read')] },
      orderBy: [{ priority: 'desc' }, { id: 'desc' }],
      select: { id: true, title: true, category: true, priority: true },
    }),
    tx.zone.findMany({
      where: { AND: [{ endedAt: null }, zonesWithin(principal, 'kitchen.read')] },
      orderBy: BY_NAME,
      select: { id: true, name: true },
    }),
    tx.compound.findMany({
      where: { AND: [{ endedAt: null }, compoundsWithin(principal, 'kitchen.read')] },
      orderBy: BY_NAME,
      select: { id: true, name: true, zoneCompound: { select: { zoneId: true } } },
    }),
    tx.kitchenMatch.findMany({
      where: { AND: [{ endedAt: null }, matchesWithin(principal, 'kitchen.read')] },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        demandId: true,
        zoneId: true,
        compoundId: true,
        coverage: true,
        resource: { select: { name: true } },
      },
    }),
  ])
  const asked = await householdsAsking(
    act,
    demands.map(({ id }) => id),
    compounds.map(({ id }) => id),
  )
  return {
    demands: demands.map((demand) => ({ ...demand, households: 0 })),
    zones,
    compounds: compounds.map(({ zoneCompound, ...rest }) => ({
      ...rest,
      zoneId: zoneCompound?.zoneId ?? null,
    })),
    asked,
    matches,
  }
}

/** How many households of a compound ask for a demand, by `demand/compound`; at least one where there is any evidence but opinions. */
async function householdsAsking(
  { tx, principal }: Act,
  demandIds: readonly string[],
  compoundIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ demand_id: string; compound_id: string; households: number }[]>`
    SELECT demand_id, compound_id, greatest(1, count(DISTINCT coalesce(household_id, source_id))
      FILTER (WHERE household_id IS NOT NULL OR kind IN ('answer', 'request')))::int AS households
    FROM demand_evidence
    WHERE street_id = ${principal.streetId}::uuid AND kind <> 'opinion'
      AND demand_id = ANY(${[...demandIds]}::uuid[]) AND compound_id = ANY(${[...compoundIds]}::uuid[])
    GROUP BY demand_id, compound_id`
  return new Map(rows.map((row) => [`${row.demand_id}/${row.compound_id}`, row.households]))
}

export type SuggestionRow = {
  id: string
  name: string
  kind: string
  points: number
  coverage: 'full' | 'partly'
  reasons: Reason[]
  /** Already matched to this demand in this very area. */
  matchId: string | null
}

export type Suggestions = {
  demand: { id: string; title: string; category: string }
  area: { id: string | null; name: string | null }
  households: number
  coverage: Coverage
  rows: SuggestionRow[]
}

const MOST_SUGGESTED = 20

/** The resources that could serve a demand in an area, the best first, with reasons; null where demand or area are none of the reader's. */
export async function suggestionsFor(act: Act, filter: SuggestionFilter): Promise<Suggestions | null> {
  const { tx, principal, now } = act
  const { demands, zones, compounds, asked, matches } = await materialOf(act)
  const demand = demands.find(({ id }) => id === filter.demand)
  const zone = zones.find(({ id }) => id === filter.zone)
  const compound = compounds.find(({ id }) => id === filter.compound)
  if (!demand || (filter.zone && !zone) || (filter.compound && !compound)) return null
  const area: Area = compound
    ? { kind: 'compound', compoundId: compound.id, zoneId: compound.zoneId }
    : zone
      ? {
          kind: 'zone',
          zoneId: zone.id,
          compoundIds: compounds.filter((one) => one.zoneId === zone.id).map((one) => one.id),
        }
      : { kind: 'street' }
  const inArea =
    area.kind === 'compound'
      ? [area.compoundId]
      : area.kind === 'zone'
        ? area.compoundIds
        : compounds.map(({ id }) => id)
  const asking = inArea.filter((id) => (asked.get(`${demand.id}/${id}`) ?? 0) > 0)
  const households = asking.reduce((sum, id) => sum + (asked.get(`${demand.id}/${id}`) ?? 0), 0)
  const candidates = await tx.resource.findMany({
    where: { AND: [{ endedAt: null }, resourcesWithin(principal, 'kitchen.read')] },
    select: {
      id: true,
      name: true,
      kind: true,
      categories: true,
      skills: true,
      zoneId: true,
      compoundId: true,
      capacityPerWeek: true,
      contractEndsOn: true,
    },
  })
  const today = dayOf(now)
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const own = matches.filter(({ demandId }) => demandId === demand.id)
  const places = { zoneId: zone?.id ?? null, compoundId: compound?.id ?? null }
  const taken = await tx.kitchenMatch.findMany({
    where: { streetId: principal.streetId, demandId: demand.id, endedAt: null, ...places },
    select: { id: true, resourceId: true },
  })
  const rows = suggest(
    { ...demand, households },
    area,
    candidates.map(({ contractEndsOn, ...candidate }) => ({
      ...candidate,
      contract: contractOn(today, contractEndsOn && dayFrom(contractEndsOn)),
    })),
  )
  return {
    demand: { id: demand.id, title: demand.title, category: demand.category },
    area: { id: compound?.id ?? zone?.id ?? null, name: compound?.name ?? zone?.name ?? null },
    households,
    coverage: coverageOf(own, area, asking),
    rows: rows.slice(0, MOST_SUGGESTED).map(({ resourceId, points, coverage, reasons }) => ({
      id: resourceId,
      name: byId.get(resourceId)?.name ?? '',
      kind: byId.get(resourceId)?.kind ?? '',
      points,
      coverage,
      reasons,
      matchId: taken.find((match) => match.resourceId === resourceId)?.id ?? null,
    })),
  }
}

const MATCH = {
  id: true,
  coverage: true,
  reason: true,
  version: true,
  createdAt: true,
  endedAt: true,
  matchedBy: true,
  demand: { select: { id: true, title: true, category: true, words: true, state: true, isUrgent: true } },
  resource: {
    select: {
      id: true,
      kind: true,
      name: true,
      categories: true,
      skills: true,
      capacityPerWeek: true,
      hoursText: true,
      costFen: true,
      costUnit: true,
      contractEndsOn: true,
      provider: { select: { id: true, name: true } },
      operator: { select: { id: true, name: true } },
    },
  },
  zone: { select: { id: true, name: true } },
  compound: { select: { id: true, name: true } },
} satisfies Prisma.KitchenMatchSelect

export type MatchRow = Prisma.KitchenMatchGetPayload<{ select: typeof MATCH }>

/** A page of what the kitchen matched in the reader's scope, the latest first. */
export async function listMatches(act: Act, filter: MatchFilter): Promise<Page<MatchRow>> {
  const where: Prisma.KitchenMatchWhereInput = {
    AND: [
      matchesWithin(act.principal, 'kitchen.read'),
      filter.demand ? { demandId: filter.demand } : {},
      filter.resource ? { resourceId: filter.resource } : {},
      filter.zone ? { zoneId: filter.zone } : {},
      filter.ended ? { endedAt: { not: null } } : { endedAt: null },
    ],
  }
  const cursor = cursorFor(filter.cursor, 'day')
  const place = keyset('createdAt', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.kitchenMatch.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: MATCH,
    }),
    act.tx.kitchenMatch.count({ where }),
  ])
  return pageOf(found, filter.size, cursor, total, (row) => row.createdAt.toISOString())
}

/** A match with all that a menu item is made of: the demand, the resource and the area. */
export const findMatch = ({ tx, principal }: Act, id: string): Promise<MatchRow | null> =>
  tx.kitchenMatch.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, matchesWithin(principal, 'kitchen.read')] },
    select: MATCH,
  })

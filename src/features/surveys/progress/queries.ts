import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { questionnairesWithin } from '../campaigns/policy'
import { inState } from '../issuing/queries'
import { gathered, sumOf, type Tally } from './rules'
import type { ProgressFilter } from './schema'

export type ProgressRow = { id: string | null; name: string | null; within: string | null; tally: Tally }
export type Progress = { total: Tally; rows: ProgressRow[] }

type Place = { compoundId: string; buildingId: string | null }
const placeKey = ({ compoundId, buildingId }: Place) => `${compoundId} ${buildingId}`

/** What was issued and came back in the reader's scope: counts alone, whoever answered what. */
async function tallies(
  { tx, principal }: Act,
  surveyId: string,
  { community, grid }: Pick<ProgressFilter, 'community' | 'grid'>,
): Promise<(Place & { tally: Tally })[]> {
  const where = (more: Prisma.QuestionnaireWhereInput): Prisma.QuestionnaireWhereInput => ({
    AND: [
      { surveyId },
      questionnairesWithin(principal, 'surveys.read'),
      community ? { compound: { communityId: community } } : {},
      grid ? { building: { gridId: grid } } : {},
      more,
    ],
  })
  const count = (more: Prisma.QuestionnaireWhereInput) =>
    tx.questionnaire.groupBy({
      by: ['compoundId', 'buildingId'],
      where: where(more),
      _count: { _all: true },
      orderBy: [{ compoundId: 'asc' }, { buildingId: 'asc' }],
    })
  const [issued, returned, begun, declined] = await Promise.all([
    count({}),
    count(inState('returned')),
    count(inState('begun')),
    count(inState('declined')),
  ])
  const among = (rows: typeof issued) => new Map(rows.map((row) => [placeKey(row), row._count._all] as const))
  const [returnedAt, begunAt, declinedAt] = [among(returned), among(begun), among(declined)]
  return issued.map(({ compoundId, buildingId, _count: { _all } }) => {
    const key = placeKey({ compoundId, buildingId })
    const tally = {
      issued: _all,
      returned: returnedAt.get(key) ?? 0,
      begun: begunAt.get(key) ?? 0,
      declined: declinedAt.get(key) ?? 0,
    }
    return { compoundId, buildingId, tally: { ...tally, open: _all - tally.returned - tally.declined } }
  })
}

/** How far a campaign has come, by community, grid or building. */
export async function progressOf(act: Act, surveyId: string, filter: ProgressFilter): Promise<Progress> {
  const { tx, principal } = act
  const { streetId } = principal
  const found = await tallies(act, surveyId, filter)
  const [compounds, buildings] = await Promise.all([
    tx.compound.findMany({
      where: { streetId, id: { in: [...new Set(found.map(({ compoundId }) => compoundId))] } },
      select: { id: true, name: true, community: { select: { id: true, name: true, sortKey: true } } },
    }),
    tx.building.findMany({
      where: { streetId, id: { in: found.flatMap(({ buildingId }) => buildingId ?? []) } },
      select: {
        id: true,
        name: true,
        sortKey: true,
        grid: { select: { id: true, name: true, sortKey: true } },
      },
    }),
  ])
  const compoundAt = new Map(compounds.map((one) => [one.id, one]))
  const buildingAt = new Map(buildings.map((one) => [one.id, one]))
  const named = (place: Place): Omit<ProgressRow, 'tally'> & { order: string } => {
    const compound = compoundAt.get(place.compoundId)
    const building = place.buildingId ? buildingAt.get(place.buildingId) : undefined
    if (filter.by === 'community') {
      const { id = null, name = null, sortKey = '' } = compound?.community ?? {}
      return { id, name, within: null, order: sortKey }
    }
    if (filter.by === 'grid') {
      const { id = null, name = null, sortKey = '~' } = building?.grid ?? {}
      return { id, name, within: compound?.community?.name ?? null, order: sortKey }
    }
    const order = `${compound?.name} ${building?.sortKey ?? '~'}`
    return { id: building?.id ?? null, name: building?.name ?? null, within: compound?.name ?? null, order }
  }
  const places = found.map((row) => ({ ...named(row), tally: row.tally }))
  const byKey = new Map(places.map((place) => [`${place.id} ${place.within}`, place]))
  const rows = gathered(places, ({ id, within }) => `${id} ${within}`).flatMap(({ key, tally }) => {
    const place = byKey.get(key)
    return place ? [{ ...place, tally }] : []
  })
  rows.sort((one, other) => one.order.localeCompare(other.order))
  return {
    total: sumOf(found.map(({ tally }) => tally)),
    rows: rows.map(({ order: _, ...row }) => row),
  }
}

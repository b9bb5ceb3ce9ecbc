import { compoundsWithin } from '@/features/places/policy'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { inTermOn, todayOf } from '@/server/term'
import { zonesWithin } from '../policy'
import { type Totals, totalsOf } from './rules'
import type { ZoneFilter } from './schema'

const leadToday = ({ now }: Act) => {
  const inTerm = inTermOn(todayOf(now))
  return { ...inTerm, worker: { is: inTerm } }
}

const COMPOUND = {
  id: true,
  name: true,
  householdCount: true,
  over60: true,
  areaSquareMetres: true,
  stage: true,
  pilot: true,
  longitude: true,
  latitude: true,
  community: { select: { name: true } },
  _count: { select: { buildings: { where: { endedAt: null } } } },
} satisfies Prisma.CompoundSelect

/** A zone with its lead of today and those of its compounds that the reader may see. */
const rowFor = (act: Act, permission: Permission) =>
  ({
    id: true,
    name: true,
    provisional: true,
    sortKey: true,
    version: true,
    endedAt: true,
    leads: {
      where: leadToday(act),
      take: 1,
      select: { worker: { select: { person: { select: { name: true } } } } },
    },
    compounds: {
      where: { compound: { is: { AND: [compoundsWithin(act.principal, permission), { endedAt: null }] } } },
      orderBy: { compound: { sortKey: 'asc' } },
      select: { compound: { select: COMPOUND } },
    },
  }) satisfies Prisma.ZoneSelect

type Found = Prisma.ZoneGetPayload<{ select: ReturnType<typeof rowFor> }>
export type ZoneRow = Omit<Found, 'compounds' | 'leads'> & { lead: string | null; totals: Totals }

const figures = ({ compounds }: Pick<Found, 'compounds'>): Totals =>
  totalsOf(compounds.map(({ compound: { _count, ...compound } }) => ({ ...compound, ..._count })))

const told = ({ compounds, leads, ...zone }: Found): ZoneRow => ({
  ...zone,
  lead: leads[0]?.worker.person.name ?? null,
  totals: figures({ compounds }),
})

const whereOf = (act: Act, filter: ZoneFilter, permission: Permission): Prisma.ZoneWhereInput => ({
  AND: [
    zonesWithin(act.principal, permission),
    searching(filter.q),
    filter.state ? { provisional: filter.state === 'provisional' } : {},
    filter.lead ? { leads: { [filter.lead === 'yes' ? 'some' : 'none']: leadToday(act) } } : {},
    filter.ended ? { endedAt: { not: null } } : { endedAt: null },
  ],
})

/** A page of the zones in the reader's scope, with sums over what of them lies in it. */
export async function listZones(act: Act, filter: ZoneFilter): Promise<Page<ZoneRow>> {
  const where = whereOf(act, filter, 'zones.read')
  const cursor = cursorFor(filter.cursor, 'text')
  const place = keyset('sortKey', filter.direction, cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.zone.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: rowFor(act, 'zones.read'),
    }),
    act.tx.zone.count({ where }),
  ])
  return pageOf(found.map(told), filter.size, cursor, total, ({ sortKey }) => sortKey)
}

/** All zones that the filter finds within the scope of exporting, by name. */
export async function zonesToExport(act: Act, filter: ZoneFilter): Promise<ZoneRow[]> {
  const zones = await act.tx.zone.findMany({
    relationLoadStrategy: 'join',
    where: whereOf(act, filter, 'registers.export'),
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 5_000,
    select: rowFor(act, 'registers.export'),
  })
  return zones.map(told)
}

const detailFor = (act: Act, permission: Permission) =>
  ({
    ...rowFor(act, permission),
    leads: {
      orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
      take: 100,
      select: {
        id: true,
        startsOn: true,
        endsOn: true,
        worker: { select: { post: true, employeeNumber: true, person: { select: { name: true } } } },
      },
    },
  }) satisfies Prisma.ZoneSelect

/** A zone in the caller's scope with its compounds, its leads and their terms, or null. */
export async function findZone(act: Act, id: string, permission: Permission = 'zones.read') {
  const zone = await act.tx.zone.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, zonesWithin(act.principal, permission)] },
    select: detailFor(act, permission),
  })
  if (!zone) return null
  return {
    ...zone,
    totals: figures(zone),
    compounds: zone.compounds.map(({ compound: { _count, ...compound } }) => ({ ...compound, ..._count })),
  }
}

export type ZoneDetail = NonNullable<Awaited<ReturnType<typeof findZone>>>

/** The zones in use that a compound may be put into, by name. */
export async function zoneOptions(act: Act): Promise<{ value: string; label: string }[]> {
  const zones = await act.tx.zone.findMany({
    where: { AND: [zonesWithin(act.principal, 'zones.read'), { endedAt: null }] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  return zones.map(({ id, name }) => ({ value: id, label: name }))
}

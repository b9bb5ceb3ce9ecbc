import { addDays, dayOf } from '@/core/instants'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { dateOf, dayFrom } from '@/server/term'
import { resourcesWithin } from '../policy'
import { type Contract, contractOn, ENDING_DAYS } from './rules'
import type { ResourceFilter } from './schema'

const ROW = {
  id: true,
  kind: true,
  name: true,
  categories: true,
  skills: true,
  capacityPerWeek: true,
  hoursText: true,
  slotMinutes: true,
  perSlot: true,
  leadHours: true,
  costFen: true,
  costUnit: true,
  contractNumber: true,
  contractStartsOn: true,
  contractEndsOn: true,
  sortKey: true,
  endedAt: true,
  version: true,
  zone: { select: { id: true, name: true } },
  compound: { select: { id: true, name: true } },
  provider: { select: { id: true, name: true, endedAt: true } },
  operator: { select: { id: true, name: true } },
} satisfies Prisma.ResourceSelect

type Read = Prisma.ResourceGetPayload<{ select: typeof ROW }>
export type ResourceRow = Read & { contract: Contract }

const rowOf =
  (now: Date) =>
  <Row extends { contractEndsOn: Date | null }>(row: Row): Row & { contract: Contract } => ({
    ...row,
    contract: contractOn(dayOf(now), row.contractEndsOn && dayFrom(row.contractEndsOn)),
  })

function contractIs(contract: ResourceFilter['contract'], now: Date): Prisma.ResourceWhereInput {
  const today = dayOf(now)
  if (contract === 'ended') return { contractEndsOn: { lt: dateOf(today) } }
  return contract ? { contractEndsOn: { gte: dateOf(today), lte: dateOf(addDays(today, ENDING_DAYS)) } } : {}
}

const whereOf = (act: Act, filter: ResourceFilter, permission: Permission): Prisma.ResourceWhereInput => ({
  AND: [
    resourcesWithin(act.principal, permission),
    searching(filter.q),
    filter.kind ? { kind: filter.kind } : {},
    filter.category ? { categories: { has: filter.category } } : {},
    filter.zone ? { zoneId: filter.zone } : {},
    contractIs(filter.contract, act.now),
    filter.ended ? { endedAt: { not: null } } : { endedAt: null },
  ],
})

/** A page of the resources that serve the reader's scope, by name. */
export async function listResources(act: Act, filter: ResourceFilter): Promise<Page<ResourceRow>> {
  const where = whereOf(act, filter, 'resources.read')
  const cursor = cursorFor(filter.cursor, 'text')
  const place = keyset('sortKey', 'asc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.resource.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.resource.count({ where }),
  ])
  return pageOf(found.map(rowOf(act.now)), filter.size, cursor, total, (row) => row.sortKey)
}

export async function resourcesToExport(act: Act, filter: ResourceFilter): Promise<ResourceRow[]> {
  const found = await act.tx.resource.findMany({
    relationLoadStrategy: 'join',
    where: {
      AND: [whereOf(act, filter, 'registers.export'), resourcesWithin(act.principal, 'resources.read')],
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 20_000,
    select: ROW,
  })
  return found.map(rowOf(act.now))
}

export const countEnding = ({ tx, principal, now }: Act): Promise<number> =>
  tx.resource.count({
    where: {
      AND: [resourcesWithin(principal, 'resources.read'), contractIs('ending', now), { endedAt: null }],
    },
  })

const DETAIL = {
  ...ROW,
  note: true,
  matches: {
    where: { endedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: {
      id: true,
      coverage: true,
      demand: { select: { id: true, title: true } },
      zone: { select: { name: true } },
      compound: { select: { name: true } },
    },
  },
} satisfies Prisma.ResourceSelect

export type ResourceDetail = Prisma.ResourceGetPayload<{ select: typeof DETAIL }> & { contract: Contract }

/** A resource that serves the caller's scope, or null when there is none, or none for this caller. */
export async function findResource(
  { tx, principal, now }: Act,
  id: string,
  permission: Permission = 'resources.read',
): Promise<ResourceDetail | null> {
  const found = await tx.resource.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ id }, resourcesWithin(principal, permission)] },
    select: DETAIL,
  })
  return found && rowOf(now)(found)
}

/** What a resource can be tied to: the registers' providers and operators, the zones and the compounds in use. */
export async function resourceReferences({ tx, principal }: Act) {
  const { streetId } = principal
  const BY_NAME = [{ sortKey: 'asc' as const }, { id: 'asc' as const }]
  const select = { id: true, name: true }
  const [providers, operators, zones, compounds] = await Promise.all([
    tx.provider.findMany({ where: { streetId, endedAt: null }, orderBy: BY_NAME, select }),
    tx.operator.findMany({ where: { streetId }, orderBy: [{ name: 'asc' }], select }),
    tx.zone.findMany({ where: { streetId, endedAt: null }, orderBy: BY_NAME, select }),
    tx.compound.findMany({ where: { streetId, endedAt: null }, orderBy: BY_NAME, select }),
  ])
  const options = (rows: { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }))
  return {
    providers: options(providers),
    operators: options(operators),
    zones: options(zones),
    compounds: options(compounds),
  }
}

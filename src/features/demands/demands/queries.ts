import { compoundsWithin } from '@/features/places/policy'
import type { EvidenceKind, Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Permission } from '@/server/permissions'
import { reach } from '@/server/principal'
import { type Figures, figuresOf, type Level, levelOf } from '../evidence/rules'
import { demandsWithin, demandsWritable, evidenceWithin } from '../policy'
import type { DemandFilter } from './schema'

const ROW = {
  id: true,
  title: true,
  category: true,
  isUrgent: true,
  state: true,
  ownerId: true,
  mergedIntoId: true,
  households: true,
  compounds: true,
  sinceOn: true,
  priority: true,
  sortKey: true,
  version: true,
} satisfies Prisma.DemandSelect

type Read = Prisma.DemandGetPayload<{ select: typeof ROW }>

/** A demand with the figures of the reader's own scope; the priority is the street's. */
export type DemandRow = Omit<Read, 'ownerId'> & { owner: string | null; level: Level }

const COLUMNS = {
  priority: { column: 'priority', kind: 'number' },
  title: { column: 'sortKey', kind: 'text' },
  households: { column: 'households', kind: 'number' },
  sinceOn: { column: 'sinceOn', kind: 'day' },
} as const

const whereOf = (act: Act, filter: DemandFilter, permission: Permission): Prisma.DemandWhereInput => {
  const evidence = [
    filter.kind ? { kind: filter.kind } : {},
    filter.community ? { compound: { communityId: filter.community } } : {},
    filter.compound ? { compoundId: filter.compound } : {},
  ].filter((part) => Object.keys(part).length > 0)
  return {
    AND: [
      demandsWithin(act.principal, permission),
      evidence.length > 0
        ? { evidence: { some: { AND: [evidenceWithin(act.principal, permission), ...evidence] } } }
        : {},
      filter.merged ? { mergedIntoId: { not: null } } : { mergedIntoId: null },
      searching(filter.q),
      filter.state ? { state: filter.state } : {},
      filter.category ? { category: filter.category } : {},
      filter.owner === 'mine' ? { ownerId: act.principal.accountId } : {},
      filter.owner === 'none' ? { ownerId: null } : {},
    ],
  }
}

/** A page of the demands in the reader's scope, the most pressing first. */
export async function listDemands(act: Act, filter: DemandFilter): Promise<Page<DemandRow>> {
  const where = whereOf(act, filter, 'demands.read')
  const { column, kind } = COLUMNS[filter.sort]
  const nullable = filter.sort === 'sinceOn'
  const cursor = cursorFor(filter.cursor, kind, nullable)
  const place = keyset(column, filter.direction, cursor, filter.size, nullable)
  const [found, total] = await Promise.all([
    act.tx.demand.findMany({
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ROW,
    }),
    act.tx.demand.count({ where }),
  ])
  const page = pageOf(found, filter.size, cursor, total, (row) => {
    const value = row[column]
    return value instanceof Date ? value.toISOString() : value
  })
  return { ...page, rows: await toldIn(act, page.rows, 'demands.read') }
}

export const demandsToExport = async (act: Act, filter: DemandFilter): Promise<DemandRow[]> =>
  toldIn(
    act,
    await act.tx.demand.findMany({
      where: {
        AND: [whereOf(act, filter, 'registers.export'), demandsWithin(act.principal, 'demands.read')],
      },
      orderBy: [{ priority: 'desc' }, { id: 'desc' }],
      take: 5_000,
      select: ROW,
    }),
    'demands.read',
  )

async function toldIn(act: Act, rows: readonly Read[], permission: Permission): Promise<DemandRow[]> {
  const [figures, owners] = await Promise.all([
    figuresWithin(
      act,
      rows.map(({ id }) => id),
      permission,
    ),
    namesOf(
      act,
      rows.flatMap(({ ownerId }) => ownerId ?? []),
    ),
  ])
  return rows.map(({ ownerId, ...row }) => ({
    ...row,
    ...figures?.get(row.id),
    owner: ownerId && (owners.get(ownerId) ?? null),
    level: levelOf(row.priority),
  }))
}

/** The figures of demands as the reader's part of the street makes them; null for who sees all of it. */
async function figuresWithin(
  { tx, principal }: Act,
  ids: readonly string[],
  permission: Permission,
): Promise<Map<string, Figures> | null> {
  if (reach(principal, permission) === 'street') return null
  const evidence = await tx.demandEvidence.findMany({
    where: { AND: [{ demandId: { in: [...ids] } }, evidenceWithin(principal, permission)] },
    select: {
      demandId: true,
      kind: true,
      sourceId: true,
      compoundId: true,
      householdId: true,
      happenedOn: true,
    },
  })
  const byDemand = grouped(evidence)
  return new Map(ids.map((id) => [id, figuresOf(byDemand.get(id) ?? [])]))
}

function grouped<Row extends { demandId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.demandId)
    if (group) group.push(row)
    else groups.set(row.demandId, [row])
  }
  return groups
}

async function namesOf({ tx, principal }: Act, ids: readonly string[]): Promise<Map<string, string>> {
  const accounts = await tx.account.findMany({
    where: { streetId: principal.streetId, id: { in: [...new Set(ids)] } },
    select: { id: true, displayName: true },
  })
  return new Map(accounts.map(({ id, displayName }) => [id, displayName]))
}

/** All evidence of one kind in one compound. */
export type EvidenceGroup = {
  compound: { id: string; name: string }
  kind: EvidenceKind
  pieces: number
  households: number
  sinceOn: Date
}

export type DemandDetail = DemandRow & {
  ownerId: string | null
  words: string | null
  declinedReason: string | null
  groups: EvidenceGroup[]
  mergedInto: { id: string; title: string } | null
  /** Demands whose evidence came here by merging. */
  merged: { id: string; title: string; version: number }[]
}

/** A demand with its evidence by compound and kind, or null when there is none, or none for this reader. */
export async function findDemand(act: Act, id: string): Promise<DemandDetail | null> {
  const { tx, principal } = act
  const found = await tx.demand.findFirst({
    where: { AND: [{ id }, demandsWithin(principal, 'demands.read')] },
    select: {
      ...ROW,
      words: true,
      declinedReason: true,
      mergedInto: { select: { id: true, title: true } },
      merged: {
        orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
        select: { id: true, title: true, version: true },
      },
    },
  })
  if (!found) return null
  const [[row], evidence] = await Promise.all([
    toldIn(act, [found], 'demands.read'),
    tx.demandEvidence.findMany({
      relationLoadStrategy: 'join',
      where: { AND: [{ demandId: id }, evidenceWithin(principal, 'demands.read')] },
      orderBy: [{ compound: { sortKey: 'asc' } }, { kind: 'asc' }],
      select: {
        kind: true,
        sourceId: true,
        compoundId: true,
        householdId: true,
        happenedOn: true,
        compound: { select: { id: true, name: true } },
      },
    }),
  ])
  if (!row) return null
  const { words, declinedReason, mergedInto, merged, ownerId } = found
  return { ...row, words, declinedReason, mergedInto, merged, ownerId, groups: groupsOf(evidence) }
}

type Piece = Parameters<typeof figuresOf>[0][number] & { compound: { id: string; name: string } }

function groupsOf(evidence: readonly Piece[]): EvidenceGroup[] {
  const groups = new Map<string, Piece[]>()
  for (const piece of evidence) {
    const key = `${piece.compoundId}/${piece.kind}`
    const group = groups.get(key)
    if (group) group.push(piece)
    else groups.set(key, [piece])
  }
  return [...groups.values()].flatMap((pieces) => {
    const [first] = pieces
    if (!first) return []
    const days = pieces.map(({ happenedOn }) => happenedOn.getTime())
    return {
      compound: first.compound,
      kind: first.kind,
      pieces: pieces.length,
      households: figuresOf(pieces).households,
      sinceOn: new Date(days.reduce((one, other) => Math.min(one, other))),
    }
  })
}

/** What of a demand a change needs, when all of its evidence lies where the caller may write. */
export const demandToChange = ({ tx, principal }: Act, id: string) =>
  tx.demand.findFirst({
    where: { AND: [{ id }, demandsWritable(principal)] },
    select: { ...ROW, words: true, declinedReason: true },
  })

export const mayChange = async (act: Act, id: string): Promise<boolean> =>
  (await act.tx.demand.count({ where: { AND: [{ id }, demandsWritable(act.principal)] } })) > 0

/** Demands that are found by typing, for a choice. */
export async function demandsFound(
  { tx, principal }: Act,
  typed: string,
  permission: Permission,
  except?: string,
): Promise<{ id: string; label: string }[]> {
  const demands = await tx.demand.findMany({
    where: {
      AND: [
        demandsWithin(principal, permission),
        { mergedIntoId: null },
        except ? { id: { not: except } } : {},
        searching(typed),
      ],
    },
    orderBy: [{ priority: 'desc' }, { id: 'desc' }],
    take: 20,
    select: { id: true, title: true },
  })
  return demands.map(({ id, title }) => ({ id, label: title }))
}

/** Who can be given a demand: staff who may write demands, by name. */
export async function ownerOptions({ tx, principal, now }: Act): Promise<{ value: string; label: string }[]> {
  const accounts = await tx.account.findMany({
    where: {
      streetId: principal.streetId,
      suspendedAt: null,
      grants: {
        some: {
          role: { in: ['street_admin', 'street_staff', 'community_staff'] },
          startsOn: { lte: now },
          OR: [{ endsOn: null }, { endsOn: { gte: now } }],
        },
      },
    },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { id: true, displayName: true },
  })
  return accounts.map(({ id, displayName }) => ({ value: id, label: displayName }))
}

/** Compounds in which evidence can be told of. */
export const compoundsToTellIn = async (act: Act): Promise<{ value: string; label: string }[]> => {
  const compounds = await act.tx.compound.findMany({
    where: { AND: [compoundsWithin(act.principal, 'demands.write'), { endedAt: null }] },
    orderBy: [{ sortKey: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
  return compounds.map(({ id, name }) => ({ value: id, label: name }))
}

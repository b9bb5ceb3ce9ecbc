import type { Day } from '@/core/instants'
import { IMPORTED_SURVEY } from '@/features/surveys/imported/rules'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import type { Tx } from '@/server/db'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import type { Accepted } from './plan/plan'
import type { Preview } from './plan/preview'
import { importsWithin } from './policy'
import type { ImportFilter } from './schema'

/** What the street holds now, counted as an import counts it. */
export async function countRegisters(tx: Tx, streetId: string, today: Day): Promise<Accepted> {
  const day = new Date(`${today}T00:00:00Z`)
  const kept = { streetId, endedAt: null }
  // The office's own campaigns are none of the registers'.
  const registered = { streetId, survey: { name: IMPORTED_SURVEY.name } }
  const inTerm = { streetId, startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] }
  const looksAfter = { some: { startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] } }
  return {
    compounds: await tx.compound.count({ where: kept }),
    buildings: await tx.building.count({ where: kept }),
    grids: await tx.grid.count({ where: kept }),
    gridMembers: await tx.gridMember.count({ where: inTerm }),
    captains: await tx.captainAppointment.count({ where: { ...inTerm, buildings: looksAfter } }),
    buildingsWithoutCaptain: await tx.building.count({
      where: { ...kept, NOT: { captainBuildings: looksAfter } },
    }),
    providers: await tx.provider.count({ where: kept }),
    crew: await tx.worker.count({ where: inTerm }),
    partyCommittees: await tx.partyOrganisation.count({ where: { ...kept, level: 'community_committee' } }),
    questionnairesIssued: await tx.questionnaire.count({ where: registered }),
    questionnairesReturned: await tx.questionnaire.count({ where: { ...registered, isReturned: true } }),
  }
}

const ROW = {
  id: true,
  state: true,
  createdAt: true,
  finishedAt: true,
  undoneAt: true,
  startedBy: true,
  files: { orderBy: { position: 'asc' }, select: { name: true, size: true } },
  _count: { select: { rejections: true } },
} satisfies Prisma.ImportSelect

type Row = Prisma.ImportGetPayload<{ select: typeof ROW }>
/** An import in a list; without a person it came from the command line. */
export type ImportRow = Omit<Row, 'startedBy'> & { starter: string | null }

async function withStarters<T extends { startedBy: string | null }>(
  { tx, principal }: Act,
  rows: T[],
): Promise<(Omit<T, 'startedBy'> & { starter: string | null })[]> {
  const ids = rows.flatMap(({ startedBy }) => startedBy ?? [])
  const accounts = await tx.account.findMany({
    where: { streetId: principal.streetId, id: { in: ids } },
    select: { id: true, displayName: true },
  })
  const names = new Map(accounts.map(({ id, displayName }) => [id, displayName]))
  return rows.map(({ startedBy, ...row }) => ({
    ...row,
    starter: startedBy ? (names.get(startedBy) ?? null) : null,
  }))
}

/** A page of the street's imports, newest first. */
export async function listImports(act: Act, filter: ImportFilter): Promise<Page<ImportRow>> {
  const where: Prisma.ImportWhereInput = {
    AND: [importsWithin(act.principal, 'imports.read'), filter.state ? { state: filter.state } : {}],
  }
  // An id begins with the time at which it was made.
  const cursor = cursorFor(filter.cursor, 'id')
  const place = keyset('id', filter.direction, cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.import.findMany({
      where: { AND: [where, place.where] },
      orderBy: [{ id: place.orderBy[0]?.id as Prisma.SortOrder }],
      take: place.take,
      select: ROW,
    }),
    act.tx.import.count({ where }),
  ])
  return pageOf(await withStarters(act, found), filter.size, cursor, total, ({ id }) => id)
}

const DETAIL = {
  ...ROW,
  preview: true,
  accepted: true,
  failure: true,
  version: true,
} satisfies Prisma.ImportSelect

/** What ended an import's reading or writing: a fault by its name. */
export type Failure = { code: string; params?: Record<string, string> }

export type ImportDetail = ImportRow & {
  preview: Preview | null
  accepted: Accepted | null
  failure: Failure | null
  version: number
  /** The job that reads or writes it, or did last. */
  runId: string | null
}

/** An import in the caller's reach, or null when there is none, or none for this caller. */
export async function findImport(act: Act, id: string): Promise<ImportDetail | null> {
  const found = await act.tx.import.findFirst({
    where: { AND: [{ id }, importsWithin(act.principal, 'imports.read')] },
    select: DETAIL,
  })
  if (!found) return null
  const run = await act.tx.jobRun.findFirst({
    where: { streetId: act.principal.streetId, subjectId: id },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  })
  const [row] = await withStarters(act, [found])
  return row ? ({ ...row, runId: run?.id ?? null } as unknown as ImportDetail) : null
}

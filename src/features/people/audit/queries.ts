import { addDays, startOf } from '@/core/instants'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from '@/server/act'
import { searching } from '@/server/needle'
import { cursorFor, keyset, type Page, pageOf } from '@/server/paging'
import { type Change, changesOf } from '../timeline/rules'
import { auditWithin } from './policy'
import type { AuditFilter } from './schema'

const ENTRY = {
  id: true,
  at: true,
  actor: true,
  action: true,
  outcome: true,
  subjectKind: true,
  subjectId: true,
  changes: true,
  reason: true,
  requestId: true,
} satisfies Prisma.AuditEntrySelect

type Found = Prisma.AuditEntryGetPayload<{ select: typeof ENTRY }>
export type AuditRow = Omit<Found, 'changes'> & { changes: Change[] }

const MOST_ACTORS = 200
/** Counting stops here: the trail may hold millions, and nobody reads the exact number. */
export const MOST_COUNTED = 10_000
const MOST_EXPORTED = 50_000

const rowOf = ({ changes, ...entry }: Found): AuditRow => ({ ...entry, changes: changesOf(changes) })

/** Names are looked up among the accounts, so that the trail itself is read by its index. */
async function actorsLike({ tx, principal }: Act, typed: string): Promise<string[]> {
  const accounts = await tx.account.findMany({
    where: { streetId: principal.streetId, ...searching(typed) },
    take: MOST_ACTORS,
    select: { id: true },
  })
  return accounts.map(({ id }) => id)
}

async function whereOf(act: Act, filter: AuditFilter): Promise<Prisma.AuditEntryWhereInput> {
  return {
    AND: [
      auditWithin(act.principal),
      filter.q ? { accountId: { in: await actorsLike(act, filter.q) } } : {},
      filter.action ? { action: filter.action } : {},
      filter.outcome ? { outcome: filter.outcome } : {},
      filter.kind ? { subjectKind: filter.kind } : {},
      filter.from ? { at: { gte: startOf(filter.from) } } : {},
      filter.to ? { at: { lt: startOf(addDays(filter.to, 1)) } } : {},
    ],
  }
}

/** A page of the street's trail, newest first. */
export async function listAudit(act: Act, filter: AuditFilter): Promise<Page<AuditRow>> {
  const cursor = cursorFor(filter.cursor, 'day')
  const where = await whereOf(act, filter)
  const place = keyset('at', 'desc', cursor, filter.size)
  const [found, total] = await Promise.all([
    act.tx.auditEntry.findMany({
      where: { AND: [where, place.where] },
      orderBy: place.orderBy,
      take: place.take,
      select: ENTRY,
    }),
    act.tx.auditEntry.count({ where, take: MOST_COUNTED }),
  ])
  const page = pageOf(found, filter.size, cursor, total, ({ at }) => at.toISOString())
  return { ...page, rows: page.rows.map(rowOf) }
}

/** The newest entries that the filter finds, as a file takes them. */
export async function auditToExport(act: Act, filter: AuditFilter): Promise<AuditRow[]> {
  const found = await act.tx.auditEntry.findMany({
    where: await whereOf(act, filter),
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST_EXPORTED,
    select: ENTRY,
  })
  return found.map(rowOf)
}

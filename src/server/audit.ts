import { uuidv7 } from '@/core/identifier'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from './act'
import type { Tx } from './db'

export type AuditRecord = {
  action: string
  outcome?: 'done' | 'refused' | 'denied'
  subject?: { kind: string; id: string }
  /** Field by field what it was and what it became; never a secret. */
  changes?: Record<string, { from?: Prisma.InputJsonValue | null; to?: Prisma.InputJsonValue | null }>
  reason?: string
}

const recorded = new WeakMap<Act, number>()

/** How many entries the act has written of its own, so that the endpoint adds one where a command wrote none. */
export const auditCount = (act: Act): number => recorded.get(act) ?? 0

/** Writes what the act did into the append-only audit, in the act's own transaction. */
export async function recordAudit(act: Act, record: AuditRecord): Promise<void> {
  recorded.set(act, auditCount(act) + 1)
  const { tx, principal, now: at, requestId } = act
  await recordDeed({ tx, doer: principal, at, requestId }, record)
}

/** What was done without a request behind it, by a job for somebody or on the command line. */
export type Deed = {
  tx: Tx
  doer: { streetId: string; accountId: string | null; name: string }
  at: Date
  requestId: string
}

export async function recordDeed({ tx, doer, at, requestId }: Deed, record: AuditRecord): Promise<void> {
  await tx.auditEntry.create({
    data: {
      streetId: doer.streetId,
      id: uuidv7(at),
      at,
      accountId: doer.accountId,
      actor: doer.name,
      action: record.action,
      outcome: record.outcome ?? 'done',
      subjectKind: record.subject?.kind ?? null,
      subjectId: record.subject?.id ?? null,
      ...(record.changes ? { changes: record.changes } : {}),
      reason: record.reason ?? null,
      requestId,
    },
    select: { id: true },
  })
}

const plain = (value: unknown): Prisma.InputJsonValue | null =>
  value === undefined || value === null
    ? null
    : value instanceof Date
      ? value.toISOString().slice(0, 10)
      : (value as Prisma.InputJsonValue)

/** A mobile number that stands in some other field, such as a user name. */
const isMobile = (value: unknown): boolean => typeof value === 'string' && /^(\+?86)?1[3-9]\d{9}$/.test(value)

/** The fields of `after` that differ from `before`; phone numbers are named as changed without their digits. */
export function changesBetween(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): NonNullable<AuditRecord['changes']> {
  const changes: NonNullable<AuditRecord['changes']> = {}
  for (const [field, to] of Object.entries(after)) {
    if (to === undefined || ['version', 'search', 'sortKey', 'hours'].includes(field)) continue
    const from = before[field]
    if (JSON.stringify(plain(from)) === JSON.stringify(plain(to))) continue
    changes[field] =
      /phone/i.test(field) || [from, to].some(isMobile)
        ? { from: null, to: null }
        : { from: plain(from), to: plain(to) }
  }
  return changes
}

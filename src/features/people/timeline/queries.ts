import type { Act } from '@/server/act'

export type Happening = {
  id: string
  at: Date
  actor: string
  action: string
  outcome: string
  reason: string | null
  changes: { field: string; from: string | null; to: string | null }[]
}

const text = (value: unknown): string | null =>
  value === null || value === undefined ? null : Array.isArray(value) ? value.join('、') : String(value)

type Subject = { kind: string; id: string }

/** What was done to a record, newest first; the caller has already found the record within its scope. */
export const timelineOf = (act: Act, kind: string, id: string, most?: number): Promise<Happening[]> =>
  timelineOfAll(act, [{ kind, id }], most)

/** What was done to records that stand on one page, such as an appointment and its person. */
export async function timelineOfAll(act: Act, subjects: readonly Subject[], most = 50): Promise<Happening[]> {
  const entries = await act.tx.auditEntry.findMany({
    where: {
      streetId: act.principal.streetId,
      outcome: 'done',
      OR: subjects.map(({ kind, id }) => ({ subjectKind: kind, subjectId: id })),
    },
    orderBy: { id: 'desc' },
    take: most,
    select: { id: true, at: true, actor: true, action: true, outcome: true, reason: true, changes: true },
  })
  return entries.map(({ changes, ...entry }) => ({
    ...entry,
    changes: Object.entries((changes ?? {}) as Record<string, { from?: unknown; to?: unknown }>).map(
      ([field, { from, to }]) => ({
        field,
        from: text(from),
        to: text(to),
      }),
    ),
  }))
}

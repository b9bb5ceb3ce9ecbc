import type { Act } from '@/server/act'
import { type Change, changesOf } from './rules'

export type Happening = {
  id: string
  at: Date
  actor: string
  action: string
  outcome: string
  reason: string | null
  changes: Change[]
}

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
  return entries.map(({ changes, ...entry }) => ({ ...entry, changes: changesOf(changes) }))
}

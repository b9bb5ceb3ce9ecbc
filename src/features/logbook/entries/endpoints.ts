import { dayOf, formatTime } from '@/core/instants'
import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { decideAside, writeEntry } from './commands'
import { entriesToExport, findEntry, listEntries } from './queries'
import { asideDecision, entryFilter, entryKey, logEntry } from './schema'

export const postLogEntry = endpoint({
  method: 'POST',
  path: '/log-entries',
  summary:
    'Write into the own logbook, also what a phone kept until now; whose post it was on that day decides',
  // Who has left the post may still send what was done in the term: the command looks at the day.
  allow: 'signed-in',
  body: logEntry,
  status: 201,
  idempotent: true,
  limit: perPrincipal('log-entry', 2_000, 600),
  run: (act, { body }) => writeEntry(act, body),
})

export const getLogEntries = endpoint({
  method: 'GET',
  path: '/log-entries',
  summary: 'Entries of the logbooks, the latest first, a page at a time',
  allow: 'logbook.read',
  query: entryFilter,
  run: async (act, { query }) => ok(await listEntries(act, query)),
})

export const getLogEntry = endpoint({
  method: 'GET',
  path: '/log-entries/{id}',
  summary: 'One entry with its points, photos and requests',
  allow: 'logbook.read',
  params: entryKey,
  run: async (act, { params }) => {
    const entry = await findEntry(act, params.id)
    return entry ? ok(entry) : refuse('not-found')
  },
})

export const postAsideDecision = endpoint({
  method: 'POST',
  path: '/log-entries/{id}/decision',
  summary: 'Count an entry that fell out of its captain’s term, or not',
  allow: 'logbook.decide',
  params: entryKey,
  body: asideDecision,
  idempotent: true,
  run: (act, { params, body }) => decideAside(act, params.id, body),
})

export const postLogEntryExport = endpoint({
  method: 'POST',
  path: '/log-entries/export',
  summary: 'Entries as a workbook; the export is recorded',
  allow: 'registers.export',
  body: entryFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await entriesToExport(act, body)
    await recordAudit(act, {
      action: 'log.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'logbook',
        [
          {
            heading: 'happenedAt',
            width: 18,
            value: ({ happenedAt }) => `${dayOf(happenedAt)} ${formatTime(happenedAt)}`,
          },
          { heading: 'ofCommunity', value: ({ building }) => building.compound.community.name },
          { heading: 'compound', width: 18, value: ({ building }) => building.compound.name },
          { heading: 'building', value: ({ building }) => building.name },
          { heading: 'captain', value: ({ person }) => person.name },
          { heading: 'logKind', value: ({ kind }, say) => say(`logbook.kinds.${kind}`) },
          { heading: 'mark', value: ({ mark }, say) => (mark ? say(`logbook.marks.${mark}`) : null) },
          { heading: 'words', width: 50, value: ({ words }) => words },
        ],
        rows,
      ),
    )
  },
})

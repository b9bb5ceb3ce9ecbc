import { formatInstant } from '@/core/instants'
import { ok } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { auditToExport, listAudit } from './queries'
import { kindNamespace } from './rules'
import { auditFilter } from './schema'

export const getAudit = endpoint({
  method: 'GET',
  path: '/audit',
  summary: 'What was done in the street, newest first, a page at a time',
  allow: 'audit.read',
  query: auditFilter,
  run: async (act, { query }) => ok(await listAudit(act, query)),
})

export const postAuditExport = endpoint({
  method: 'POST',
  path: '/audit/export',
  summary: 'The trail as a workbook, at most 50,000 entries; the export is recorded',
  allow: 'audit.read',
  body: auditFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await auditToExport(act, body)
    await recordAudit(act, {
      action: 'audit.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'audit',
        [
          { heading: 'at', width: 26, value: ({ at }) => formatInstant(at, locale) },
          { heading: 'actor', value: ({ actor }) => actor },
          { heading: 'action', width: 24, value: ({ action }, say) => say(`timeline.actions.${action}`) },
          { heading: 'outcome', value: ({ outcome }, say) => say(`audit.outcomes.${outcome}`) },
          {
            heading: 'subject',
            value: ({ subjectKind }, say) => subjectKind && say(`audit.kinds.${subjectKind}`),
          },
          { heading: 'subjectId', width: 38, value: ({ subjectId }) => subjectId },
          {
            heading: 'changes',
            width: 60,
            value: ({ changes, subjectKind }, say) =>
              changes
                .map(({ field, from, to }) => {
                  const name = say(
                    `${kindNamespace(subjectKind)}.fields.${field}`,
                    `timeline.fields.${field}`,
                  )
                  return `${name}: ${from ?? '—'} → ${to ?? '—'}`
                })
                .join('；'),
          },
          { heading: 'reason', width: 24, value: ({ reason }) => reason },
          { heading: 'requestId', width: 38, value: ({ requestId }) => requestId },
        ],
        rows,
      ),
    )
  },
})

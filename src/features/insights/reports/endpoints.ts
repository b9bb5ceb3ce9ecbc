import { ok } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { reportOf } from './queries'
import { reportFilter } from './schema'

export const getReport = endpoint({
  method: 'GET',
  path: '/reports',
  summary: 'Requests of a period by community, zone, compound, category, worker or month',
  allow: 'reports.read',
  query: reportFilter,
  limit: perPrincipal('report-read', 120, 600),
  run: async (act, { query, locale }) => ok({ rows: await reportOf(act, query, locale === 'en') }),
})

const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toFixed(digits))

export const postReportExport = endpoint({
  method: 'POST',
  path: '/reports/export',
  summary: 'A report as a workbook; the export is recorded',
  allow: 'reports.read',
  body: reportFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await reportOf(act, body, locale === 'en')
    await recordAudit(act, {
      action: 'report.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'reports',
        [
          { heading: body.by, width: 24, value: ({ name }, say) => name ?? say('reports.none') },
          { heading: 'count', value: ({ count }) => count },
          { heading: 'open', value: ({ open }) => open },
          { heading: 'lateCount', value: ({ late }) => late },
          { heading: 'acceptMedian', width: 20, value: ({ acceptMedian }) => rounded(acceptMedian, 0) },
          { heading: 'acceptP90', width: 20, value: ({ acceptP90 }) => rounded(acceptP90, 0) },
          { heading: 'resolveMedian', width: 20, value: ({ resolveMedian }) => rounded(resolveMedian, 1) },
          { heading: 'resolveP90', width: 20, value: ({ resolveP90 }) => rounded(resolveP90, 1) },
          { heading: 'rated', value: ({ rated }) => rated },
          { heading: 'satisfied', value: ({ satisfied }) => rounded(satisfied, 3) },
          { heading: 'reopened', value: ({ reopened }) => rounded(reopened, 3) },
        ],
        rows,
      ),
    )
  },
})

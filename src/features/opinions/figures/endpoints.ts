import { ok } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { opinionFigures } from './queries'
import { figuresFilter } from './schema'

export const getOpinionFigures = endpoint({
  method: 'GET',
  path: '/opinions/figures',
  summary: 'How many opinions came by community and month, were answered, and within seven days',
  allow: 'opinions.count',
  query: figuresFilter,
  limit: perPrincipal('report-read', 120, 600),
  run: async (act, { query }) => ok({ rows: await opinionFigures(act, query) }),
})

export const postOpinionFiguresExport = endpoint({
  method: 'POST',
  path: '/opinions/figures/export',
  summary: 'The figures as a workbook; the export is recorded',
  allow: 'opinions.count',
  body: figuresFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await opinionFigures(act, body)
    await recordAudit(act, {
      action: 'opinion.figures',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'opinionFigures',
        [
          { heading: 'month', value: ({ month }) => month },
          { heading: 'community', width: 18, value: ({ community }) => community.name },
          { heading: 'received', value: ({ received }) => received },
          { heading: 'answered', value: ({ answered }) => answered },
          { heading: 'inTime', value: ({ inTime }) => inTime },
          { heading: 'waitingLong', width: 18, value: ({ late }) => late },
        ],
        rows,
      ),
    )
  },
})

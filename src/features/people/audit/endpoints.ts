import { formatInstant } from '@/core/instants'
import { ok } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { auditToExport, listAudit } from './queries'
import { auditFilter } from './schema'

export const getAudit = endpoint({
  method: 'GET',
  path: '/audit',
  summary: 'What was done in the street, newest first, a page at a time',
  allow: 'audit.read',
  query: auditFilter,
  run: async (act, { query }) => ok(await listAudit(act, query)),
})

const OUTCOME_WORDS: Record<string, string> = { done: '完成', refused: '被拒绝', denied: '无权限' }

export const postAuditExport = endpoint({
  method: 'POST',
  path: '/audit/export',
  summary: 'The trail as a workbook, at most 50,000 entries; the export is recorded',
  allow: 'audit.read',
  body: auditFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body }) => {
    const rows = await auditToExport(act, body)
    await recordAudit(act, {
      action: 'audit.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        '操作审计',
        [
          { heading: '时间', width: 26, value: ({ at }) => formatInstant(at, 'zh-CN') },
          { heading: '操作人', value: ({ actor }) => actor },
          { heading: '操作', width: 24, value: ({ action }) => action },
          { heading: '结果', value: ({ outcome }) => OUTCOME_WORDS[outcome] ?? outcome },
          { heading: '对象', value: ({ subjectKind }) => subjectKind },
          { heading: '对象编号', width: 38, value: ({ subjectId }) => subjectId },
          {
            heading: '变更内容',
            width: 60,
            value: ({ changes }) =>
              changes.map(({ field, from, to }) => `${field}: ${from ?? '—'} → ${to ?? '—'}`).join('；'),
          },
          { heading: '事由', width: 24, value: ({ reason }) => reason },
          { heading: '请求编号', width: 38, value: ({ requestId }) => requestId },
        ],
        rows,
      ),
    )
  },
})

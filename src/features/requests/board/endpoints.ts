import { dayOf, formatTime } from '@/core/instants'
import { ok } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { listRequests, requestsToExport } from './queries'
import { boardFilter } from './schema'

export const getRequests = endpoint({
  method: 'GET',
  path: '/requests',
  summary: 'Requests, what is due first, a page at a time',
  allow: ['requests.read', 'requests.work'],
  query: boardFilter,
  run: async (act, { query }) => ok(await listRequests(act, query)),
})

const STATE_WORDS = {
  submitted: '待受理',
  accepted: '待派单',
  dispatched: '待签收',
  in_progress: '处理中',
  paused: '挂起',
  waiting: '待补充',
  handed_over: '已转办',
  to_verify: '待核验',
  to_rate: '待评价',
  reopen_asked: '申请重办',
  closed: '办结',
  refused: '不予受理',
  withdrawn: '已撤回',
  merged: '已合并',
}

const moment = (at: Date | null): string | null => at && `${dayOf(at)} ${formatTime(at)}`

export const postRequestExport = endpoint({
  method: 'POST',
  path: '/requests/export',
  summary: 'Requests as a workbook, reporters masked; the export is recorded',
  allow: 'requests.export',
  body: boardFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body }) => {
    const rows = await requestsToExport(act, body)
    await recordAudit(act, {
      action: 'request.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        '诉求',
        [
          { heading: '编号', width: 16, value: ({ number }) => number },
          { heading: '提交时间', width: 18, value: ({ createdAt }) => moment(createdAt) },
          { heading: '状态', value: ({ state }) => STATE_WORDS[state] },
          { heading: '类别', width: 18, value: ({ category }) => category.name },
          { heading: '社区', value: ({ compound }) => compound.community.name },
          { heading: '小区', width: 18, value: ({ compound }) => compound.name },
          { heading: '楼栋', value: ({ building }) => building?.name ?? null },
          { heading: '单元', value: ({ stairwell }) => stairwell?.name ?? null },
          { heading: '内容', width: 50, value: ({ words }) => words },
          { heading: '报事人', value: ({ reporter }) => reporter.name },
          { heading: '办理人', value: ({ worker }) => worker?.person.name ?? null },
          { heading: '时限', width: 18, value: ({ dueAt }) => moment(dueAt) },
          {
            heading: '是否逾期',
            value: ({ wasLate, pressure }) =>
              wasLate || pressure === 'late' || pressure === 'thrice' ? '是' : '',
          },
        ],
        rows,
      ),
    )
  },
})

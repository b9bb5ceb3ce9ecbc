import { dayOf, formatTime } from '@/core/instants'
import { ok } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { listRequests, openByCompound, requestsToExport } from './queries'
import { boardFilter } from './schema'

export const getRequests = endpoint({
  method: 'GET',
  path: '/requests',
  summary: 'Requests, what is due first, a page at a time',
  allow: ['requests.read', 'requests.work'],
  query: boardFilter,
  run: async (act, { query }) => ok(await listRequests(act, query)),
})

export const getOpenByCompound = endpoint({
  method: 'GET',
  path: '/requests/open-by-compound',
  summary: 'Compounds with what lies open, is soon late or late in them, most first',
  allow: 'requests.read',
  run: async (act) => ok({ rows: await openByCompound(act) }),
})

const moment = (at: Date | null): string | null => at && `${dayOf(at)} ${formatTime(at)}`

export const postRequestExport = endpoint({
  method: 'POST',
  path: '/requests/export',
  summary: 'Requests as a workbook, reporters masked; the export is recorded',
  allow: 'requests.export',
  body: boardFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await requestsToExport(act, body)
    await recordAudit(act, {
      action: 'request.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'requests',
        [
          { heading: 'number', width: 16, value: ({ number }) => number },
          { heading: 'submittedAt', width: 18, value: ({ createdAt }) => moment(createdAt) },
          { heading: 'state', value: ({ state }, say) => say(`requests.states.${state}`) },
          {
            heading: 'category',
            width: 18,
            value: ({ category }) => (locale === 'en' ? category.nameEn : category.name),
          },
          { heading: 'ofCommunity', value: ({ compound }) => compound.community.name },
          { heading: 'compound', width: 18, value: ({ compound }) => compound.name },
          { heading: 'building', value: ({ building }) => building?.name ?? null },
          { heading: 'stairwell', value: ({ stairwell }) => stairwell?.name ?? null },
          { heading: 'words', width: 50, value: ({ words }) => words },
          { heading: 'reporter', value: ({ reporter }) => reporter.name },
          { heading: 'worker', value: ({ worker }) => worker?.person.name ?? null },
          { heading: 'due', width: 18, value: ({ dueAt }) => moment(dueAt) },
          {
            heading: 'late',
            value: ({ wasLate, pressure }, say) =>
              wasLate || pressure === 'late' || pressure === 'thrice' ? say('workbooks.yes') : '',
          },
        ],
        rows,
      ),
    )
  },
})

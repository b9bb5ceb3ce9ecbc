import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { analysisOf } from './queries'
import { analysisFilter, surveyKey } from './schema'
import { linesOf } from './workbook/rules'

export const getSurveyAnalysis = endpoint({
  method: 'GET',
  path: '/surveys/{id}/analysis',
  summary: 'Counts and weighted shares of a campaign by question, crossed by a dimension of places',
  allow: 'surveys.read',
  params: surveyKey,
  query: analysisFilter,
  limit: perPrincipal('analysis-read', 300, 600),
  run: async (act, { params, query }) => {
    const analysis = await analysisOf(act, params.id, query)
    return analysis ? ok(analysis) : refuse('not-found')
  },
})

const percent = (share: number | null): number | null => (share === null ? null : Number(share.toFixed(4)))

export const postSurveyAnalysisExport = endpoint({
  method: 'POST',
  path: '/surveys/{id}/analysis/export',
  summary: 'The analysis of a campaign as a workbook; the export is recorded',
  allow: 'registers.export',
  params: surveyKey,
  body: analysisFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { params, body, locale }) => {
    const analysis = await analysisOf(act, params.id, body, ['surveys.read', 'registers.export'])
    if (!analysis) return refuse('not-found')
    const lines = linesOf(analysis, body.by, locale === 'en')
    await recordAudit(act, {
      action: 'survey-analysis.export',
      subject: { kind: 'survey', id: analysis.id },
      changes: { rows: { to: lines.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'surveyAnalysis',
        [
          { heading: 'question', width: 30, value: ({ question }) => question },
          { heading: 'group', width: 24, value: ({ group }, say) => group ?? say('workbooks.whole') },
          { heading: 'answer', width: 24, value: ({ answer }) => answer },
          { heading: 'answered', value: ({ answered }) => answered },
          { heading: 'count', value: ({ figure }) => figure.count },
          { heading: 'weightedShare', value: ({ figure }) => percent(figure.share) },
          { heading: 'low95', value: ({ figure }) => percent(figure.low) },
          { heading: 'high95', value: ({ figure }) => percent(figure.high) },
        ],
        lines,
      ),
    )
  },
})

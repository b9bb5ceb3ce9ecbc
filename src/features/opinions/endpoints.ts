import { dayOf, formatTime } from '@/core/instants'
import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { answerOpinion, publishOpinion, triageOpinion } from './commands'
import { listOpinions, openOpinion, opinionsToExport } from './queries'
import { opinionAnswer, opinionFilter, opinionKey, publication, triage } from './schema'

export const getOpinions = endpoint({
  method: 'GET',
  path: '/opinions',
  summary: 'What lies in the opinion boxes, without the words, a page at a time',
  allow: 'opinions.read',
  query: opinionFilter,
  run: async (act, { query }) => ok(await listOpinions(act, query)),
})

export const getOpinion = endpoint({
  method: 'GET',
  path: '/opinions/{id}',
  summary: 'One opinion with its words; that it was read is recorded',
  allow: 'opinions.read',
  params: opinionKey,
  run: async (act, { params }) => {
    const opinion = await openOpinion(act, params.id)
    return opinion ? ok(opinion) : refuse('not-found')
  },
})

export const postOpinionTriage = endpoint({
  method: 'POST',
  path: '/opinions/{id}/triage',
  summary: 'Say what an opinion is; of a request one is filed, a complaint goes past whom it is about',
  allow: 'opinions.handle',
  params: opinionKey,
  body: triage,
  idempotent: true,
  run: (act, { params, body }) => triageOpinion(act, params.id, body),
})

export const postOpinionAnswer = endpoint({
  method: 'POST',
  path: '/opinions/{id}/answer',
  summary: 'Answer an opinion for its receipt, and propose what all may read',
  allow: 'opinions.handle',
  params: opinionKey,
  body: opinionAnswer,
  idempotent: true,
  run: (act, { params, body }) => answerOpinion(act, params.id, body),
})

export const postOpinionPublication = endpoint({
  method: 'POST',
  path: '/opinions/{id}/publication',
  summary: 'Let all read an opinion and its answer after a second look, or take it from sight',
  allow: 'opinions.handle',
  params: opinionKey,
  body: publication,
  idempotent: true,
  run: (act, { params, body }) => publishOpinion(act, params.id, body),
})

const moment = (at: Date): string => `${dayOf(at)} ${formatTime(at)}`

export const postOpinionExport = endpoint({
  method: 'POST',
  path: '/opinions/export',
  summary: 'Opinions as a workbook, without what was said; the export is recorded',
  allow: 'opinions.export',
  body: opinionFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await opinionsToExport(act, body)
    await recordAudit(act, {
      action: 'opinion.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'opinions',
        [
          { heading: 'hour', width: 18, value: ({ hour }) => moment(hour) },
          { heading: 'community', value: ({ building }) => building.compound.community.name },
          { heading: 'compound', value: ({ building }) => building.compound.name },
          { heading: 'building', value: ({ building }) => building.name },
          { heading: 'about', value: ({ about }, say) => say(`opinions.abouts.${about}`) },
          {
            heading: 'triage',
            value: ({ triage }, say) => (triage ? say(`opinions.triages.${triage}`) : ''),
          },
          { heading: 'state', value: ({ state }, say) => say(`opinions.states.${state}`) },
          {
            heading: 'answeredHour',
            width: 18,
            value: ({ answeredHour }) => answeredHour && moment(answeredHour),
          },
        ],
        rows,
      ),
    )
  },
})

import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { answerOpinion, transcribe, triageOpinion } from './commands'
import { listOpinions, openOpinion, opinionFigures } from './queries'
import { opinionAnswer, opinionFilter, opinionKey, transcribed, triage } from './schema'

export const getOpinions = endpoint({
  method: 'GET',
  path: '/opinions',
  summary: 'What lies in the opinion boxes, without the words, a page at a time',
  allow: 'opinions.read',
  query: opinionFilter,
  run: async (act, { query }) => ok(await listOpinions(act, query)),
})

export const getOpinionFigures = endpoint({
  method: 'GET',
  path: '/opinions/figures',
  summary: 'How many opinions came, were answered, and within seven days',
  allow: 'opinions.read',
  run: async (act) => ok(await opinionFigures(act)),
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

export const postOpinion = endpoint({
  method: 'POST',
  path: '/opinions',
  summary: 'Type in a slip from an opinion box',
  allow: 'opinions.handle',
  body: transcribed,
  status: 201,
  idempotent: true,
  limit: perPrincipal('opinion', 300, 600),
  run: (act, { body }) => transcribe(act, body),
})

export const postOpinionTriage = endpoint({
  method: 'POST',
  path: '/opinions/{id}/triage',
  summary: 'Say what an opinion is; of a request one is filed',
  allow: 'opinions.handle',
  params: opinionKey,
  body: triage,
  idempotent: true,
  run: (act, { params, body }) => triageOpinion(act, params.id, body),
})

export const postOpinionAnswer = endpoint({
  method: 'POST',
  path: '/opinions/{id}/answer',
  summary: 'Answer an opinion, for its receipt and for all',
  allow: 'opinions.handle',
  params: opinionKey,
  body: opinionAnswer,
  idempotent: true,
  run: (act, { params, body }) => answerOpinion(act, params.id, body),
})

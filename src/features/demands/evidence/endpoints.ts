import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { findDemand } from '../demands/queries'
import { demandKey } from '../demands/schema'
import { addEvidence, gatherAnswers } from './commands'
import { listEvidence } from './queries'
import { addedEvidence, evidenceFilter } from './schema'

export const getDemandEvidence = endpoint({
  method: 'GET',
  path: '/demands/{id}/evidence',
  summary: 'What a demand rests on, a page at a time, the oldest first',
  allow: 'demands.read',
  params: demandKey,
  query: evidenceFilter,
  run: async (act, { params, query }) =>
    (await findDemand(act, params.id)) ? ok(await listEvidence(act, params.id, query)) : refuse('not-found'),
})

export const postDemandEvidence = endpoint({
  method: 'POST',
  path: '/demands/{id}/evidence',
  summary: 'Lay one more piece of evidence to a demand',
  allow: 'demands.write',
  params: demandKey,
  body: addedEvidence,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => addEvidence(act, params.id, body.evidence),
})

export const postDemandGathering = endpoint({
  method: 'POST',
  path: '/demands/gathering',
  summary: 'Make demands of the services that households asked for on paper, each answer once',
  allow: 'demands.write',
  idempotent: true,
  limit: perPrincipal('gather', 20, 600),
  transactionMilliseconds: 30_000,
  run: (act) => gatherAnswers(act),
})

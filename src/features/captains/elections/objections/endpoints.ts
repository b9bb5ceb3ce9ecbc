import { endpoint } from '@/server/endpoint'
import { electionKey, newObjection } from '../schema'
import { decideObjection, raiseObjection } from './commands'
import { objectionDecision } from './schema'

export const postElectionObjection = endpoint({
  method: 'POST',
  path: '/elections/{id}/objections',
  summary: 'Record an objection while the choice is public, named or not',
  allow: 'elections.write',
  params: electionKey,
  body: newObjection,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => raiseObjection(act, params.id, body),
})

export const postElectionObjectionDecision = endpoint({
  method: 'POST',
  path: '/elections/{id}/objections/decision',
  summary: 'Uphold an objection, which sends the election back, or dismiss it with the reason',
  allow: 'elections.write',
  params: electionKey,
  body: objectionDecision,
  idempotent: true,
  run: (act, { params, body }) => decideObjection(act, params.id, body),
})

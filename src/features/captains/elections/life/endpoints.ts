import { endpoint } from '@/server/endpoint'
import { appointElected } from '../appointing/commands'
import {
  appointing,
  countSheet,
  electionEnd,
  electionKey,
  electionVersion,
  publicity,
  votingTimes,
} from '../schema'
import { closeVoting, endElection, keepCount, makePublic, openVoting } from './commands'

export const postElectionVoting = endpoint({
  method: 'POST',
  path: '/elections/{id}/voting',
  summary: 'Open the vote; from then on it is fixed how many households may vote',
  allow: 'elections.write',
  params: electionKey,
  body: votingTimes,
  idempotent: true,
  run: (act, { params, body }) => openVoting(act, params.id, body),
})

export const postElectionCounting = endpoint({
  method: 'POST',
  path: '/elections/{id}/counting',
  summary: 'Close the vote, so that it can be counted',
  allow: 'elections.write',
  params: electionKey,
  body: electionVersion,
  idempotent: true,
  run: (act, { params, body }) => closeVoting(act, params.id, body.version),
})

export const postElectionCount = endpoint({
  method: 'POST',
  path: '/elections/{id}/count',
  summary: 'Keep the count sheet; its sums must agree',
  allow: 'elections.write',
  params: electionKey,
  body: countSheet,
  idempotent: true,
  run: (act, { params, body }) => keepCount(act, params.id, body),
})

export const postElectionPublicity = endpoint({
  method: 'POST',
  path: '/elections/{id}/publicity',
  summary: 'Make the choice public for its workdays',
  allow: 'elections.write',
  params: electionKey,
  body: publicity,
  idempotent: true,
  run: (act, { params, body }) => makePublic(act, params.id, body),
})

export const postElectionAppointment = endpoint({
  method: 'POST',
  path: '/elections/{id}/appointment',
  summary: 'Appoint for a term, once the publicity has ended and no objection is open',
  allow: 'elections.write',
  params: electionKey,
  body: appointing,
  idempotent: true,
  run: (act, { params, body }) => appointElected(act, params.id, body),
})

export const postElectionEnd = endpoint({
  method: 'POST',
  path: '/elections/{id}/end',
  summary: 'End an election without a captain, as failed or called off',
  allow: 'elections.write',
  params: electionKey,
  body: electionEnd,
  idempotent: true,
  run: (act, { params, body }) => endElection(act, params.id, body),
})

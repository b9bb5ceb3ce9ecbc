import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { handingOver, mediationKey, newCommitteeMember, newSeat } from '../schema'
import { addCommitteeMember, bringIn, endCommitteeMember, handOver, leaveCase } from './commands'
import { listCommittees } from './queries'

export const postMediationSeat = endpoint({
  method: 'POST',
  path: '/mediations/{id}/seats',
  summary: 'Bring a colleague into a mediation whose office reaches the building',
  allow: 'mediations.use',
  params: mediationKey,
  body: newSeat,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => bringIn(act, params.id, body),
})

export const postMediationLeave = endpoint({
  method: 'POST',
  path: '/mediations/{id}/leave',
  summary: 'Leave a mediation; the last one in it hands it over instead',
  allow: 'mediations.use',
  params: mediationKey,
  idempotent: true,
  run: (act, { params }) => leaveCase(act, params.id),
})

export const postMediationHandOver = endpoint({
  method: 'POST',
  path: '/mediations/{id}/hand-over',
  summary: 'Hand a mediation over to the community’s committee',
  allow: 'mediations.use',
  params: mediationKey,
  body: handingOver,
  idempotent: true,
  run: (act, { params, body }) => handOver(act, params.id, body),
})

export const getCommitteeMembers = endpoint({
  method: 'GET',
  path: '/committee-members',
  summary: 'The mediation committees of the caller’s communities',
  allow: 'mediations.committee',
  run: async (act) => ok({ rows: await listCommittees(act) }),
})

export const postCommitteeMember = endpoint({
  method: 'POST',
  path: '/committee-members',
  summary: 'Put somebody on a community’s mediation committee',
  allow: 'mediations.committee',
  body: newCommitteeMember,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addCommitteeMember(act, body),
})

export const postCommitteeMemberEnd = endpoint({
  method: 'POST',
  path: '/committee-members/{id}/end',
  summary: 'Take somebody off a mediation committee',
  allow: 'mediations.committee',
  params: mediationKey,
  idempotent: true,
  run: (act, { params }) => endCommitteeMember(act, params.id),
})

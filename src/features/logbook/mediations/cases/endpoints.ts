import { ok, refuse } from '@/core/result'
import { buildingOptions } from '@/features/captains/buildings/queries'
import { endpoint } from '@/server/endpoint'
import {
  buildingSearch,
  followUp,
  matterChange,
  mediationEnd,
  mediationFilter,
  mediationKey,
  newMediation,
  newMeeting,
  partyKey,
  partyWords,
  registerFilter,
} from '../schema'
import {
  addMeeting,
  addParty,
  changeMatter,
  changeParty,
  endMediation,
  keepFollowUp,
  openMediation,
} from './commands'
import { listMediations, listRegister, readMediation } from './queries'

export const getMediations = endpoint({
  method: 'GET',
  path: '/mediations',
  summary: 'The mediations that the caller is in, a page at a time',
  allow: 'mediations.use',
  query: mediationFilter,
  run: async (act, { query }) => ok(await listMediations(act, query)),
})

export const getMediation = endpoint({
  method: 'GET',
  path: '/mediations/{id}',
  summary: 'One mediation that the caller is in; reading it is recorded',
  allow: 'mediations.use',
  params: mediationKey,
  run: async (act, { params }) => {
    const found = await readMediation(act, params.id)
    return found ? ok(found) : refuse('not-found')
  },
})

export const getMediationBuildings = endpoint({
  method: 'GET',
  path: '/mediations/building-options',
  summary: 'Buildings for which the caller can open a mediation, found by name or pinyin',
  allow: 'mediations.use',
  query: buildingSearch,
  run: async (act, { query }) => ok(await buildingOptions(act, query.q, 'mediations.use')),
})

export const getMediationRegister = endpoint({
  method: 'GET',
  path: '/mediation-register',
  summary: 'That there are mediations and how they stand, without place, people or words',
  allow: 'mediations.register',
  query: registerFilter,
  run: async (act, { query }) => ok(await listRegister(act, query)),
})

export const postMediation = endpoint({
  method: 'POST',
  path: '/mediations',
  summary: 'Open a mediation between neighbours of a building',
  allow: 'mediations.use',
  body: newMediation,
  status: 201,
  idempotent: true,
  run: (act, { body }) => openMediation(act, body),
})

export const patchMediation = endpoint({
  method: 'PATCH',
  path: '/mediations/{id}',
  summary: 'Change what a mediation is about',
  allow: 'mediations.use',
  params: mediationKey,
  body: matterChange,
  idempotent: true,
  run: (act, { params, body }) => changeMatter(act, params.id, body),
})

export const postMediationParty = endpoint({
  method: 'POST',
  path: '/mediations/{id}/parties',
  summary: 'Add a party to a mediation before anybody has signed',
  allow: 'mediations.use',
  params: mediationKey,
  body: partyWords,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => addParty(act, params.id, body),
})

export const patchMediationParty = endpoint({
  method: 'PATCH',
  path: '/mediations/{id}/parties/{partyId}',
  summary: 'Put a party’s name, number or door right',
  allow: 'mediations.use',
  params: partyKey,
  body: partyWords,
  idempotent: true,
  run: (act, { params, body }) => changeParty(act, params.id, params.partyId, body),
})

export const postMediationMeeting = endpoint({
  method: 'POST',
  path: '/mediations/{id}/meetings',
  summary: 'Write down a meeting with the parties',
  allow: 'mediations.use',
  params: mediationKey,
  body: newMeeting,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => addMeeting(act, params.id, body),
})

export const postMediationFollowUp = endpoint({
  method: 'POST',
  path: '/mediations/{id}/follow-ups',
  summary: 'Write down whether an agreement is kept; where it is not, the case is open again',
  allow: 'mediations.use',
  params: mediationKey,
  body: followUp,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => keepFollowUp(act, params.id, body),
})

export const postMediationEnd = endpoint({
  method: 'POST',
  path: '/mediations/{id}/end',
  summary: 'End a mediation with its outcome',
  allow: 'mediations.use',
  params: mediationKey,
  body: mediationEnd,
  idempotent: true,
  run: (act, { params, body }) => endMediation(act, params.id, body),
})

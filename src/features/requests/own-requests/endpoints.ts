import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { reporterMove } from '../life/schema'
import { followAsResident, moveAsResident, reportAsResident, takeTrack } from './commands'
import { findOwnRequest, listOwnRequests } from './queries'
import { ownReport, ownRequestKey, trackEntry } from './schema'

export const getOwnRequests = endpoint({
  method: 'GET',
  path: '/own-requests',
  summary: 'What I reported or follow, the latest first',
  allow: 'residents.own',
  run: async (act) => ok(await listOwnRequests(act)),
})

export const getOwnRequest = endpoint({
  method: 'GET',
  path: '/own-requests/{id}',
  summary: 'One of my requests, with its public steps and what I can do',
  allow: 'residents.own',
  params: ownRequestKey,
  run: async (act, { params }) => {
    const request = await findOwnRequest(act, params.id)
    return request ? ok(request) : refuse('not-found')
  },
})

export const postOwnRequest = endpoint({
  method: 'POST',
  path: '/own-requests',
  summary: 'Report a problem from my household',
  allow: 'residents.own',
  body: ownReport,
  status: 201,
  idempotent: true,
  limit: perPrincipal('own-report', 30, 3_600),
  run: (act, { body }) => reportAsResident(act, body),
})

export const postOwnRequestMove = endpoint({
  method: 'POST',
  path: '/own-requests/{id}/moves',
  summary: 'A step of mine as reporter: withdraw, answer, rate, ask for reopening or for another look',
  allow: 'residents.own',
  params: ownRequestKey,
  body: reporterMove,
  idempotent: true,
  run: (act, { params, body }) => moveAsResident(act, params.id, body),
})

export const postOwnRequestFollow = endpoint({
  method: 'POST',
  path: '/own-requests/{id}/follow',
  summary: 'Follow an open request around my household',
  allow: 'residents.own',
  params: ownRequestKey,
  idempotent: true,
  run: (act, { params }) => followAsResident(act, params.id),
})

export const postOwnRequestTrack = endpoint({
  method: 'POST',
  path: '/own-requests/tracks',
  summary: 'Take the request of a tracking code into my account',
  allow: 'residents.own',
  body: trackEntry,
  idempotent: true,
  limit: perPrincipal('own-track', 20, 900),
  run: (act, { body }) => takeTrack(act, body.token),
})

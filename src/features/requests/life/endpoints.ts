import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { suggestedFor } from '../dispatch/queries'
import { moveByStaff, revealReporter } from './commands'
import { findRequest, isWithin, movesOpenTo, parentsFound } from './queries'
import { contactReason, parentSearch, requestKey, staffMove } from './schema'

export const getRequest = endpoint({
  method: 'GET',
  path: '/requests/{id}',
  summary: 'One request with its events and the moves that are open to the caller',
  allow: ['requests.read', 'requests.work'],
  params: requestKey,
  run: async (act, { params }) => {
    const request = await findRequest(act, params.id)
    return request ? ok({ ...request, moves: await movesOpenTo(act, request) }) : refuse('not-found')
  },
})

export const postRequestMove = endpoint({
  method: 'POST',
  path: '/requests/{id}/moves',
  summary: 'Make a step in a request’s life, as of the version that was read',
  allow: ['requests.triage', 'requests.dispatch', 'requests.work', 'requests.verify'],
  params: requestKey,
  body: staffMove,
  idempotent: true,
  run: (act, { params, body }) => moveByStaff(act, params.id, body),
})

export const postRequestContact = endpoint({
  method: 'POST',
  path: '/requests/{id}/contact',
  summary: 'The whole number of who reported it, for a recorded reason',
  allow: 'people.contact',
  params: requestKey,
  body: contactReason,
  repeatable: true,
  limit: perPrincipal('contact', 60, 600),
  run: (act, { params, body }) => revealReporter(act, params.id, body.reason),
})

export const getRequestCandidates = endpoint({
  method: 'GET',
  path: '/requests/{id}/candidates',
  summary: 'Who could do it, best first, with the reasons',
  allow: 'requests.dispatch',
  params: requestKey,
  run: async (act, { params }) => {
    if (!(await isWithin(act, params.id, 'requests.dispatch'))) return refuse('not-found')
    return ok({ workers: await suggestedFor(act, params.id) })
  },
})

export const getRequestParents = endpoint({
  method: 'GET',
  path: '/requests/{id}/parents',
  summary: 'Requests that this one can be merged into, by number or words',
  allow: 'requests.triage',
  params: requestKey,
  query: parentSearch,
  run: async (act, { params, query }) =>
    (await isWithin(act, params.id, 'requests.triage'))
      ? ok({ groups: [{ label: '', items: await parentsFound(act, params.id, query.q) }] })
      : refuse('not-found'),
})

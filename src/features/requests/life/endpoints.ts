import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { moveByStaff } from './commands'
import { findRequest, movesOpenTo } from './queries'
import { requestKey, staffMove } from './schema'

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

import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { drawUpHandover, signHandover } from './commands'
import { findHandover, listHandovers } from './queries'
import { handoverFilter, handoverKey, handoverSignature, newHandover } from './schema'

export const getCaptainHandovers = endpoint({
  method: 'GET',
  path: '/captain-handovers',
  summary: 'What captains hand over to the next, a page at a time',
  allow: 'captains.read',
  query: handoverFilter,
  run: async (act, { query }) => ok(await listHandovers(act, query)),
})

export const getCaptainHandover = endpoint({
  method: 'GET',
  path: '/captain-handovers/{id}',
  summary: 'One hand-over with what lies open; its successor sees it too',
  allow: 'captains.read',
  params: handoverKey,
  run: async (act, { params }) => {
    const handover = await findHandover(act, params.id)
    return handover ? ok(handover) : refuse('not-found')
  },
})

export const postCaptainHandover = endpoint({
  method: 'POST',
  path: '/captain-handovers',
  summary: 'Draw up what a captain hands over',
  allow: 'captains.write',
  body: newHandover,
  status: 201,
  idempotent: true,
  run: (act, { body }) => drawUpHandover(act, body),
})

export const postCaptainHandoverSignature = endpoint({
  method: 'POST',
  path: '/captain-handovers/{id}/signature',
  summary: 'Sign for the captain who goes or who comes; the first signature keeps the list as it is',
  allow: 'captains.read',
  params: handoverKey,
  body: handoverSignature,
  idempotent: true,
  run: (act, { params, body }) => signHandover(act, params.id, body),
})

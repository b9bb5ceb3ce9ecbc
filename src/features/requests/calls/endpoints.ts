import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { recordCall } from './commands'
import { findCall, listCalls } from './queries'
import { callFilter, callKey, callRecord } from './schema'

export const getFollowUpCalls = endpoint({
  method: 'GET',
  path: '/follow-up-calls',
  summary: 'Follow-up calls that are due, come later or are done, a page at a time',
  allow: 'calls.read',
  query: callFilter,
  run: async (act, { query }) => ok(await listCalls(act, query)),
})

export const getFollowUpCall = endpoint({
  method: 'GET',
  path: '/follow-up-calls/{id}',
  summary: 'One follow-up call with what it is about',
  allow: 'calls.read',
  params: callKey,
  run: async (act, { params }) => {
    const call = await findCall(act, params.id, 'calls.read')
    return call ? ok(call) : refuse('not-found')
  },
})

export const postFollowUpRecord = endpoint({
  method: 'POST',
  path: '/follow-up-calls/{id}/record',
  summary: 'Write down what came of a call',
  allow: 'calls.write',
  params: callKey,
  body: callRecord,
  idempotent: true,
  run: (act, { params, body }) => recordCall(act, params.id, body),
})

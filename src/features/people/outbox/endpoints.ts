import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { retryMessage } from './commands'
import { isDemoStreet, listMessages } from './queries'
import { messageFilter, messageKey } from './schema'

export const getOutbox = endpoint({
  method: 'GET',
  path: '/outbox',
  summary: 'Messages that were sent, wait, or were given up, newest first',
  allow: 'outbox.read',
  query: messageFilter,
  run: async (act, { query }) => ok(await listMessages(act, query, await isDemoStreet(act))),
})

export const postOutboxRetry = endpoint({
  method: 'POST',
  path: '/outbox/{id}/retry',
  summary: 'Try a message again that was given up',
  allow: 'outbox.retry',
  params: messageKey,
  idempotent: true,
  run: (act, { params }) => retryMessage(act, params.id),
})

import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { makeKey, revokeKey } from './commands'
import { listKeys } from './queries'
import { apiKeyKey, keyFilter, newApiKey } from './schema'

export const getApiKeys = endpoint({
  method: 'GET',
  path: '/api-keys',
  summary: 'The keys of other systems, newest first, a page at a time',
  allow: 'api-keys.manage',
  query: keyFilter,
  run: async (act, { query }) => ok(await listKeys(act, query)),
})

/** Not kept for a repeat: the key is told once. A repeat makes another key, which is seen in the list and revoked. */
export const postApiKey = endpoint({
  method: 'POST',
  path: '/api-keys',
  summary: 'Make a key for another system; it is told this once',
  allow: 'api-keys.manage',
  body: newApiKey,
  status: 201,
  repeatable: true,
  limit: perPrincipal('api-key', 30, 600),
  run: (act, { body }) => makeKey(act, body),
})

export const postApiKeyRevocation = endpoint({
  method: 'POST',
  path: '/api-keys/{id}/revocation',
  summary: 'Make a key void from its next call on',
  allow: 'api-keys.manage',
  params: apiKeyKey,
  idempotent: true,
  run: (act, { params }) => revokeKey(act, params.id),
})

import { z } from 'zod'
import { endpoint } from '@/server/endpoint'
import { openEndpoint } from '@/server/open-endpoint'
import { perAddress } from '@/server/rate-limit'
import { accountKey } from '../accounts/schema'
import { acceptLink, issueLink, revokeLink, weighFirstPassword } from './commands'
import { acceptance } from './schema'

export const postLink = endpoint({
  method: 'POST',
  path: '/accounts/{id}/link',
  summary: 'A one-time link by which the holder of an account sets a password; an earlier one is void',
  allow: 'accounts.manage',
  params: accountKey,
  body: z.strictObject({}),
  // The answer holds the link itself and must not be kept for repeats.
  repeatable: true,
  run: (act, { params }) => issueLink(act, params.id),
})

export const postLinkRevocation = endpoint({
  method: 'POST',
  path: '/accounts/{id}/link/revocation',
  summary: 'Make the one-time link of an account void',
  allow: 'accounts.manage',
  params: accountKey,
  body: z.strictObject({}),
  idempotent: true,
  run: (act, { params }) => revokeLink(act, params.id),
})

export const postAcceptance = openEndpoint({
  method: 'POST',
  path: '/invitations/acceptance',
  summary: 'Set one’s own password by a one-time link',
  body: acceptance,
  limit: perAddress('invitation', 60, 600),
  prepare: (body) => weighFirstPassword(body.token, body.password),
  run: async (act, body, weighed) => (weighed.ok ? acceptLink(act, body.token, weighed.value) : weighed),
})

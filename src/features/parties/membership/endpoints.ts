import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { revealMembership } from './commands'
import { memberKey, membershipReason } from './schema'

export const postPersonMembership = endpoint({
  method: 'POST',
  path: '/people/{id}/membership',
  summary: 'The political standing of a person, for a recorded reason',
  allow: 'people.membership',
  params: memberKey,
  body: membershipReason,
  repeatable: true,
  limit: perPrincipal('membership', 60, 600),
  run: (act, { params, body }) => revealMembership(act, params.id, body.reason),
})

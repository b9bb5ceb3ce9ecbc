import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { revealPhone } from './commands'
import { contactReason, personKey } from './schema'

export const postPersonContact = endpoint({
  method: 'POST',
  path: '/people/{id}/contact',
  summary: 'The whole number of a person, for a recorded reason',
  allow: 'people.contact',
  params: personKey,
  body: contactReason,
  repeatable: true,
  limit: perPrincipal('contact', 60, 600),
  run: (act, { params, body }) => revealPhone(act, params.id, body.reason),
})

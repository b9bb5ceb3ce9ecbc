import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { inviteHousehold, revokeInvitation } from './commands'
import { invitationKey } from './schema'

export const postHouseholdInvitation = endpoint({
  method: 'POST',
  path: '/households/{id}/invitation',
  summary: 'A code to print for a household, good once; an earlier one is void',
  allow: 'residents.manage',
  params: invitationKey,
  status: 201,
  // The answer holds the code itself and must not be kept for repeats.
  repeatable: true,
  limit: perPrincipal('household-invite', 600, 3_600),
  run: (act, { params }) => inviteHousehold(act, params.id),
})

export const postInvitationRevocation = endpoint({
  method: 'POST',
  path: '/household-invitations/{id}/revocation',
  summary: 'Make a household’s printed code void',
  allow: 'residents.manage',
  params: invitationKey,
  idempotent: true,
  run: (act, { params }) => revokeInvitation(act, params.id),
})

import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { claimHousehold, enterByInvitation, leaveHousehold } from './commands'
import { ownMemberships } from './queries'
import { householdClaim, invitationEntry, membershipKey } from './schema'

export const getOwnHouseholds = endpoint({
  method: 'GET',
  path: '/own-households',
  summary: 'My households, and what became of what I claimed',
  allow: 'residents.own',
  run: async (act) => ok(await ownMemberships(act)),
})

export const postOwnHousehold = endpoint({
  method: 'POST',
  path: '/own-households',
  summary: 'Claim a household; the captain, the grid member or the community confirms it',
  allow: 'residents.own',
  body: householdClaim,
  status: 201,
  idempotent: true,
  limit: perPrincipal('household-claim', 20, 86_400),
  run: (act, { body }) => claimHousehold(act, body),
})

export const postOwnHouseholdInvitation = endpoint({
  method: 'POST',
  path: '/own-households/invitation',
  summary: 'Enter the household that a printed code names; the code is good once',
  allow: 'residents.own',
  body: invitationEntry,
  status: 201,
  idempotent: true,
  limit: perPrincipal('household-invitation', 10, 900),
  run: (act, { body }) => enterByInvitation(act, body),
})

export const postOwnHouseholdEnd = endpoint({
  method: 'POST',
  path: '/own-households/{id}/end',
  summary: 'Take a claim back, or leave a household',
  allow: 'residents.own',
  params: membershipKey,
  idempotent: true,
  run: (act, { params }) => leaveHousehold(act, params.id),
})

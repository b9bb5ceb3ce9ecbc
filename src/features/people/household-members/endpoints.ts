import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { confirmClaim, moveOut, passNumberOn, refuseClaim, revealMember } from './commands'
import { findMember, listMembers } from './queries'
import { contactReason, memberFilter, memberKey, memberReason, memberVersion } from './schema'

export const getHouseholdMembers = endpoint({
  method: 'GET',
  path: '/household-members',
  summary: 'Residents who claim a household, or who belong or belonged to one, in the caller’s scope',
  allow: 'residents.read',
  query: memberFilter,
  run: async (act, { query }) => ok(await listMembers(act, query)),
})

export const getHouseholdMember = endpoint({
  method: 'GET',
  path: '/household-members/{id}',
  summary: 'One claim or membership',
  allow: 'residents.read',
  params: memberKey,
  run: async (act, { params }) => {
    const member = await findMember(act, params.id, 'residents.read')
    return member ? ok(member) : refuse('not-found')
  },
})

export const postMemberConfirmation = endpoint({
  method: 'POST',
  path: '/household-members/{id}/confirmation',
  summary: 'Confirm that somebody lives where they say',
  allow: 'residents.confirm',
  params: memberKey,
  body: memberVersion,
  idempotent: true,
  run: (act, { params, body }) => confirmClaim(act, params.id, body.version),
})

export const postMemberRefusal = endpoint({
  method: 'POST',
  path: '/household-members/{id}/refusal',
  summary: 'Refuse a claim, with a reason that the resident reads',
  allow: 'residents.confirm',
  params: memberKey,
  body: memberReason,
  idempotent: true,
  run: (act, { params, body }) => refuseClaim(act, params.id, body.version, body.reason),
})

export const postMemberEnd = endpoint({
  method: 'POST',
  path: '/household-members/{id}/end',
  summary: 'End the membership of a resident who has moved out',
  allow: 'residents.confirm',
  params: memberKey,
  body: memberReason,
  idempotent: true,
  run: (act, { params, body }) => moveOut(act, params.id, body.version, body.reason),
})

export const postMemberPassingOn = endpoint({
  method: 'POST',
  path: '/household-members/{id}/passing-on',
  summary: 'Keep that the number belongs to somebody else now; nothing of the old account goes along',
  allow: 'residents.manage',
  params: memberKey,
  body: contactReason,
  idempotent: true,
  run: (act, { params, body }) => passNumberOn(act, params.id, body.reason),
})

export const postMemberContact = endpoint({
  method: 'POST',
  path: '/household-members/{id}/contact',
  summary: 'The whole number of a resident, for a reason that is recorded',
  allow: 'people.contact',
  params: memberKey,
  body: contactReason,
  limit: perPrincipal('reveal', 120, 3_600),
  repeatable: true,
  run: (act, { params, body }) => revealMember(act, params.id, body.reason),
})

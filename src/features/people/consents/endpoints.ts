import { endpoint } from '@/server/endpoint'
import {
  keepPersonConsent,
  keepProviderConsent,
  withdrawPersonConsent,
  withdrawProviderConsent,
} from './commands'
import { consentGiven, consentOwner, consentWithdrawn } from './schema'

export const postPersonConsent = endpoint({
  method: 'POST',
  path: '/people/{id}/consent',
  summary: 'Record that a person’s number may stand on contact sheets',
  allow: 'consents.write',
  params: consentOwner,
  body: consentGiven,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => keepPersonConsent(act, params.id, body),
})

export const postPersonConsentWithdrawal = endpoint({
  method: 'POST',
  path: '/people/{id}/consent/withdrawal',
  summary: 'Take a person’s number off the contact sheets',
  allow: 'consents.write',
  params: consentOwner,
  body: consentWithdrawn,
  idempotent: true,
  run: (act, { params, body }) => withdrawPersonConsent(act, params.id, body.reason),
})

export const postProviderConsent = endpoint({
  method: 'POST',
  path: '/providers/{id}/consent',
  summary: 'Record that a service point’s number may stand on contact sheets',
  allow: 'consents.write',
  params: consentOwner,
  body: consentGiven,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => keepProviderConsent(act, params.id, body),
})

export const postProviderConsentWithdrawal = endpoint({
  method: 'POST',
  path: '/providers/{id}/consent/withdrawal',
  summary: 'Take a service point’s number off the contact sheets',
  allow: 'consents.write',
  params: consentOwner,
  body: consentWithdrawn,
  idempotent: true,
  run: (act, { params, body }) => withdrawProviderConsent(act, params.id, body.reason),
})

import { endpoint } from '@/server/endpoint'
import { materialKey } from '../schema'
import { giveBack, issue, issuePlaque, lose, replace, signFor, withdrawPlaque } from './commands'
import { afterIssue, consentEnd, newIssue, newPlaque, signature } from './schema'

export const postMaterialIssue = endpoint({
  method: 'POST',
  path: '/materials/issues',
  summary: 'Hand logbooks, boxes or bags to a captain or a household',
  allow: 'materials.write',
  body: newIssue,
  status: 201,
  idempotent: true,
  run: (act, { body }) => issue(act, body),
})

export const postMaterialPlaque = endpoint({
  method: 'POST',
  path: '/materials/plaques',
  summary: 'Hand out a door plaque for a household, with the consent that is given for it',
  allow: 'materials.write',
  body: newPlaque,
  status: 201,
  idempotent: true,
  run: (act, { body }) => issuePlaque(act, body),
})

export const postMaterialSignature = endpoint({
  method: 'POST',
  path: '/materials/{id}/signature',
  summary: 'Record that who holds it has signed for it',
  allow: 'materials.write',
  params: materialKey,
  body: signature,
  idempotent: true,
  run: (act, { params, body }) => signFor(act, params.id, body.day),
})

export const postMaterialReturn = endpoint({
  method: 'POST',
  path: '/materials/{id}/return',
  summary: 'Take back what was issued, into the store',
  allow: 'materials.write',
  params: materialKey,
  body: afterIssue,
  idempotent: true,
  run: (act, { params, body }) => giveBack(act, params.id, body),
})

export const postMaterialReplacement = endpoint({
  method: 'POST',
  path: '/materials/{id}/replacement',
  summary: 'Replace what is worn or broken out of the store',
  allow: 'materials.write',
  params: materialKey,
  body: afterIssue,
  idempotent: true,
  run: (act, { params, body }) => replace(act, params.id, body),
})

export const postMaterialLoss = endpoint({
  method: 'POST',
  path: '/materials/{id}/loss',
  summary: 'Record that what was issued is lost',
  allow: 'materials.write',
  params: materialKey,
  body: afterIssue,
  idempotent: true,
  run: (act, { params, body }) => lose(act, params.id, body),
})

export const postMaterialConsentWithdrawal = endpoint({
  method: 'POST',
  path: '/materials/{id}/consent-withdrawal',
  summary: 'Record that a household no longer agrees to its plaque, which is then asked back',
  allow: 'materials.write',
  params: materialKey,
  body: consentEnd,
  idempotent: true,
  run: (act, { params, body }) => withdrawPlaque(act, params.id, body.reason),
})

import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { addWage, lookAtWages } from './commands'
import { newWage, wageKey, wageReason } from './schema'

export const postWageLook = endpoint({
  method: 'POST',
  path: '/workers/{id}/wages/look',
  summary: 'A worker’s wages, for a recorded reason',
  allow: 'workers.wages',
  params: wageKey,
  body: wageReason,
  repeatable: true,
  limit: perPrincipal('wages', 60, 600),
  run: (act, { params, body }) => lookAtWages(act, params.id, body.reason),
})

export const postWage = endpoint({
  method: 'POST',
  path: '/workers/{id}/wages',
  summary: 'Set a worker’s wage from a day on',
  allow: 'workers.wages',
  params: wageKey,
  body: newWage,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => addWage(act, params.id, body),
})

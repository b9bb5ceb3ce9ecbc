import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { addOperator, renameOperator } from './commands'
import { listOperators } from './queries'
import { newOperator, operatorKey, operatorName } from './schema'

export const getOperators = endpoint({
  method: 'GET',
  path: '/operators',
  summary: 'Service companies with the number of their workers',
  allow: 'workers.read',
  run: async (act) => ok({ rows: await listOperators(act) }),
})

export const postOperator = endpoint({
  method: 'POST',
  path: '/operators',
  summary: 'Add a service company',
  allow: 'workers.write',
  body: newOperator,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addOperator(act, body.name),
})

export const patchOperator = endpoint({
  method: 'PATCH',
  path: '/operators/{id}',
  summary: 'Give a service company another name',
  allow: 'workers.write',
  params: operatorKey,
  body: operatorName,
  idempotent: true,
  run: (act, { params, body }) => renameOperator(act, params.id, body),
})

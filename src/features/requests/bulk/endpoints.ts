import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { dispatchTogether } from './commands'
import { previewDispatch } from './queries'
import { dispatchMany, dispatchPreview } from './schema'

export const postDispatchPreview = endpoint({
  method: 'POST',
  path: '/requests/dispatch-many/preview',
  summary: 'Which of several requests can be given out, and why the others cannot; nothing is done',
  allow: 'requests.dispatch',
  body: dispatchPreview,
  repeatable: true,
  run: async (act, { body }) => ok({ requests: await previewDispatch(act, body) }),
})

export const postDispatchMany = endpoint({
  method: 'POST',
  path: '/requests/dispatch-many',
  summary: 'Give several requests to one worker, in one transaction; those that cannot be given are named',
  allow: 'requests.dispatch',
  body: dispatchMany,
  idempotent: true,
  run: (act, { body }) => dispatchTogether(act, body),
})

import { endpoint } from '@/server/endpoint'
import { typeInSlip } from './commands'
import { newSlip } from './schema'

export const postOpinionSlip = endpoint({
  method: 'POST',
  path: '/opinion-slips',
  summary: 'Type in a slip from a box of tin',
  allow: 'opinions.handle',
  body: newSlip,
  status: 201,
  repeatable: true,
  traceless: true,
  run: (act, { body }) => typeInSlip(act, body),
})

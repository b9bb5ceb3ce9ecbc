import { endpoint } from '@/server/endpoint'
import { moveCompounds } from './commands'
import { compoundMoves } from './schema'

export const postCompoundMoves = endpoint({
  method: 'POST',
  path: '/zones/moves',
  summary: 'Put compounds into a zone, all of them or none',
  allow: 'zones.write',
  body: compoundMoves,
  idempotent: true,
  run: (act, { body }) => moveCompounds(act, body),
})

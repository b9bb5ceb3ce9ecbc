import { endpoint } from '@/server/endpoint'
import { rateCompound } from './commands'
import { ratedCompound, starRating } from './schema'

export const postCompoundStars = endpoint({
  method: 'POST',
  path: '/compounds/{id}/stars',
  summary: "Set a compound's stars on recorded evidence",
  allow: 'stages.write',
  params: ratedCompound,
  body: starRating,
  idempotent: true,
  run: (act, { params, body }) => rateCompound(act, params.id, body),
})

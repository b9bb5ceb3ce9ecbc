import { endpoint } from '@/server/endpoint'
import { decide } from '../decisions/commands'
import { decidedCompound } from '../decisions/schema'
import { starRating } from './schema'

/** Requests that come in from now on are given the new level's time limits. */
export const postCompoundStars = endpoint({
  method: 'POST',
  path: '/compounds/{id}/stars',
  summary: "Set a compound's stars on recorded evidence",
  allow: 'stages.write',
  params: decidedCompound,
  body: starRating,
  idempotent: true,
  run: (act, { params, body: { stars, ...told } }) => decide(act, params.id, 'stars', stars, told),
})

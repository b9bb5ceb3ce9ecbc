import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { addMatch, endMatch } from './commands'
import { boardOf, findMatch, listMatches, suggestionsFor } from './queries'
import { boardFilter, matchFilter, matchKey, matchVersion, newMatch, suggestionFilter } from './schema'

export const getKitchenBoard = endpoint({
  method: 'GET',
  path: '/kitchen/board',
  summary: 'Demands against resources by zone or compound: covered, partly, not, and what is missing',
  allow: 'kitchen.read',
  query: boardFilter,
  run: async (act, { query }) => {
    const board = await boardOf(act, query)
    return board ? ok(board) : refuse('not-found')
  },
})

export const getKitchenSuggestions = endpoint({
  method: 'GET',
  path: '/kitchen/suggestions',
  summary: 'Resources that could serve a demand in an area, with reasons',
  allow: 'kitchen.read',
  query: suggestionFilter,
  run: async (act, { query }) => {
    const suggestions = await suggestionsFor(act, query)
    return suggestions ? ok(suggestions) : refuse('not-found')
  },
})

export const getKitchenMatches = endpoint({
  method: 'GET',
  path: '/kitchen-matches',
  summary: 'What the kitchen matched, the latest first, a page at a time',
  allow: 'kitchen.read',
  query: matchFilter,
  run: async (act, { query }) => ok(await listMatches(act, query)),
})

export const getKitchenMatch = endpoint({
  method: 'GET',
  path: '/kitchen-matches/{id}',
  summary: 'One match with demand, resource and area',
  allow: 'kitchen.read',
  params: matchKey,
  run: async (act, { params }) => {
    const match = await findMatch(act, params.id)
    return match ? ok(match) : refuse('not-found')
  },
})

export const postKitchenMatch = endpoint({
  method: 'POST',
  path: '/kitchen-matches',
  summary: 'Match a resource to a demand in an area, with the reason',
  allow: 'kitchen.write',
  body: newMatch,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addMatch(act, body),
})

export const postKitchenMatchEnd = endpoint({
  method: 'POST',
  path: '/kitchen-matches/{id}/end',
  summary: 'End a match',
  allow: 'kitchen.write',
  params: matchKey,
  body: matchVersion,
  idempotent: true,
  run: (act, { params, body }) => endMatch(act, params.id, body.version),
})

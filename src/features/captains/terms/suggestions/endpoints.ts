import { ok, refuse } from '@/core/result'
import { buildingKey } from '@/features/places/buildings/schema'
import { endpoint } from '@/server/endpoint'
import { suggestionsFor } from './queries'

export const getCaptainSuggestions = endpoint({
  method: 'GET',
  path: '/buildings/{id}/captain-suggestions',
  summary: 'Who could look after a building, with the reasons',
  allow: 'captains.write',
  params: buildingKey,
  run: async (act, { params }) => {
    const suggestions = await suggestionsFor(act, params.id)
    return suggestions ? ok(suggestions) : refuse('not-found')
  },
})

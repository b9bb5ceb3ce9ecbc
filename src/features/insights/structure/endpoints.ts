import { ok, refuse } from '@/core/result'
import { partyKey } from '@/features/parties/organisations/schema'
import { endpoint } from '@/server/endpoint'
import { structureUnder } from './queries'

export const getPartyParts = endpoint({
  method: 'GET',
  path: '/parties/{id}/parts',
  summary: 'What stands directly under an organisation, with its responsibility area and its figures',
  allow: 'parties.read',
  params: partyKey,
  run: async (act, { params }) => {
    const parts = await structureUnder(act, params.id)
    return parts ? ok({ parts }) : refuse('not-found')
  },
})

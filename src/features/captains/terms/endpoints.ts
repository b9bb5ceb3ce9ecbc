import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { termsOf } from './queries'
import { termFilter } from './schema'

export const getCaptainTerms = endpoint({
  method: 'GET',
  path: '/captain-terms',
  summary: 'Terms that end by month, and which buildings and stairwells a captain looks after today',
  allow: 'captains.read',
  query: termFilter,
  run: async (act, { query }) => ok(await termsOf(act, query)),
})

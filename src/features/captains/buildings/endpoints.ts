import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { buildingOptions } from './queries'
import { buildingSearch } from './schema'

export const getBuildingOptions = endpoint({
  method: 'GET',
  path: '/captains/building-options',
  summary: 'Buildings that a captain can be appointed for, found by compound and number or by pinyin',
  allow: 'captains.write',
  query: buildingSearch,
  run: async (act, { query }) => ok(await buildingOptions(act, query.q, 'captains.write')),
})

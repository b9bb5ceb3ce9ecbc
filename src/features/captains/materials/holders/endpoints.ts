import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { doorOptions, holderOptions } from './queries'
import { holderSearch } from './schema'

export const getMaterialHolders = endpoint({
  method: 'GET',
  path: '/materials/holders',
  summary: 'People who may be handed something, by name or pinyin',
  allow: 'materials.write',
  query: holderSearch,
  run: async (act, { query }) => ok(await holderOptions(act, query.q)),
})

export const getMaterialDoors = endpoint({
  method: 'GET',
  path: '/materials/doors',
  summary: 'Households that may be handed something, by building and door',
  allow: 'materials.write',
  query: holderSearch,
  run: async (act, { query }) => ok(await doorOptions(act, query.q)),
})

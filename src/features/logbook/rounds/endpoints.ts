import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { listRounds, roundsByCompound } from './queries'
import { roundsFilter } from './schema'

export const getRounds = endpoint({
  method: 'GET',
  path: '/rounds',
  summary: 'Buildings with the rounds of a month, done against due, a page at a time',
  allow: 'logbook.rounds',
  query: roundsFilter,
  run: async (act, { query }) => ok(await listRounds(act, query)),
})

export const getRoundsByCompound = endpoint({
  method: 'GET',
  path: '/rounds/compounds',
  summary: 'Compounds with how many of their buildings somebody went round in a month',
  allow: 'logbook.rounds',
  query: roundsFilter,
  run: async (act, { query }) => ok({ rows: await roundsByCompound(act, query) }),
})

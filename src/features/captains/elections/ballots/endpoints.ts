import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { electionKey } from '../schema'
import { tickHousehold, untickHousehold } from './commands'
import { householdOptions } from './queries'
import { ballot, householdSearch } from './schema'

export const getElectionHouseholds = endpoint({
  method: 'GET',
  path: '/elections/{id}/households',
  summary: 'Households of the election’s buildings that have not handed in their ballot',
  allow: 'elections.write',
  params: electionKey,
  query: householdSearch,
  run: async (act, { params, query }) => {
    const options = await householdOptions(act, params.id, query.q)
    return options ? ok(options) : refuse('not-found')
  },
})

export const postElectionBallot = endpoint({
  method: 'POST',
  path: '/elections/{id}/ballots',
  summary: 'Tick off that a household has handed in its one ballot',
  allow: 'elections.write',
  params: electionKey,
  body: ballot,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => tickHousehold(act, params.id, body.householdId),
})

export const postElectionBallotReturn = endpoint({
  method: 'POST',
  path: '/elections/{id}/ballots/return',
  summary: 'Take back a tick that was made by mistake',
  allow: 'elections.write',
  params: electionKey,
  body: ballot,
  idempotent: true,
  run: (act, { params, body }) => untickHousehold(act, params.id, body.householdId),
})

import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { addCentreHousehold, changeCentreHousehold, endCentreHousehold } from './commands'
import { findBuildings } from './queries'
import {
  buildingSearch,
  centreHouseholdChanges,
  centreHouseholdKey,
  centreHouseholdVersion,
  groupKey,
  newCentreHousehold,
} from './schema'

export const postCentreHousehold = endpoint({
  method: 'POST',
  path: '/parties/{id}/centre-households',
  summary: 'Add a centre household to a building group',
  allow: 'parties.write',
  params: groupKey,
  body: newCentreHousehold,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => addCentreHousehold(act, params.id, body),
})

export const getCentreHouseholdBuildings = endpoint({
  method: 'GET',
  path: '/centre-households/buildings',
  summary: 'Buildings in which a centre household may live',
  allow: 'parties.write',
  query: buildingSearch,
  run: async (act, { query }) => ok(await findBuildings(act, query.q)),
})

export const patchCentreHousehold = endpoint({
  method: 'PATCH',
  path: '/centre-households/{id}',
  summary: 'Change a centre household, as of the version that was read',
  allow: 'parties.write',
  params: centreHouseholdKey,
  body: centreHouseholdChanges,
  idempotent: true,
  run: (act, { params, body }) => changeCentreHousehold(act, params.id, body),
})

export const postCentreHouseholdEnd = endpoint({
  method: 'POST',
  path: '/centre-households/{id}/end',
  summary: 'End a centre household',
  allow: 'parties.write',
  params: centreHouseholdKey,
  body: centreHouseholdVersion,
  idempotent: true,
  run: (act, { params, body }) => endCentreHousehold(act, params.id, body.version),
})

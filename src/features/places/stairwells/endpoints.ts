import { endpoint } from '@/server/endpoint'
import { buildingKey } from '../buildings/schema'
import { addStairwell, endStairwell, renameStairwell, resumeStairwell } from './commands'
import { newStairwell, stairwellChanges, stairwellKey, stairwellVersion } from './schema'

export const postStairwell = endpoint({
  method: 'POST',
  path: '/buildings/{id}/stairwells',
  summary: 'Add a stairwell with its notice board to a building, as of the building’s version that was read',
  allow: 'places.write',
  params: buildingKey,
  body: newStairwell,
  status: 201,
  idempotent: true,
  run: (act, { params, body }) => addStairwell(act, params.id, body),
})

export const patchStairwell = endpoint({
  method: 'PATCH',
  path: '/stairwells/{id}',
  summary: 'Rename a stairwell, as of the building’s version that was read',
  allow: 'places.write',
  params: stairwellKey,
  body: stairwellChanges,
  idempotent: true,
  run: (act, { params, body }) => renameStairwell(act, params.id, body),
})

export const postStairwellEnd = endpoint({
  method: 'POST',
  path: '/stairwells/{id}/end',
  summary: 'Take a stairwell out of use; its contact sheet is gone at once',
  allow: 'places.write',
  params: stairwellKey,
  body: stairwellVersion,
  idempotent: true,
  run: (act, { params, body }) => endStairwell(act, params.id, body.version),
})

export const postStairwellResumption = endpoint({
  method: 'POST',
  path: '/stairwells/{id}/resumption',
  summary: 'Bring an ended stairwell back',
  allow: 'places.write',
  params: stairwellKey,
  body: stairwellVersion,
  idempotent: true,
  run: (act, { params, body }) => resumeStairwell(act, params.id, body.version),
})

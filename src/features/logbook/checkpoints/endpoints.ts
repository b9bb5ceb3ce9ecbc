import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { addCheckpoint, changeCheckpoint, endCheckpoint, leaveOut } from './commands'
import { findCheckpoint, listCheckpoints } from './queries'
import {
  checkpointChanges,
  checkpointFilter,
  checkpointKey,
  checkpointVersion,
  leftOutAt,
  newCheckpoint,
} from './schema'

const WRITE = 'logbook.settings' as const

export const getCheckpoints = endpoint({
  method: 'GET',
  path: '/checkpoints',
  summary: 'The points of the rounds’ checklists, a page at a time',
  allow: WRITE,
  query: checkpointFilter,
  run: async (act, { query }) => ok(await listCheckpoints(act, query)),
})

export const getCheckpoint = endpoint({
  method: 'GET',
  path: '/checkpoints/{id}',
  summary: 'One point, with the buildings that it is left out at',
  allow: WRITE,
  params: checkpointKey,
  run: async (act, { params }) => {
    const checkpoint = await findCheckpoint(act, params.id)
    return checkpoint ? ok(checkpoint) : refuse('not-found')
  },
})

export const postCheckpoint = endpoint({
  method: 'POST',
  path: '/checkpoints',
  summary: 'Add a point to the checklist of all buildings, or of one',
  allow: WRITE,
  body: newCheckpoint,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addCheckpoint(act, body),
})

export const patchCheckpoint = endpoint({
  method: 'PATCH',
  path: '/checkpoints/{id}',
  summary: 'Change a point, as of the version that was read',
  allow: WRITE,
  params: checkpointKey,
  body: checkpointChanges,
  idempotent: true,
  run: (act, { params, body }) => changeCheckpoint(act, params.id, body),
})

export const postCheckpointEnd = endpoint({
  method: 'POST',
  path: '/checkpoints/{id}/end',
  summary: 'Take a point off the checklists',
  allow: WRITE,
  params: checkpointKey,
  body: checkpointVersion,
  idempotent: true,
  run: (act, { params, body }) => endCheckpoint(act, params.id, body.version),
})

export const postCheckpointLeftOut = endpoint({
  method: 'POST',
  path: '/checkpoints/{id}/left-out',
  summary: 'Leave a general point out at a building, or take it in again',
  allow: WRITE,
  params: checkpointKey,
  body: leftOutAt,
  idempotent: true,
  run: (act, { params, body }) => leaveOut(act, params.id, body.buildingId, body.leftOut),
})

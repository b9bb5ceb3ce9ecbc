import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { changeBox, emptyBox, hangBox, takeDownBox } from './commands'
import { findBox, listBoxes } from './queries'
import { boxChanges, boxFilter, boxKey, boxVersion, emptying, newBox } from './schema'

export const getOpinionBoxes = endpoint({
  method: 'GET',
  path: '/opinion-boxes',
  summary: 'Boxes for slips with when each is due to be emptied, a page at a time',
  allow: 'opinions.read',
  query: boxFilter,
  run: async (act, { query }) => ok(await listBoxes(act, query)),
})

export const getOpinionBox = endpoint({
  method: 'GET',
  path: '/opinion-boxes/{id}',
  summary: 'One box with its last rounds',
  allow: 'opinions.read',
  params: boxKey,
  run: async (act, { params }) => {
    const box = await findBox(act, params.id)
    return box ? ok(box) : refuse('not-found')
  },
})

export const postOpinionBox = endpoint({
  method: 'POST',
  path: '/opinion-boxes',
  summary: 'Enter a box that hangs at a building',
  allow: 'opinions.handle',
  body: newBox,
  status: 201,
  idempotent: true,
  run: (act, { body }) => hangBox(act, body),
})

export const patchOpinionBox = endpoint({
  method: 'PATCH',
  path: '/opinion-boxes/{id}',
  summary: 'Change a box, as of the version that was read',
  allow: 'opinions.handle',
  params: boxKey,
  body: boxChanges,
  idempotent: true,
  run: (act, { params, body }) => changeBox(act, params.id, body),
})

export const postOpinionBoxEnd = endpoint({
  method: 'POST',
  path: '/opinion-boxes/{id}/end',
  summary: 'Take a box out of use',
  allow: 'opinions.handle',
  params: boxKey,
  body: boxVersion,
  idempotent: true,
  run: (act, { params, body }) => takeDownBox(act, params.id, body.version),
})

export const postOpinionBoxRound = endpoint({
  method: 'POST',
  path: '/opinion-boxes/{id}/rounds',
  summary: 'Record that a box was emptied, and how many slips lay in it',
  allow: 'opinions.handle',
  params: boxKey,
  body: emptying,
  status: 201,
  idempotent: true,
  limit: perPrincipal('opinion-round', 300, 600),
  run: (act, { params, body }) => emptyBox(act, params.id, body),
})

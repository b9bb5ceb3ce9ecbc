import { ok, refuse } from '@/core/result'
import { openEndpoint } from '@/server/open-endpoint'
import { perAddress } from '@/server/rate-limit'
import { reporterMove } from '../life/schema'
import { moveByTrack } from './commands'
import { findTracked } from './queries'
import { trackKey } from './schema'

export const getTrack = openEndpoint({
  method: 'GET',
  path: '/tracks/{token}',
  summary: 'The public part of the request that a tracking code stands for',
  params: trackKey,
  limit: perAddress('track', 600, 600),
  run: async ({ tx, now }, _body, _prepared, { params }) => {
    const tracked = await findTracked(tx, params.token, now)
    return tracked ? ok(tracked) : refuse('not-found')
  },
})

export const postTrackMove = openEndpoint({
  method: 'POST',
  path: '/tracks/{token}/moves',
  summary: 'A step of who reported it: withdraw, answer, rate, ask for reopening or for another look',
  params: trackKey,
  body: reporterMove,
  limit: perAddress('track-move', 60, 600),
  run: (act, body, _prepared, { params }) => moveByTrack(act, params.token, body),
})

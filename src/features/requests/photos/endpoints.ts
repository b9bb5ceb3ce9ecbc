import { z } from 'zod'
import { id } from '@/core/fields'
import { ok, refuse } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { readKept } from '@/server/files'
import { MOST_PHOTO_BYTES } from '@/server/photo-coding'
import { perPrincipal } from '@/server/rate-limit'
import { drawPhoto, enterPhoto } from './commands'
import { findPhotoFile } from './queries'

const SENDING = ['requests.report', 'requests.work', 'requests.verify', 'requests.dispatch'] as const
const SEEING = ['requests.read', 'requests.report', 'requests.work'] as const

export const postRequestPhoto = endpoint({
  method: 'POST',
  path: '/request-photos',
  summary:
    'Send a photo for the report or the step that follows; it is drawn anew and kept for a day until one names it',
  allow: SENDING,
  bytes: () => MOST_PHOTO_BYTES,
  status: 201,
  repeatable: true,
  limit: perPrincipal('request-photo', 120, 600),
  prepare: (_principal, { bytes }) => drawPhoto(bytes),
  run: async ({ tx, principal, now }, _input, drawn) =>
    drawn.ok ? ok(await enterPhoto(tx, principal.streetId, principal.accountId, drawn.value, now)) : drawn,
})

export const getRequestPhoto = endpoint({
  method: 'GET',
  path: '/request-photos/{id}',
  summary: 'A request’s photo, for who sees the request',
  allow: SEEING,
  params: z.strictObject({ id: id() }),
  answer: 'file',
  run: async (act, { params }) => {
    const file = await findPhotoFile(act, params.id)
    const bytes = file === null ? null : await readKept(file)
    return bytes
      ? ok({ file: { name: 'photo.jpg', type: 'image/jpeg', bytes, policy: "default-src 'none'" } })
      : refuse('not-found')
  },
})

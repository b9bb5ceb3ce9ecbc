import { ok, refuse } from '@/core/result'
import { drawPhoto } from '@/features/requests/photos/commands'
import { endpoint } from '@/server/endpoint'
import { readKept } from '@/server/files'
import { MOST_PHOTO_BYTES } from '@/server/photo-coding'
import { perPrincipal } from '@/server/rate-limit'
import { entryKey } from '../entries/schema'
import { enterLogPhoto } from './commands'
import { findLogPhoto } from './queries'

export const postLogPhoto = endpoint({
  method: 'POST',
  path: '/log-photos',
  summary:
    'Send a photo for the log entry that follows; it is drawn anew and kept for a day until one names it',
  // As with the entries: who has left the post may still send what was done in the term.
  allow: 'signed-in',
  bytes: () => MOST_PHOTO_BYTES,
  status: 201,
  repeatable: true,
  limit: perPrincipal('log-photo', 600, 600),
  prepare: (_principal, { bytes }) => drawPhoto(bytes),
  run: async (act, _input, drawn) => (drawn.ok ? await enterLogPhoto(act, drawn.value) : drawn),
})

export const getLogPhoto = endpoint({
  method: 'GET',
  path: '/log-photos/{id}',
  summary: 'A photo of a log entry, for who may read the entry',
  allow: 'logbook.read',
  params: entryKey,
  answer: 'file',
  run: async (act, { params }) => {
    const file = await findLogPhoto(act, params.id)
    const bytes = file === null ? null : await readKept(file)
    return bytes
      ? ok({ file: { name: 'photo.jpg', type: 'image/jpeg', bytes, policy: "default-src 'none'" } })
      : refuse('not-found')
  },
})

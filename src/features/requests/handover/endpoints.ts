import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { handOver } from './commands'
import { listNotes } from './queries'
import { newNote, noteFilter } from './schema'

export const getHandoverNotes = endpoint({
  method: 'GET',
  path: '/handover-notes',
  summary: 'What one shift of the command room told the next, newest first',
  allow: 'handover.read',
  query: noteFilter,
  run: async (act, { query }) => ok(await listNotes(act, query)),
})

export const postHandoverNote = endpoint({
  method: 'POST',
  path: '/handover-notes',
  summary: 'Hand the shift over, with what lies open at this moment',
  allow: 'handover.write',
  body: newNote,
  status: 201,
  idempotent: true,
  run: (act, { body }) => handOver(act, body),
})

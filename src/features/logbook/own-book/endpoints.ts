import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { ownBook } from './queries'

export const getOwnBook = endpoint({
  method: 'GET',
  path: '/own-logbook',
  summary: 'The caller’s buildings with their checklists and what is due, and the entries of two months',
  allow: 'signed-in',
  run: async (act) => ok(await ownBook(act)),
})

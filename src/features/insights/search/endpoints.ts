import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { loadMessages, type Messages } from '@/server/messages'
import { perPrincipal } from '@/server/rate-limit'
import { searchOffice } from './queries'
import { found, searched } from './schema'

export const getSearch = endpoint({
  method: 'GET',
  path: '/search',
  summary: 'Records that the caller may open, by characters, pinyin initials or a phone’s last four',
  allow: 'signed-in',
  query: searched,
  answer: found,
  limit: perPrincipal('search', 600, 600),
  run: async (act, { query }) => {
    const groups = await searchOffice(act, query.q)
    const words = (await loadMessages(query.lang)).search as Messages
    return ok({ groups: groups.map(({ group, hits }) => ({ label: String(words[group]), items: hits })) })
  },
})

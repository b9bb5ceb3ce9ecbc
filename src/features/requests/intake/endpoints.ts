import { ok } from '@/core/result'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { reportForSomebody } from './commands'
import { sitesFound, trackCode } from './queries'
import { siteSearch, staffReport } from './schema'

export const postRequest = endpoint({
  method: 'POST',
  path: '/requests',
  summary: 'Write down a problem for somebody, or for oneself',
  allow: 'requests.report',
  body: staffReport,
  status: 201,
  idempotent: true,
  limit: perPrincipal('report', 300, 600),
  run: async (act, { body }) => {
    const filed = await reportForSomebody(act, body)
    return filed.ok ? ok({ id: filed.value.id, number: filed.value.number }) : filed
  },
  complete: (filed) => ({ ...filed, token: trackCode(filed.id) }),
})

export const getRequestPlaces = endpoint({
  method: 'GET',
  path: '/requests/places',
  summary: 'Buildings where the caller may report, by compound and number or pinyin initials',
  allow: 'requests.report',
  query: siteSearch,
  run: async (act, { query }) => ok({ groups: [{ label: '', items: await sitesFound(act, query.q) }] }),
})

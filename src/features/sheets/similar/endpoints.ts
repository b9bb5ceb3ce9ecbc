import { z } from 'zod'
import { id } from '@/core/fields'
import { ok, refuse } from '@/core/result'
import { openEndpoint } from '@/server/open-endpoint'
import { perAddress } from '@/server/rate-limit'
import { similarWords } from '../report/document'
import { optionsFor } from '../report/endpoints'
import { findReportBoard, reportCategories, similarAround } from '../report/queries'

export const getSimilarRequests = openEndpoint({
  method: 'GET',
  path: '/similar-requests',
  summary: 'Open requests of a kind around the board with the code, in words that neighbours may read',
  query: z.strictObject({
    code: z.string().min(6).max(32),
    categoryId: id(),
    lang: z.enum(['zh-CN', 'en']).default('zh-CN'),
  }),
  limit: perAddress('similar', 300, 600),
  run: async ({ tx, now }, _body, _prepared, { query }) => {
    const board = await findReportBoard(tx, query.code, now)
    if (!board) return refuse('not-found')
    const options = await optionsFor(query.lang, false, now)
    const category = (await reportCategories(tx, board.streetId)).find(({ id }) => id === query.categoryId)
    const similar = await similarAround(tx, board, query.categoryId, now)
    return ok(similar.map((one) => ({ words: similarWords(one, category, options), follow: one.follow })))
  },
})

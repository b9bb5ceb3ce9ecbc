import { ok, refuse } from '@/core/result'
import { calendarOf } from '@/core/workdays'
import { endpoint } from '@/server/endpoint'
import { loadMessages } from '@/server/messages'
import { perPrincipal } from '@/server/rate-limit'
import { boardsWithin } from '../boards/policy'
import { renderSheets } from '../document'
import { SHEET_POLICY, type SheetMessages } from '../frame-document'
import { settledSheets } from '../versions/queries'
import { boardsOf, countSheets, MOST_SHEETS } from './queries'
import { printJob } from './schema'

/** Answers a document rather than data: the browser shows and prints it, one page for each board. */
export const getSheetPrint = endpoint({
  method: 'GET',
  path: '/sheets/print',
  summary: 'The sheets of a compound, a building or a zone as one document to print, at most 400',
  allow: 'sheets.print',
  query: printJob,
  answer: 'file',
  limit: perPrincipal('print', 60, 600),
  run: async (act, { query: { lang: locale, ...place } }) => {
    const { tx, principal, now } = act
    const count = await countSheets(act, place)
    if (count === 0) return refuse('not-found')
    if (count > MOST_SHEETS) return refuse('too-many-sheets')
    const boards = { AND: [boardsWithin(principal, 'sheets.print'), boardsOf(place)] }
    const settled = await settledSheets(tx, principal.streetId, boards, now)
    const messages = (await loadMessages(locale)).sheets as SheetMessages
    const views = settled.map(({ view }) => view)
    const document = renderSheets(views, {
      locale,
      isLarge: false,
      messages,
      now: null,
      calendar: calendarOf([]),
    })
    return ok({
      file: {
        name: 'sheets.html',
        type: 'text/html; charset=utf-8',
        bytes: Buffer.from(document),
        policy: SHEET_POLICY,
      },
    })
  },
})

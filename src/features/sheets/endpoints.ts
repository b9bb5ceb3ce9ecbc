import { createHash } from 'node:crypto'
import { calendarOf } from '@/core/workdays'
import { answerFault } from '@/server/api-error'
import { db } from '@/server/db'
import { documents, type KeptDocument } from '@/server/documents'
import { log } from '@/server/log'
import { loadMessages } from '@/server/messages'
import { renderGone } from './document'
import { SHEET_POLICY, type SheetMessages, type SheetOptions } from './frame-document'
import { outagesOfBoard } from './outages/queries'
import { calendarDays, streetOfCode } from './queries'
import type { SheetView } from './rules'
import { settledSheets } from './versions/queries'

type Render = (view: SheetView, options: SheetOptions) => string
type Context = { params: Promise<{ code: string }> }

/** The addresses that people come by; any other query is answered but not kept in memory. */
const USUAL =
  /^\/b\/[A-Z0-9]{6,32}(\/hours)?(\?(lang=(en|zh-CN)|large=[01])(&(lang=(en|zh-CN)|large=[01]))?)?$/

/** Whether the reader holds this very document; proxies that compress mark the tag as weak. */
const holdsAlready = (request: Request, etag: string): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === etag || tag === '*')

function documentOf(html: string, status: 200 | 404): KeptDocument {
  const body = Buffer.from(html)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  return {
    status,
    body,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': SHEET_POLICY,
      'Cache-Control': 'private, no-cache',
      'X-Robots-Tag': 'noindex',
      ETag: etag,
    },
  }
}

function answer(request: Request, { status, headers, body }: KeptDocument): Response {
  const isKnown = status === 200 && holdsAlready(request, headers.ETag ?? '')
  return isKnown
    ? new Response(null, { status: 304, headers })
    : new Response(new Uint8Array(body), { status, headers })
}

/** Serves a document of the board that the address's code names; a code that is unknown or revoked is gone. */
export const boardDocument =
  (render: Render) =>
  async (request: Request, context: Context): Promise<Response> => {
    const { searchParams, pathname, search } = new URL(request.url)
    const locale = searchParams.get('lang') === 'en' ? 'en' : 'zh-CN'
    const now = new Date()
    const isLarge = searchParams.get('large') === '1'
    try {
      const messages = (await loadMessages(locale)).sheets as SheetMessages
      const options: SheetOptions = { locale, isLarge, messages, now, calendar: calendarOf([]) }
      const { code } = await context.params
      const streetId = /^[A-Z0-9]{6,32}$/i.test(code) ? await streetOfCode(db(), code.toUpperCase()) : null
      if (!streetId) return answer(request, documentOf(renderGone(options), 404))
      const stamp = documents().stamp(streetId)
      const board = { codes: { some: { code: code.toUpperCase(), revokedAt: null } } }
      const [[settled], days, outages] = await Promise.all([
        settledSheets(db(), streetId, board, now),
        calendarDays(db(), streetId),
        outagesOfBoard(db(), streetId, board, now),
      ])
      if (!settled) return answer(request, documentOf(renderGone(options), 404))
      const document = documentOf(
        render(settled.view, { ...options, calendar: calendarOf(days), outages }),
        200,
      )
      const url = pathname + search
      if (USUAL.test(url)) documents().keep(url, streetId, stamp, document, now)
      return answer(request, document)
    } catch (fault) {
      const requestId = request.headers.get('x-request-id') ?? crypto.randomUUID()
      log.error('sheet failed', { requestId, fault })
      return answerFault(fault, locale, requestId)
    }
  }

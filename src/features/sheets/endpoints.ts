import { createHash } from 'node:crypto'
import { calendarOf } from '@/core/workdays'
import { env } from '@/env'
import en from '@/messages/en/sheets.json'
import zh from '@/messages/zh-CN/sheets.json'
import { answerFault } from '@/server/api-error'
import { db } from '@/server/db'
import { log } from '@/server/log'
import { renderGone } from './document'
import { SHEET_POLICY, type SheetOptions } from './frame-document'
import { findSheet } from './queries'
import type { SheetView } from './rules'

type Render = (view: SheetView, options: SheetOptions) => string
type Context = { params: Promise<{ code: string }> }

/** Whether the reader holds this very document; proxies that compress mark the tag as weak. */
const holdsAlready = (request: Request, etag: string): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === etag || tag === '*')

function answer(request: Request, html: string, status: 200 | 404): Response {
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': SHEET_POLICY,
    'Cache-Control': 'private, no-cache',
    'X-Robots-Tag': 'noindex',
    ETag: etag,
  }
  if (status === 200 && holdsAlready(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(html, { status, headers })
}

/** Serves a document of the board that the address's code names; a code that is unknown or revoked is gone. */
export const boardDocument =
  (render: Render) =>
  async (request: Request, context: Context): Promise<Response> => {
    const { searchParams } = new URL(request.url)
    const locale = searchParams.get('lang') === 'en' ? 'en' : 'zh-CN'
    const now = new Date()
    const isLarge = searchParams.get('large') === '1'
    const options = {
      locale,
      isLarge,
      messages: locale === 'en' ? en : zh,
      now,
      calendar: calendarOf([]),
    } as const
    try {
      const { code } = await context.params
      const known = /^[A-Z0-9]{6,32}$/i.test(code)
      const origin = new URL(env().NEXTAUTH_URL).origin
      const found = known ? await findSheet(db(), code.toUpperCase(), now, origin) : null
      if (!found) return answer(request, renderGone(options), 404)
      return answer(request, render(found.view, { ...options, calendar: calendarOf(found.calendar) }), 200)
    } catch (fault) {
      const requestId = request.headers.get('x-request-id') ?? crypto.randomUUID()
      log.error('sheet failed', { requestId, fault })
      return answerFault(fault, locale, requestId)
    }
  }

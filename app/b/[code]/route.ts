import { createHash } from 'node:crypto'
import { calendarOf } from '@/core/workdays'
import { env } from '@/env'
import { renderGone, renderSheet } from '@/features/sheets/document'
import { SHEET_POLICY, type SheetOptions } from '@/features/sheets/frame-document'
import { findSheet } from '@/features/sheets/queries'
import en from '@/messages/en/sheets.json'
import zh from '@/messages/zh-CN/sheets.json'
import { db } from '@/server/db'

export const dynamic = 'force-dynamic'

function answer(request: Request, html: string, status: number): Response {
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': SHEET_POLICY,
    'Cache-Control': 'private, no-cache',
    'X-Robots-Tag': 'noindex',
    ETag: etag,
  }
  if (status === 200 && request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers })
  return new Response(html, { status, headers })
}

/** The contact sheet of one notice board: a document, not a page. */
export async function GET(
  request: Request,
  context: { params: Promise<{ code: string }> },
): Promise<Response> {
  const { code } = await context.params
  const { searchParams } = new URL(request.url)
  const locale = searchParams.get('lang') === 'en' ? 'en' : 'zh-CN'
  const now = new Date()
  const options: SheetOptions = {
    locale,
    isLarge: searchParams.get('large') === '1',
    messages: locale === 'en' ? en : zh,
    now,
    calendar: calendarOf([]),
  }
  const origin = new URL(env().NEXTAUTH_URL).origin
  const found = /^[A-Z0-9]{6,32}$/.test(code) ? await findSheet(db(), code, now, origin) : null
  if (!found) return answer(request, renderGone(options), 404)
  return answer(request, renderSheet(found.view, { ...options, calendar: calendarOf(found.calendar) }), 200)
}

import { id } from '@/core/fields'
import { answerError, answerFault } from '@/server/api-error'
import { db } from '@/server/db'
import { cookieOf } from '@/server/endpoint'
import { localeFrom } from '@/server/locale'
import { log } from '@/server/log'
import { loadMessages } from '@/server/messages'
import { PAPER_POLICY } from '@/server/paper'
import { menusShown } from '../shown/queries'
import { type MenuWords, renderMenuSheet } from './document'

/** A compound's menus as a document to print, for everybody; `?lang=en` or `?lang=zh-CN` over the reader's own language. */
export async function getMenuSheet(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const requestId = request.headers.get('x-request-id') ?? crypto.randomUUID()
  const lang = new URL(request.url).searchParams.get('lang')
  const own = localeFrom(cookieOf(request, 'locale'), request.headers.get('accept-language'))
  const locale = lang === 'en' || lang === 'zh-CN' ? lang : own
  try {
    const key = id().safeParse((await params).id)
    const shown = key.success ? await menusShown(db(), key.data) : null
    if (!shown || shown.menus.length === 0) return answerError('not-found', locale, requestId)
    const words = (await loadMessages(locale)).menus as unknown as MenuWords
    return new Response(renderMenuSheet(shown, words, locale), {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': PAPER_POLICY,
        'Cache-Control': 'no-store',
      },
    })
  } catch (fault) {
    log.error('menu sheet failed', { requestId, fault })
    return answerFault(fault, locale, requestId)
  }
}

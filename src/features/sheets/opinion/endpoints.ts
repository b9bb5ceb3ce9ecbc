import { randomBytes } from 'node:crypto'
import { calendarOf } from '@/core/workdays'
import { dropIn } from '@/features/opinions/commands'
import { opinionOfReceipt, publishedAround } from '@/features/opinions/queries'
import { ABOUTS, type About, MATTERS, type Matter, newOpinion } from '@/features/opinions/schema'
import { answerFault, fieldWords } from '@/server/api-error'
import { db } from '@/server/db'
import { loadMessages } from '@/server/messages'
import { NamelessLimit } from '@/server/nameless-limit'
import { addressOf } from '@/server/rate-limit'
import { boundedBytes } from '@/server/request-body'
import { codeFrom, sign, unsign } from '@/server/secrets'
import { renderGone } from '../document'
import { SHEET_POLICY, type SheetMessages } from '../frame-document'
import { findReportBoard, type ReportBoard } from '../report/queries'
import {
  OPINION_POLICY,
  type OpinionMessages,
  type OpinionOptions,
  type OpinionView,
  renderOpinion,
} from './document'

type Context = { params: Promise<{ code: string }> }

const MOST_FORM_BYTES = 50_000
const FORM_HOURS = 24
const RECEIPT_LETTERS = 12

/** Of one address: opinions in an hour, and tries at a receipt. */
const dropped = new NamelessLimit(10, 3_600)
const lookedUp = new NamelessLimit(30, 3_600)

async function optionsOf(request: Request, now: Date): Promise<OpinionOptions> {
  const { searchParams } = new URL(request.url)
  const locale = searchParams.get('lang') === 'en' ? 'en' : 'zh-CN'
  const messages = await loadMessages(locale)
  return {
    locale,
    isLarge: searchParams.get('large') === '1',
    messages: messages.sheets as SheetMessages,
    opinion: messages.opinion as OpinionMessages,
    now,
    calendar: calendarOf([]),
  }
}

const shown = (html: string, status: number, policy = OPINION_POLICY): Response =>
  new Response(html, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    },
  })

const newFormKey = (now: Date): string =>
  sign('opinion-form', `${randomBytes(16).toString('hex')} ${now.getTime()}`)

/** The receipt of what this form sends, whether it is sent once or twice; null for a form that is made up or too old. */
function receiptOf(formKey: string, now: Date): string | null {
  const text = unsign('opinion-form', formKey)
  const began = Number(text?.split(' ')[1])
  const isFresh = now.getTime() - began < FORM_HOURS * 3_600_000
  return text && isFresh ? codeFrom('opinion-receipt', text, RECEIPT_LETTERS) : null
}

async function viewOf(board: ReportBoard, now: Date): Promise<OpinionView> {
  return {
    board,
    formKey: newFormKey(now),
    typed: { words: '', about: 'nobody', matter: null },
    error: null,
    notice: null,
    receipt: null,
    published: await publishedAround(db(), board.streetId, board.compoundId),
  }
}

/** The box of the board that the address's code names, and what became of the opinion whose receipt is given. */
export const getOpinionForm = async (request: Request, context: Context): Promise<Response> =>
  answered(request, context, async (board, options, now) => {
    const view = await viewOf(board, now)
    const code = new URL(request.url).searchParams.get('receipt')?.trim().toUpperCase() ?? ''
    if (code === '') return shown(renderOpinion(view, options), 200)
    if (!lookedUp.take(addressOf(request.headers), now))
      return shown(renderOpinion({ ...view, notice: options.opinion.tooMany }, options), 429)
    const found = /^[A-Z2-9]{12}$/.test(code) ? await opinionOfReceipt(db(), board.streetId, code) : null
    const receipt = { code, state: found?.state ?? ('unknown' as const), answer: found?.answer ?? null }
    return shown(renderOpinion({ ...view, receipt }, options), found ? 200 : 404)
  })

/** Takes what the form sends: a row in the box and nothing else, neither audit nor idempotency nor log. */
export const postOpinionForm = async (request: Request, context: Context): Promise<Response> =>
  answered(request, context, async (board, options, now) => {
    const view = await viewOf(board, now)
    const words = options.opinion
    const refuseWith = (status: number, change: Partial<OpinionView>) =>
      shown(renderOpinion({ ...view, ...change }, options), status)
    if (!dropped.take(addressOf(request.headers), now)) return refuseWith(429, { notice: words.tooMany })
    const bytes = await boundedBytes(request, MOST_FORM_BYTES)
    if (!bytes) return refuseWith(413, { notice: words.tooLong })
    const form = await formOf(request, bytes)
    if (!form) return refuseWith(400, { notice: words.unreadable })
    const text = (name: string) => String(form.get(name) ?? '').replaceAll('\r\n', '\n')
    // A field that people do not see is filled in only by machines: they are told what they want to hear.
    if (text('website') !== '') return goTo(`/b/${board.code}`)
    const about = ABOUTS.find((one) => one === text('about')) ?? 'nobody'
    const matter = MATTERS.find((one) => one === text('matter')) ?? null
    const parsed = newOpinion.safeParse({ words: text('words'), about, matter }, { reportInput: true })
    const typed: { words: string; about: About; matter: Matter | null } = {
      words: text('words').slice(0, 5_000),
      about,
      matter,
    }
    if (!parsed.success)
      return refuseWith(422, {
        typed,
        error: fieldWords(parsed.error, options.locale).words ?? words.tooLong,
        formKey: text('key'),
      })
    const receipt = receiptOf(text('key'), now)
    if (!receipt) return refuseWith(422, { typed, notice: words.stale })
    await dropIn(db(), { streetId: board.streetId, buildingId: board.buildingId }, parsed.data, receipt, now)
    const query = new URLSearchParams({
      receipt,
      ...(options.locale === 'en' ? { lang: 'en' } : {}),
      ...(options.isLarge ? { large: '1' } : {}),
    })
    return goTo(`/b/${board.code}/opinion?${query}`)
  })

const goTo = (location: string): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: location, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  })

/** Whatever goes wrong here is answered and not logged: a line would tell when somebody wrote. */
async function answered(
  request: Request,
  { params }: Context,
  answer: (board: ReportBoard, options: OpinionOptions, now: Date) => Promise<Response>,
): Promise<Response> {
  const now = new Date()
  const options = await optionsOf(request, now)
  try {
    const board = await findReportBoard(db(), (await params).code, now)
    return board ? await answer(board, options, now) : shown(renderGone(options), 404, SHEET_POLICY)
  } catch (fault) {
    return answerFault(fault, options.locale, request.headers.get('x-request-id') ?? '')
  }
}

async function formOf(request: Request, bytes: Uint8Array): Promise<FormData | null> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i.test(type)) return null
  return new Response(Buffer.from(bytes), { headers: { 'content-type': type } }).formData().catch(() => null)
}

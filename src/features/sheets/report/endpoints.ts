import { randomBytes } from 'node:crypto'
import { id } from '@/core/fields'
import { calendarOf } from '@/core/workdays'
import { drawPhoto, enterPhoto } from '@/features/requests/photos/commands'
import { answerFault, fieldWords } from '@/server/api-error'
import { db } from '@/server/db'
import type { Locale } from '@/server/locale'
import { log } from '@/server/log'
import { loadMessages } from '@/server/messages'
import { challengeFor, isSolved } from '@/server/proof-of-work'
import { consume, perAddress } from '@/server/rate-limit'
import { boundedBytes } from '@/server/request-body'
import { sign, unsign } from '@/server/secrets'
import { renderGone } from '../document'
import { SHEET_POLICY, type SheetMessages } from '../frame-document'
import { followFromSheet, formOwner, Refused, reportFromSheet } from './commands'
import {
  FORM_POLICY,
  type FormOptions,
  type FormView,
  type ReportMessages,
  renderForm,
  renderNotice,
} from './document'
import { findReportBoard, type ReportBoard, reportCategories, similarAround } from './queries'
import { FIELDS, MOST_PHOTOS, NOTHING_TYPED, publicReport, type Typed } from './schema'
import { FORM_SCRIPT } from './script'

type Context = { params: Promise<{ code: string }> }

const MOST_FORM_BYTES = 40_000_000
const FORM_HOURS = 12

/** Whoever sends at all; what is filed with a solved riddle; what is filed without one, where no script ran. */
const SENT = perAddress('report-sent', 80, 600)
const FILED = perAddress('report-filed', 30, 600)
const FILED_PLAIN = perAddress('report-plain', 6, 600)

export async function optionsFor(locale: Locale, isLarge: boolean, now: Date): Promise<FormOptions> {
  const messages = await loadMessages(locale)
  return {
    locale,
    isLarge,
    messages: messages.sheets as SheetMessages,
    report: messages.report as ReportMessages,
    now,
    calendar: calendarOf([]),
  }
}

const optionsOf = (request: Request, now: Date): Promise<FormOptions> => {
  const { searchParams } = new URL(request.url)
  return optionsFor(
    searchParams.get('lang') === 'en' ? 'en' : 'zh-CN',
    searchParams.get('large') === '1',
    now,
  )
}

const shown = (html: string, status: number, policy = FORM_POLICY): Response =>
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

const goTo = (location: string): Response =>
  new Response(null, { status: 303, headers: { Location: location, 'Cache-Control': 'no-store' } })

const newFormKey = (now: Date): string =>
  sign('report-form', `${randomBytes(16).toString('hex')} ${now.getTime()}`)

/** The form's id behind its key, or null when the key is made up or too old. */
function formIdOf(key: string, now: Date): string | null {
  const [formId, began] = unsign('report-form', key)?.split(' ') ?? []
  const isFresh = now.getTime() - Number(began) < FORM_HOURS * 3_600_000
  return formId && isFresh ? formId : null
}

const blank = (board: ReportBoard, now: Date) => {
  const formKey = newFormKey(now)
  return {
    board,
    typed: NOTHING_TYPED,
    formKey,
    challenge: challengeFor(formIdOf(formKey, now) ?? ''),
    errors: {},
    notice: null,
    photoIds: [],
    similar: [],
    seen: '',
    callFirst: null,
  }
}

/** The form of the board that the address's code names. */
export const getReportForm = async (request: Request, context: Context): Promise<Response> =>
  answered(request, context, async (board, options, now) => {
    const categories = await reportCategories(db(), board.streetId)
    return shown(renderForm({ ...blank(board, now), categories }, options), 200)
  })

/** What the form sends, by a browser with or without a script: a report, or that somebody follows another's. */
export const postReportForm = async (request: Request, context: Context): Promise<Response> =>
  answered(request, context, async (board, options, now) => {
    const { report: words } = options
    if (!(await consume(SENT, request, null)))
      return shown(renderNotice(board.code, words.tooMany, options), 429)
    const bytes = await boundedBytes(request, MOST_FORM_BYTES)
    if (!bytes) return shown(renderNotice(board.code, words.tooLarge, options), 413)
    const form = await formOf(request, bytes)
    if (!form) return shown(renderNotice(board.code, words.unreadable, options), 400)
    // A field that people do not see is filled in only by machines: they are told what they want to hear.
    if (textOf(form, 'website') !== '') return goTo(`/b/${board.code}`)
    return textOf(form, 'follow')
      ? follow(request, board, form, options, now)
      : report(request, board, form, options, now)
  })

async function answered(
  request: Request,
  { params }: Context,
  answer: (board: ReportBoard, options: FormOptions, now: Date) => Promise<Response>,
): Promise<Response> {
  const now = new Date()
  const options = await optionsOf(request, now)
  try {
    const board = await findReportBoard(db(), (await params).code, now)
    return board ? await answer(board, options, now) : shown(renderGone(options), 404, SHEET_POLICY)
  } catch (fault) {
    const requestId = requestIdOf(request)
    log.error('report form failed', { requestId, fault })
    return answerFault(fault, options.locale, requestId)
  }
}

const requestIdOf = (request: Request): string => request.headers.get('x-request-id') ?? crypto.randomUUID()

async function formOf(request: Request, bytes: Uint8Array): Promise<FormData | null> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i.test(type)) return null
  return new Response(Buffer.from(bytes), { headers: { 'content-type': type } }).formData().catch(() => null)
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string'
    ? value.replaceAll('\u0000', '').replaceAll('\r\n', '\n').slice(0, 10_000)
    : ''
}

const typedIn = (form: FormData): Typed =>
  Object.fromEntries(FIELDS.map((name) => [name, textOf(form, name)])) as Typed

async function follow(
  request: Request,
  board: ReportBoard,
  form: FormData,
  options: FormOptions,
  now: Date,
): Promise<Response> {
  if (!(await consume(FILED, request, null)))
    return shown(renderNotice(board.code, options.report.tooMany, options), 429)
  const act = { now, requestId: requestIdOf(request) }
  const token = await db().$transaction((tx) =>
    followFromSheet({ tx, ...act }, board, textOf(form, 'follow')),
  )
  if (token) return goTo(`/track/${token}`)
  const categories = await reportCategories(db(), board.streetId)
  const view = { ...blank(board, now), categories, typed: typedIn(form), notice: options.report.followGone }
  return shown(renderForm(view, options), 409)
}

async function report(
  request: Request,
  board: ReportBoard,
  form: FormData,
  options: FormOptions,
  now: Date,
): Promise<Response> {
  const { report: words } = options
  const categories = await reportCategories(db(), board.streetId)
  const typed = typedIn(form)
  const seen = textOf(form, 'seen')
  const fresh = { ...blank(board, now), categories, typed, seen }
  const formId = formIdOf(textOf(form, 'key'), now)
  if (!formId) return shown(renderForm({ ...fresh, notice: words.expired }, options), 409)
  const photos = await photosIn(form, board, formId, words, now)
  const view: FormView = {
    ...fresh,
    formKey: textOf(form, 'key'),
    challenge: challengeFor(formId),
    photoIds: photos.ids,
  }
  const again = (status: number, more: Partial<FormView>) =>
    shown(renderForm({ ...view, ...more }, options), status)

  const parsed = publicReport.safeParse(typed, { reportInput: true })
  const errors = {
    ...(parsed.success ? {} : fieldWords(parsed.error, options.locale)),
    ...(photos.error ? { photos: photos.error } : {}),
  }
  const category = categories.find((one) => one.id === typed.categoryId)
  if (!category) Object.assign(errors, { categoryId: words.choose })
  if (!parsed.success || !category || photos.error) return again(422, { errors, notice: words.again })
  if (category.danger !== null && textOf(form, 'called') !== '1')
    return again(422, { callFirst: category.danger })
  if (seen !== category.id && category.danger === null) {
    const similar = await similarAround(db(), board, category.id, now)
    if (similar.length > 0) return again(422, { similar, seen: category.id, notice: words.similarTitle })
  }
  const limit = isSolved(formId, textOf(form, 'altcha')) ? FILED : FILED_PLAIN
  if (!(await consume(limit, request, null))) return again(429, { notice: words.tooMany })
  const act = { now, requestId: requestIdOf(request) }
  try {
    const filed = await db().$transaction((tx) =>
      reportFromSheet({ tx, ...act }, board, parsed.data, formId, photos.ids),
    )
    if (filed.ok) return goTo(`/track/${filed.value}`)
    return filed.refusal === 'other-request-same-key'
      ? shown(renderForm({ ...fresh, notice: words.expired }, options), 409)
      : again(503, { notice: words.unreadable })
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault
    const field = fault.fields && 'photoIds' in fault.fields ? 'photos' : 'categoryId'
    return again(422, {
      errors: { [field]: field === 'photos' ? words.photoMany : words.choose },
      notice: words.again,
      ...(field === 'photos' ? { photoIds: [] } : {}),
    })
  }
}

/** The form's photos: those that came before, and those that come now, drawn anew one after another. */
async function photosIn(
  form: FormData,
  board: ReportBoard,
  formId: string,
  words: ReportMessages,
  now: Date,
): Promise<{ ids: string[]; error: string | null }> {
  const named = textOf(form, 'photoIds')
    .split(',')
    .filter((one) => id().safeParse(one).success)
  const ids = [...new Set(named)].slice(0, MOST_PHOTOS)
  const files = form.getAll('photos').filter((file): file is File => file instanceof Blob && file.size > 0)
  if (ids.length + files.length > MOST_PHOTOS) return { ids, error: words.photoMany }
  let error: string | null = null
  for (const file of files) {
    const drawn = await drawPhoto(new Uint8Array(await file.arrayBuffer()))
    if (drawn.ok) ids.push((await enterPhoto(db(), board.streetId, formOwner(formId), drawn.value, now)).id)
    else error = drawn.refusal === 'photo-too-large' ? words.photoBig : words.photoBad
  }
  return { ids, error }
}

/** The form's script, the same for all. */
export const getFormScript = (): Response =>
  new Response(FORM_SCRIPT, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    },
  })

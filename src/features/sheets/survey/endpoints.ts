import type { Result } from '@/core/result'
import { calendarOf } from '@/core/workdays'
import { type Kept, keepAnswers, type NotKept } from '@/features/surveys/answers/commands'
import { findByCode, type PublicQuestionnaire } from '@/features/surveys/answers/queries'
import { CODE_LETTERS } from '@/features/surveys/issuing/rules'
import { askedQuestions, type Fault, faultsOf, pagesOf } from '@/features/surveys/questions/rules'
import type { Answers, Question } from '@/features/surveys/questions/schema'
import { answersIn } from '@/features/surveys/questions/sent/rules'
import { answerFault } from '@/server/api-error'
import { recordDeed } from '@/server/audit'
import { db } from '@/server/db'
import { log } from '@/server/log'
import { loadMessages } from '@/server/messages'
import { addressOf, limiterFor, takePoint } from '@/server/rate-limit'
import { wordsFor } from '@/server/refusals'
import { boundedBytes } from '@/server/request-body'
import type { SheetMessages } from '../frame-document'
import {
  renderCodeForm,
  renderPage,
  renderState,
  SURVEY_POLICY,
  type SurveyMessages,
  type SurveyOptions,
  type SurveyView,
} from './document'

type Context = { params: Promise<{ code: string }> }

const MOST_FORM_BYTES = 200_000
/** Of one address, behind which a whole compound may stand: pages sent in ten minutes, and codes that are none. */
const SENT = { name: 'survey-sent', points: 1_000, seconds: 600 }
const GUESSED = { name: 'survey-guess', points: 60, seconds: 600 }
/** Who hands in by a link, in the audit. */
const HOUSEHOLD = '住户'

const mayGo = ({ name, points, seconds }: typeof SENT, request: Request): Promise<boolean> =>
  takePoint(limiterFor(name, points, seconds), addressOf(request.headers))

async function optionsOf(request: Request): Promise<SurveyOptions> {
  const { searchParams } = new URL(request.url)
  const locale = searchParams.get('lang') === 'en' ? 'en' : 'zh-CN'
  const messages = await loadMessages(locale)
  return {
    locale,
    isLarge: searchParams.get('large') === '1',
    messages: messages.sheets as SheetMessages,
    survey: messages.survey as unknown as SurveyMessages,
    now: null,
    calendar: calendarOf([]),
  }
}

const shown = (html: string, status = 200): Response =>
  new Response(html, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': SURVEY_POLICY,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex',
    },
  })

const addressWith = (path: string, { locale, isLarge }: SurveyOptions, more: Record<string, string> = {}) => {
  const query = new URLSearchParams({
    ...more,
    ...(locale === 'en' ? { lang: 'en' } : {}),
    ...(isLarge ? { large: '1' } : {}),
  }).toString()
  return query ? `${path}?${query}` : path
}

const goTo = (location: string): Response =>
  new Response(null, {
    status: 303,
    headers: { Location: location, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
  })

const codeWritten = (typed: string): string => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')

/** Asks for a code, and leads to the questionnaire that it opens. */
export async function getSurveyCode(request: Request): Promise<Response> {
  const options = await optionsOf(request)
  const typed = (new URL(request.url).searchParams.get('code') ?? '').slice(0, 40)
  if (typed.trim() === '') return shown(renderCodeForm('', null, options))
  return guarded(request, options, async () => {
    const code = codeWritten(typed)
    const known = await questionnaireOf(request, code)
    if (known === 'too-many') return shown(renderCodeForm(typed, options.survey.tooMany, options), 429)
    return known
      ? goTo(addressWith(`/survey/${code}`, options))
      : shown(renderCodeForm(typed, options.survey.noCode, options), 404)
  })
}

/** The questionnaire of a code; whoever tries many that are none is stopped. */
async function questionnaireOf(
  request: Request,
  code: string,
): Promise<PublicQuestionnaire | null | 'too-many'> {
  const found = code.length === CODE_LETTERS ? await findByCode(db(), code) : null
  if (found) return found
  return (await mayGo(GUESSED, request)) ? null : 'too-many'
}

/** What pages there are for what has been answered so far; pages on which nothing is asked are left out. */
function pagesFor(questions: readonly Question[], answers: Answers): Question[][] {
  const asked = new Set(askedQuestions(questions, answers).map(({ key }) => key))
  return pagesOf(questions)
    .map((page) => page.filter(({ key }) => asked.has(key)))
    .filter((page) => page.length > 0)
}

function viewOf(code: string, questionnaire: PublicQuestionnaire, asked: number): SurveyView {
  const { questions, answers } = questionnaire
  const pages = pagesFor(questions, answers)
  const place = Math.min(Math.max(Number.isInteger(asked) ? asked : 0, 0), Math.max(pages.length - 1, 0))
  return {
    code,
    questionnaire,
    questions: pages[place] ?? [],
    place,
    pages: Math.max(pages.length, 1),
    answers,
    faults: {},
    notice: null,
  }
}

/** The page of the questionnaire that the address names, as far as it has been filled in. */
export const getSurveyForm = (request: Request, context: Context): Promise<Response> =>
  answered(request, context, async (code, questionnaire, options) => {
    if (questionnaire.isReturned || questionnaire.survey.state !== 'running')
      return shown(renderState(code, questionnaire, options))
    const page = Number(new URL(request.url).searchParams.get('page') ?? '1') - 1
    return shown(renderPage(viewOf(code, questionnaire, page), options))
  })

/** Keeps what a page says, and goes on, back, or hands in. */
export const postSurveyForm = (request: Request, context: Context): Promise<Response> =>
  answered(request, context, async (code, questionnaire, options) => {
    const words = options.survey
    const refuseWith = (status: number, change: Partial<SurveyView>, place = 0) =>
      shown(renderPage({ ...viewOf(code, questionnaire, place), ...change }, options), status)
    if (questionnaire.isReturned || questionnaire.survey.state !== 'running')
      return shown(renderState(code, questionnaire, options), 409)
    if (!(await mayGo(SENT, request))) return refuseWith(429, { notice: words.tooMany })
    const bytes = await boundedBytes(request, MOST_FORM_BYTES)
    const form = bytes && (await formOf(request, bytes))
    if (!form) return refuseWith(bytes ? 400 : 413, { notice: words.unreadable })
    if (form.get('form') !== questionnaire.formId) return refuseWith(409, { notice: words.otherForm })
    const place = Number(form.get('page'))
    const view = viewOf(code, questionnaire, place)
    const go = String(form.get('go') ?? 'next')
    const read = answersIn(view.questions, form)
    const wrong: Record<string, Fault> = {
      ...faultsOf(view.questions.map(alone), read.answers, go !== 'back'),
      ...read.faults,
    }
    const kept = await keepPage(request, questionnaire, view, without(read.answers, wrong), false)
    if (!kept.ok) return notKept(kept.refusal, code, options, refuseWith)
    const answers = { ...without(questionnaire.answers, byKey(view.questions)), ...read.answers }
    const shownAgain = {
      answers,
      faults: wrong,
      questions: view.questions,
      place: view.place,
      pages: view.pages,
    }
    if (go === 'back') return goTo(addressWith(`/survey/${code}`, options, { page: String(view.place) }))
    if (Object.keys(wrong).length > 0) return refuseWith(422, shownAgain)
    const pages = pagesFor(questionnaire.questions, answers)
    if (view.place + 1 < pages.length)
      return goTo(addressWith(`/survey/${code}`, options, { page: String(view.place + 2) }))
    const handedIn = await keepPage(request, questionnaire, view, read.answers, true)
    if (handedIn.ok) return goTo(addressWith(`/survey/${code}`, options))
    if (handedIn.refusal !== 'answers-wrong') return notKept(handedIn.refusal, code, options, refuseWith)
    // Something on an earlier page is missing: there it is shown.
    const missing = faultsOf(questionnaire.questions, answers, true)
    const at = pages.findIndex((page) => page.some(({ key }) => missing[key]))
    const page = pages[at] ?? []
    return refuseWith(422, {
      answers,
      faults: missing,
      questions: page,
      place: Math.max(at, 0),
      pages: pages.length,
    })
  })

/** A question as it stands on its own page, where what it hangs on has been answered before. */
const alone = (question: Question): Question => ({ ...question, showIf: null })
const byKey = (questions: readonly Question[]) =>
  Object.fromEntries(questions.map(({ key }): [string, true] => [key, true]))
const without = (answers: Answers, keys: Readonly<Record<string, unknown>>): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !(key in keys)))

const keepPage = (
  request: Request,
  questionnaire: PublicQuestionnaire,
  view: SurveyView,
  answers: Answers,
  isDone: boolean,
): Promise<Result<Kept, NotKept>> =>
  db().$transaction(async (tx) => {
    const at = new Date()
    const kept = await keepAnswers(tx, questionnaire, {
      answers,
      isDone,
      channel: 'link',
      takenBy: null,
      at,
      formId: questionnaire.formId,
      about: view.questions.map(({ key }) => key),
    })
    if (kept.ok && isDone)
      await recordDeed(
        {
          tx,
          doer: { streetId: questionnaire.streetId, accountId: null, name: HOUSEHOLD },
          at,
          requestId: request.headers.get('x-request-id') ?? crypto.randomUUID(),
        },
        {
          action: 'survey.return',
          subject: { kind: 'survey', id: questionnaire.surveyId },
          changes: { number: { to: questionnaire.number }, isDone: { to: true } },
        },
      )
    return kept
  })

function notKept(
  refusal: NotKept,
  code: string,
  options: SurveyOptions,
  refuseWith: (status: number, change: Partial<SurveyView>) => Response,
): Response {
  if (refusal === 'already-answered' || refusal === 'not-running')
    return goTo(addressWith(`/survey/${code}`, options))
  return refuseWith(422, { notice: wordsFor(refusal, options.locale) })
}

async function answered(
  request: Request,
  { params }: Context,
  answer: (code: string, questionnaire: PublicQuestionnaire, options: SurveyOptions) => Promise<Response>,
): Promise<Response> {
  const options = await optionsOf(request)
  return guarded(request, options, async () => {
    const code = codeWritten((await params).code)
    const found = await questionnaireOf(request, code)
    if (found === 'too-many') return shown(renderCodeForm('', options.survey.tooMany, options), 429)
    return found
      ? answer(code, found, options)
      : shown(renderCodeForm(code, options.survey.noCode, options), 404)
  })
}

async function guarded(
  request: Request,
  { locale }: SurveyOptions,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answer()
  } catch (fault) {
    const requestId = request.headers.get('x-request-id') ?? ''
    log.error('survey form failed', { requestId, operation: '/survey/{code}', fault })
    return answerFault(fault, locale, requestId)
  }
}

async function formOf(request: Request, bytes: Uint8Array): Promise<FormData | null> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i.test(type)) return null
  return new Response(Buffer.from(bytes), { headers: { 'content-type': type } }).formData().catch(() => null)
}

import { createHash } from 'node:crypto'
import { type Html, html, trusted } from '@/core/html'
import { formatDate } from '@/core/instants'
import type { PublicQuestionnaire } from '@/features/surveys/answers/queries'
import { type Fault, labelOf, stepsOf, wordsOf } from '@/features/surveys/questions/rules'
import type { Answers, Question } from '@/features/surveys/questions/schema'
import { fieldOf } from '@/features/surveys/questions/sent/rules'
import type surveyMessages from '@/messages/zh-CN/survey.json'
import { dayFrom } from '@/server/term'
import { fill, page, type SheetOptions, variantLinks, variantPath } from '../frame-document'
import { FORM_STYLE } from '../report/stylesheet'
import { STYLESHEET } from '../stylesheet'

export type SurveyMessages = typeof surveyMessages
export type SurveyOptions = SheetOptions & { survey: SurveyMessages }

/** One page of the form as its household sees it. */
export type SurveyView = {
  code: string
  questionnaire: PublicQuestionnaire
  questions: readonly Question[]
  place: number
  pages: number
  answers: Answers
  faults: Readonly<Record<string, Fault>>
  notice: string | null
}

const OWN_STYLE =
  'fieldset{border:0;margin:0;padding:1.25rem 0 0;min-width:0}.form .check{font-weight:400;padding:.625rem 0}.form fieldset fieldset{padding-top:.75rem}.form legend{white-space:normal;max-width:100%}.must{color:#9c1f13;font-weight:400;font-size:.875rem}.steps .check{display:inline-block;min-width:3.5rem}.back{display:block;width:100%;min-height:3rem;margin-top:.75rem;border:1px solid #0a5a47;border-radius:.75rem;background:#fff;color:#0a5a47;font-weight:600}'
const STYLE = STYLESHEET + FORM_STYLE + OWN_STYLE

/** No script at all: one style, posts to itself alone. */
export const SURVEY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const HEAD = trusted(`<style>${STYLE}</style>`)

const frame = (title: string, path: string, over: string, body: Html, options: SurveyOptions): string =>
  page(
    title,
    html`<main class="form">
<header class="head"><p class="over">${over}</p><h1>${title}</h1>
${variantLinks(path, options, null)}
</header>
${body}
</main>`,
    options,
    HEAD,
  )

/** Asks for the code that stands on paper. */
export function renderCodeForm(typed: string, error: string | null, options: SurveyOptions): string {
  const words = options.survey
  return frame(
    words.codeTitle,
    '/survey',
    words.over,
    html`<form method="get" action="/survey">
${hiddenChoice(options)}
<div class="field"><label for="f-code">${words.code}</label><p class="hint" id="f-code-hint">${words.codeHint}</p><input type="text" id="f-code" name="code" value="${typed}" maxlength="40" autocomplete="off" autocapitalize="characters" required aria-describedby="f-code-hint${error !== null && trusted(' f-code-error')}"${error !== null && trusted(' aria-invalid="true" class="wrong"')}>
${error !== null && html`<p class="error" id="f-code-error">${error}</p>`}</div>
<button class="send" type="submit">${words.open}</button>
</form>`,
    options,
  )
}

const hiddenChoice = ({ locale, isLarge }: SurveyOptions): Html =>
  html`${locale === 'en' && html`<input type="hidden" name="lang" value="en">`}${isLarge && html`<input type="hidden" name="large" value="1">`}`

const titleOf = ({ survey }: PublicQuestionnaire, { locale }: SurveyOptions): string =>
  locale === 'en' ? (survey.nameEn ?? survey.name) : survey.name

const overOf = ({ survey, compound, building, number }: PublicQuestionnaire): string =>
  `${survey.street.name} · ${compound.name}${building?.name ?? ''} · ${number}`

/** What is said where there is nothing to fill in: it has been handed in, has not begun, or is over. */
export function renderState(
  code: string,
  questionnaire: PublicQuestionnaire,
  options: SurveyOptions,
): string {
  const words = options.survey
  const { isReturned, returnedOn, survey } = questionnaire
  const said = isReturned
    ? html`<h2>${words.thanks}</h2><p>${returnedOn && fill(words.returned, { day: formatDate(dayFrom(returnedOn), options.locale) })}</p><p class="hint">${words.once}</p>`
    : html`<p class="alert">${survey.state === 'draft' ? words.notYet : words.finished}</p>`
  return frame(titleOf(questionnaire, options), `/survey/${code}`, overOf(questionnaire), said, options)
}

export function renderPage(view: SurveyView, options: SurveyOptions): string {
  const { code, questionnaire, questions, place, pages, faults, notice } = view
  const words = options.survey
  const { intro, introEn, endsOn } = questionnaire.survey
  const path = `/survey/${code}`
  const lead = options.locale === 'en' ? (introEn ?? intro) : intro
  const isLast = place === pages - 1
  const summary = Object.keys(faults).length > 0 ? words.mend : notice
  const body = html`${summary !== null && html`<p class="alert" role="alert">${summary}</p>`}
${place === 0 && html`${lead && html`<p>${lead}</p>`}<p class="hint">${words.kept}${endsOn && ` ${fill(words.until, { day: formatDate(dayFrom(endsOn), options.locale) })}`}</p>`}
<form method="post" action="${variantPath(path, options)}">
<input type="hidden" name="page" value="${place}"><input type="hidden" name="form" value="${questionnaire.formId}">
<p class="hint">${fill(words.page, { page: place + 1, pages })}</p>
${questions.map((question) => field(question, view, options))}
<button class="send" type="submit" name="go" value="${isLast ? 'done' : 'next'}">${isLast ? words.handIn : words.next}</button>
${place > 0 && html`<button class="back" type="submit" name="go" value="back">${words.back}</button>`}
</form>`
  return frame(titleOf(questionnaire, options), path, overOf(questionnaire), body, options)
}

const checked = (is: boolean): Html | false => is && trusted(' checked')
const selected = (is: boolean): Html | false => is && trusted(' selected')

function field(question: Question, view: SurveyView, options: SurveyOptions): Html {
  const { key, kind, required } = question
  const words = options.survey
  const fault = view.faults[key]
  const id = `f-${key}`
  const hint = hintOf(question, options)
  const described = [hint && `${id}-hint`, fault && `${id}-error`].filter(Boolean).join(' ')
  const title = html`${wordsOf(question, options.locale)}${required && html` <span class="must">${words.must}</span>`}`
  const about = html`${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}`
  const error = fault && html`<p class="error" id="${id}-error">${words.faults[fault]}</p>`
  const wiring = html`${described && html` aria-describedby="${described}"`}${fault && trusted(' aria-invalid="true" class="wrong"')}`
  if (kind === 'number' || kind === 'text')
    return html`<div class="field"><label for="${id}">${title}</label>${about}${writing(question, view, wiring)}${error}</div>
`
  return html`<fieldset${described && html` aria-describedby="${described}"`}><legend>${title}</legend>${about}${choosing(question, view, options)}${error}</fieldset>
`
}

function hintOf(
  { kind, most, min, max, options: choices }: Question,
  { survey }: SurveyOptions,
): string | null {
  if (kind === 'multiple') return most === null ? survey.several : fill(survey.atMost, { most })
  if (kind === 'ranking') return fill(survey.rank, { most: most ?? choices.length })
  if (kind === 'number' && min !== null && max !== null) return fill(survey.between, { min, max })
  return null
}

function writing({ key, kind, required }: Question, { answers }: SurveyView, wiring: Html): Html {
  const value = answers[key] === undefined ? '' : String(answers[key])
  const must = required && trusted(' aria-required="true"')
  return kind === 'text'
    ? html`<textarea id="f-${key}" name="${fieldOf(key)}" rows="3" maxlength="2000"${must}${wiring}>${value}</textarea>`
    : html`<input type="text" inputmode="decimal" id="f-${key}" name="${fieldOf(key)}" value="${value}" maxlength="20" autocomplete="off"${must}${wiring}>`
}

function choosing(question: Question, { answers }: SurveyView, options: SurveyOptions): Html {
  const { key, kind, options: choices, rows } = question
  const answer = answers[key]
  const { locale } = options
  if (kind === 'scale')
    return html`<div class="steps">${stepsOf(question).map(
      (step) =>
        html`<label class="check"><input type="radio" name="${fieldOf(key)}" value="${step}"${checked(answer === step)}> ${step}</label>`,
    )}</div>`
  if (kind === 'ranking') {
    const order = Array.isArray(answer) ? answer : []
    const places = Array.from({ length: question.most ?? choices.length }, (_, place) => place + 1)
    return html`${choices.map(
      (option, index) =>
        html`<div class="field"><label for="f-${key}-${index}">${labelOf(option, locale)}</label><select id="f-${key}-${index}" name="${fieldOf(key, index)}"><option value="">${options.survey.noPlace}</option>${places.map((place) => html`<option value="${place}"${selected(order[place - 1] === option.code)}>${fill(options.survey.placeIs, { place })}</option>`)}</select></div>`,
    )}`
  }
  if (kind === 'matrix') {
    const given = typeof answer === 'object' && !Array.isArray(answer) ? answer : {}
    return html`${rows.map(
      (row, index) =>
        html`<fieldset><legend>${labelOf(row, locale)}</legend>${choices.map(
          (option) =>
            html`<label class="check"><input type="radio" name="${fieldOf(key, index)}" value="${option.code}"${checked(given[row.code] === option.code)}> ${labelOf(option, locale)}</label>`,
        )}</fieldset>`,
    )}`
  }
  const type = kind === 'multiple' ? 'checkbox' : 'radio'
  const isChosen = (code: string) => (Array.isArray(answer) ? answer.includes(code) : answer === code)
  return html`${choices.map(
    (option) =>
      html`<label class="check"><input type="${type}" name="${fieldOf(key)}" value="${option.code}"${checked(isChosen(option.code))}> ${labelOf(option, locale)}</label>`,
  )}`
}

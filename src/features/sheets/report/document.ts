import { createHash } from 'node:crypto'
import { type Html, html, trusted } from '@/core/html'
import { dayOf, formatDate } from '@/core/instants'
import type reportMessages from '@/messages/zh-CN/report.json'
import type { Challenge } from '@/server/proof-of-work'
import { chinese, fill, page, type SheetOptions, variantLinks, variantPath } from '../frame-document'
import { outagesSection } from '../outages/document'
import { STYLESHEET } from '../stylesheet'
import type { ReportBoard, ReportCategory, SimilarShown } from './queries'
import { type Field, MOST_PHOTOS, type Typed, WHERES } from './schema'
import { FORM_STYLE } from './stylesheet'

export type ReportMessages = typeof reportMessages
export type FormOptions = SheetOptions & { report: ReportMessages }

/** What the form shows: what was typed stays, whatever was wrong with it. */
export type FormView = {
  board: ReportBoard
  categories: readonly ReportCategory[]
  typed: Typed
  formKey: string
  challenge: Challenge
  errors: Partial<Record<Field | 'photos', string>>
  notice: string | null
  photoIds: readonly string[]
  similar: readonly SimilarShown[]
  /** The category whose neighbours' requests the reader has been shown. */
  seen: string
  /** The number to call before a report of this category is taken. */
  callFirst: string | null
}

const STYLE = STYLESHEET + FORM_STYLE

/** The policy of the form: one style, one own script that it can do without, posts to itself alone. */
export const FORM_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const SILENT_HEAD = trusted(`<style>${STYLE}</style>`)
const HEAD = trusted(`<style>${STYLE}</style>
<script src="/b/report.js" defer></script>`)

const placeName = ({ compound, building, stairwell }: ReportBoard): string =>
  [`${compound}${building}`, stairwell].filter(Boolean).join(' ')

export const categoryName = (category: ReportCategory, { locale }: FormOptions): string =>
  locale === 'en' ? category.nameEn : category.name

export function renderForm(view: FormView, options: FormOptions): string {
  const { board, notice, callFirst } = view
  const words = options.report
  const path = `/b/${board.code}/report`
  const body = html`<main class="form">
<header class="head"><p class="over">${chinese(placeName(board), options)}</p><h1>${words.title}</h1>
${variantLinks(path, options, html`<a href="${variantPath(`/b/${board.code}`, options)}">${words.back}</a> <a href="${variantPath(`/b/${board.code}/opinion`, options)}">${options.messages.opinion}</a>`)}
</header>
${options.now && outagesSection(board.outages, options, options.now)}${notice && html`<p class="alert" role="alert">${notice}</p>`}
${callFirst ? callNow(callFirst, words) : dangers(view, options)}
${form(view, options, variantPath(path, options))}
</main>`
  return page(`${words.title} ${placeName(board)}`, body, options, HEAD)
}

/** A page that only says something, with the way back. */
export function renderNotice(code: string, words: string, options: FormOptions): string {
  const body = html`<main class="form"><header class="head"><h1>${options.report.notFiled}</h1></header>
<p class="alert" role="alert">${words}</p>
<p class="links"><a href="${variantPath(`/b/${code}/report`, options)}">${options.report.title}</a><a href="tel:12345">12345</a></p></main>`
  return page(options.report.notFiled, body, options, SILENT_HEAD)
}

const callNow = (number: string, words: ReportMessages): Html =>
  html`<section class="danger" role="alert"><h2>${fill(words.dangerFirst, { number })}</h2>
<a class="first" href="tel:${number}">${fill(words.dangerCall, { number })}</a><p>${words.dangerThen}</p></section>`

function dangers({ categories }: FormView, options: FormOptions): Html | null {
  const rows = categories.filter(({ danger }) => danger !== null)
  if (rows.length === 0) return null
  const { dangerTitle, dangerWhy } = options.report
  return html`<section class="danger"><h2>${dangerTitle}</h2><p class="hint">${dangerWhy}</p>
${rows.map((row) => html`<a href="tel:${row.danger}">${categoryName(row, options)} <b>${row.danger}</b></a>`)}</section>`
}

const problem = (id: string, error: string | undefined): Html | null =>
  error === undefined ? null : html`<p class="error" id="${id}-error">${error}</p>`

const wiring = (id: string, hint: boolean, error: string | undefined): Html => {
  const described = [hint && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ')
  return html`${described && html` aria-describedby="${described}"`}${error !== undefined && trusted(' aria-invalid="true" class="wrong"')}`
}

function form(view: FormView, options: FormOptions, action: string): Html {
  const { board, typed, errors, challenge, callFirst } = view
  const words = options.report
  const similarPath = `/api/v1/similar-requests?lang=${options.locale}&code=${board.code}&categoryId=`
  const text = (name: Field, label: string, hint: string | null, type: string, more: Html) => {
    const id = `f-${name}`
    return html`<div class="field"><label for="${id}">${label}</label>
${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}<input type="${type}" id="${id}" name="${name}" value="${typed[name]}"${more}${wiring(id, hint !== null, errors[name])}>
${problem(id, errors[name])}</div>
`
  }
  return html`<form id="report" method="post" enctype="multipart/form-data" action="${action}" data-altcha="${JSON.stringify(challenge)}" data-similar="${similarPath}">
<input type="hidden" name="key" value="${view.formKey}"><input type="hidden" name="altcha" id="altcha" value=""><input type="hidden" name="seen" id="seen" value="${view.seen}"><input type="hidden" name="photoIds" value="${view.photoIds.join(',')}">
${callFirst && html`<label class="check"><input type="checkbox" name="called" value="1" required> ${fill(words.dangerConfirm, { number: callFirst })}</label>`}
<h2>${words.formTitle}</h2>
${categoryField(view, options)}
<div id="danger-now" class="hidden" role="alert" data-call="${words.dangerFirst}"><a class="first" href="tel:119">119</a></div>
<div id="similar" class="hidden" aria-live="polite" data-title="${words.similarTitle}" data-follow="${words.follow}"></div>
${similarSection(view, options)}
<div class="field"><label for="f-words">${words.words}</label><p class="hint" id="f-words-hint">${words.wordsHint}</p><textarea id="f-words" name="words" rows="4" maxlength="2000" required${wiring('f-words', true, errors.words)}>${typed.words}</textarea>
${problem('f-words', errors.words)}</div>
<div class="field"><label for="f-where">${words.where}</label><select id="f-where" name="where"${wiring('f-where', false, errors.where)}>${WHERES.map((where) => html`<option value="${where}"${typed.where === where && trusted(' selected')}>${{ stairwell: words.whereStairwell, building: words.whereBuilding, compound: words.whereCompound }[where]}</option>`)}</select>
${problem('f-where', errors.where)}</div>
${text('place', words.place, words.placeHint, 'text', html` maxlength="100" autocomplete="off"`)}
${photosField(view, words)}
<h2>${words.contactTitle}</h2><p class="hint">${words.contactHint}</p>
${text('reporterName', words.name, null, 'text', html` maxlength="40" autocomplete="name"`)}
${text('reporterPhone', words.phone, null, 'tel', html` maxlength="40" autocomplete="tel"`)}
<div class="trap" aria-hidden="true"><label for="f-website">${words.leaveEmpty}</label><input type="text" id="f-website" name="website" value="" tabindex="-1" autocomplete="off"></div>
<button class="send" type="submit">${words.submit}</button>
</form>`
}

function categoryField({ categories, typed, errors }: FormView, options: FormOptions): Html {
  const words = options.report
  const groups = [...new Set(categories.map((row) => (options.locale === 'en' ? row.groupEn : row.group)))]
  const rows = (group: string) =>
    categories
      .filter((row) => (options.locale === 'en' ? row.groupEn : row.group) === group)
      .map(
        (row) =>
          html`<option value="${row.id}"${row.danger !== null && html` data-danger="${row.danger}"`}${row.id === typed.categoryId && trusted(' selected')}>${categoryName(row, options)}</option>`,
      )
  return html`<div class="field"><label for="f-categoryId">${words.category}</label><select id="f-categoryId" name="categoryId" required${wiring('f-categoryId', false, errors.categoryId)}><option value="">${words.choose}</option>
${groups.map((group) => html`<optgroup label="${group}">${rows(group)}</optgroup>`)}</select>
${problem('f-categoryId', errors.categoryId)}</div>`
}

function photosField({ errors, photoIds }: FormView, words: ReportMessages): Html {
  const kept = photoIds.length > 0 && html`<p>${fill(words.photosKept, { count: photoIds.length })}</p>`
  return html`<div class="field"><label for="f-photos">${words.photos}</label><p class="hint" id="f-photos-hint">${words.photosHint}</p>${kept}
${photoIds.length < MOST_PHOTOS && html`<input type="file" id="f-photos" name="photos" accept="image/jpeg,image/png,image/webp" multiple${wiring('f-photos', true, errors.photos)}>`}
${problem('f-photos', errors.photos)}</div>`
}

function similarSection({ similar, categories, typed }: FormView, options: FormOptions): Html | null {
  if (similar.length === 0) return null
  const words = options.report
  const category = categories.find(({ id }) => id === typed.categoryId)
  return html`<section class="similar"><h2>${words.similarTitle}</h2><p class="hint">${words.similarWhy}</p><ul>
${similar.map((one) => html`<li><p>${similarWords(one, category, options)}</p><button class="follow" name="follow" value="${one.follow}" formnovalidate>${words.follow}</button></li>`)}</ul></section>`
}

/** One open request in the words that a neighbour may read. */
export const similarWords = (
  { building, createdAt, number }: SimilarShown,
  category: ReportCategory | undefined,
  options: FormOptions,
): string =>
  `${fill(options.report.similarOne, {
    category: category ? categoryName(category, options) : '',
    place: building ?? options.report.wholeCompound,
    day: formatDate(dayOf(createdAt), options.locale),
  })} (${number})`

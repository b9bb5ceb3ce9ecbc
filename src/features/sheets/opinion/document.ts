import { createHash } from 'node:crypto'
import { type Html, html, trusted } from '@/core/html'
import { ABOUTS, type About, MATTERS, type Matter } from '@/features/opinions/schema'
import type opinionMessages from '@/messages/zh-CN/opinion.json'
import { chinese, page, type SheetOptions, variantLinks, variantPath } from '../frame-document'
import type { ReportBoard } from '../report/queries'
import { FORM_STYLE } from '../report/stylesheet'
import { STYLESHEET } from '../stylesheet'

export type OpinionMessages = typeof opinionMessages
export type OpinionOptions = SheetOptions & { opinion: OpinionMessages }

/** What the page shows: the form, or what became of the opinion whose receipt was given. */
export type OpinionView = {
  board: ReportBoard
  formKey: string
  typed: { words: string; about: About; matter: Matter | null }
  error: string | null
  notice: string | null
  receipt: {
    code: string
    state: 'fresh' | 'taken' | 'answered' | 'spam' | 'unknown'
    answer: string | null
  } | null
  published: readonly { id: string; published: string | null; answer: string | null }[]
}

const STYLE = STYLESHEET + FORM_STYLE

/** No script at all: one style, posts to itself alone. */
export const OPINION_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const HEAD = trusted(`<style>${STYLE}</style>`)

export function renderOpinion(view: OpinionView, options: OpinionOptions): string {
  const { board, notice, receipt } = view
  const words = options.opinion
  const path = `/b/${board.code}/opinion`
  const place = `${board.compound}${board.building}`
  const body = html`<main class="form">
<header class="head"><p class="over">${chinese(place, options)}</p><h1>${words.title}</h1>
${variantLinks(path, options, html`<a href="${variantPath(`/b/${board.code}`, options)}">${words.back}</a>`)}
</header>
${notice && html`<p class="alert" role="alert">${notice}</p>`}
${receipt ? receiptSection(receipt, words) : html`<p class="hint">${words.lead}</p>${form(view, options, variantPath(path, options))}`}
${lookUp(path, options)}
${publishedSection(view, words)}
</main>`
  return page(`${words.title} ${place}`, body, options, HEAD)
}

function receiptSection(
  { code, state, answer }: NonNullable<OpinionView['receipt']>,
  words: OpinionMessages,
): Html {
  if (state === 'unknown') return html`<p class="alert" role="alert">${words.unknownReceipt}</p>`
  return html`<section class="similar"><h2>${words.received}</h2><p>${words.receiptIs} <strong>${code}</strong></p><p class="hint">${words.keepIt}</p>
<p>${state === 'answered' ? words.answered : state === 'spam' ? words.closed : words.waits}</p>
${state === 'answered' && answer === null && html`<p class="hint">${words.gone}</p>`}${answer && html`<p><strong>${answer}</strong></p>`}</section>`
}

function form({ typed, formKey, error }: OpinionView, options: OpinionOptions, action: string): Html {
  const words = options.opinion
  return html`<form method="post" action="${action}">
<input type="hidden" name="key" value="${formKey}">
<div class="field"><label for="f-words">${words.words}</label><p class="hint" id="f-words-hint">${words.wordsHint}</p><textarea id="f-words" name="words" rows="5" maxlength="2000" required aria-describedby="f-words-hint${error !== null && trusted(' f-words-error')}"${error !== null && trusted(' aria-invalid="true" class="wrong"')}>${typed.words}</textarea>
${error !== null && html`<p class="error" id="f-words-error">${error}</p>`}</div>
<div class="field"><label for="f-about">${words.about}</label><p class="hint" id="f-about-hint">${words.aboutHint}</p><select id="f-about" name="about" aria-describedby="f-about-hint">${ABOUTS.map((about) => html`<option value="${about}"${typed.about === about && trusted(' selected')}>${words.abouts[about]}</option>`)}</select></div>
<div class="field"><label for="f-matter">${words.matter}</label><select id="f-matter" name="matter"><option value="">${words.noMatter}</option>${MATTERS.map((matter) => html`<option value="${matter}"${typed.matter === matter && trusted(' selected')}>${words.matters[matter]}</option>`)}</select></div>
<div class="trap" aria-hidden="true"><label for="f-website">${words.leaveEmpty}</label><input type="text" id="f-website" name="website" value="" tabindex="-1" autocomplete="off"></div>
<button class="send" type="submit">${words.send}</button>
</form>`
}

function lookUp(path: string, options: OpinionOptions): Html {
  const words = options.opinion
  return html`<form method="get" action="${path}"><h2>${words.lookUpTitle}</h2>
${options.locale === 'en' && html`<input type="hidden" name="lang" value="en">`}${options.isLarge && html`<input type="hidden" name="large" value="1">`}
<div class="field"><label for="f-receipt">${words.receipt}</label><input type="text" id="f-receipt" name="receipt" value="" maxlength="40" autocomplete="off" required></div>
<button class="follow" type="submit">${words.lookUp}</button></form>`
}

function publishedSection({ published }: OpinionView, words: OpinionMessages): Html | null {
  if (published.length === 0) return null
  return html`<section><h2>${words.publishedTitle}</h2><ul class="rows">
${published.map((one) => html`<li><div class="row"><span class="role">${one.published}</span> <span class="about">${words.answerIs} ${one.answer}</span></div></li>`)}</ul></section>`
}

import { createHash } from 'node:crypto'
import { type Html, html, trusted } from '@/core/html'
import type { Locale } from '@/core/instants'
import { qrPath } from '@/core/qr'
import type messages from '@/messages/zh-CN/surveys.json'
import { spacedCode } from '../issuing/rules'
import { askedPlace, labelOf, stepsOf, wordsOf } from '../questions/rules'
import type { Question } from '../questions/schema'
import type { PaperSheet } from './queries'

type Words = (typeof messages)['onPaper']

export type PaperSurvey = {
  street: string
  name: string
  intro: string | null
  endsOn: string | null
  sheets: readonly PaperSheet[]
}

const STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#111;font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;font-size:11pt;line-height:1.5}
article{max-width:48rem;margin:0 auto;padding:1.5rem 1rem;border-bottom:1px dashed #888}
header{display:flex;gap:1rem;align-items:flex-start;border-bottom:2px solid #111;padding-bottom:.5rem}
header div{flex:1;min-width:0}
h1{font-size:17pt;line-height:1.3;margin:0 0 .25rem}
p{margin:0 0 .25rem;overflow-wrap:anywhere}
svg{width:28mm;height:28mm;flex:none}
.number{font-size:15pt;font-weight:700}
.code{font-family:monospace;font-size:12pt;white-space:nowrap}
section{break-inside:avoid;padding-top:.75rem}
h2{font-size:12pt;margin:0 0 .25rem}
ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap}
li{padding:.125rem 1.25rem .125rem 0}
.box{display:inline-block;width:4.5mm;height:4.5mm;border:.3mm solid #111;margin-right:1.5mm;vertical-align:-.6mm}
.line{display:block;height:9mm;border-bottom:.3mm solid #555}
.blank{display:inline-block;width:14mm;border-bottom:.3mm solid #111;margin-right:1.5mm}
.hint{font-size:9.5pt;color:#333}
table{border-collapse:collapse;width:100%}
th,td{border:.2mm solid #555;padding:.25rem .5rem;text-align:left;font-weight:400}
td{text-align:center}
footer{font-size:9pt;color:#333;padding-top:.75rem}
@media print{@page{size:A4;margin:14mm}article{padding:0;max-width:none;border:0;break-after:page}}
`.replaceAll('\n', '')

/** One style and nothing else. */
export const SURVEY_PAPER_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const fill = (message: string, values: Record<string, string | number>): string =>
  message.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

type Options = { locale: Locale; words: Words }

/** Sheets to fill in by hand, each from a fresh page: number, code and QR code at the top, and options under the numbers that they are typed in by. */
export function renderPaper(survey: PaperSurvey, options: Options): string {
  return html`<!doctype html>
<html lang="${options.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${survey.name}</title>
${trusted(`<style>${STYLE}</style>`)}
</head>
<body>
<main>
${survey.sheets.map((sheet) => article(survey, sheet, options))}
</main>
</body>
</html>
`.text
}

function article(survey: PaperSurvey, sheet: PaperSheet, { locale, words }: Options): Html {
  const { path, size } = qrPath(sheet.address)
  return html`<article>
<header><div><p class="number">${words.number} ${sheet.number}</p><h1>${survey.name}</h1><p>${survey.street} · ${sheet.place}</p><p class="hint">${words.online} <span class="code">${spacedCode(sheet.code)}</span></p></div>
<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="${words.qr}"><path d="${path}"/></svg></header>
${survey.intro && html`<p>${survey.intro}</p>`}
${sheet.questions.map((question, place) => section(question, place, sheet.questions, { locale, words }))}
<footer>${survey.endsOn && fill(words.until, { day: survey.endsOn })} ${fill(words.form, { number: sheet.formNumber })}</footer>
</article>
`
}

function section(
  question: Question,
  place: number,
  all: readonly Question[],
  { locale, words }: Options,
): Html {
  const condition = askedPlace(question, all)
  const hints = [
    condition &&
      fill(words.onlyIf, {
        place: condition.place,
        answers: condition.codes
          .map((code) => {
            const option = condition.question.options.find((one) => one.code === code)
            return option ? labelOf(option, locale) : code
          })
          .join(locale === 'en' ? ', ' : '、'),
      }),
    question.required && words.must,
    question.kind === 'multiple' &&
      (question.most === null ? words.several : fill(words.atMost, { most: question.most })),
    question.kind === 'ranking' && fill(words.rank, { most: question.most ?? question.options.length }),
  ].filter(Boolean)
  return html`<section><h2>${place + 1}. ${wordsOf(question, locale)}</h2>${hints.length > 0 && html`<p class="hint">${hints.join(locale === 'en' ? ' ' : '')}</p>`}${entry(question, locale)}</section>
`
}

function entry(question: Question, locale: Locale): Html {
  const { kind, options, rows } = question
  if (kind === 'text') return html`<span class="line"></span><span class="line"></span>`
  if (kind === 'number') return html`<span class="blank"></span>`
  if (kind === 'scale')
    return html`<ul>${stepsOf(question).map((step) => html`<li><span class="box"></span>${step}</li>`)}</ul>`
  if (kind === 'matrix')
    return html`<table><thead><tr><td></td>${options.map((option, index) => html`<th scope="col">${index + 1} ${labelOf(option, locale)}</th>`)}</tr></thead><tbody>${rows.map(
      (row) =>
        html`<tr><th scope="row">${labelOf(row, locale)}</th>${options.map(() => html`<td><span class="box"></span></td>`)}</tr>`,
    )}</tbody></table>`
  const mark = kind === 'ranking' ? html`<span class="blank"></span>` : html`<span class="box"></span>`
  return html`<ul>${options.map((option, index) => html`<li>${mark}${index + 1} ${labelOf(option, locale)}</li>`)}</ul>`
}

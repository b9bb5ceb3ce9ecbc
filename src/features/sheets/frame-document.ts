import { createHash } from 'node:crypto'
import { type Html, html, trusted } from '@/core/html'
import type { Locale } from '@/core/instants'
import type { Calendar } from '@/core/workdays'
import type { OutageShown } from '@/features/requests/outages/queries'
import type messages from '@/messages/zh-CN/sheets.json'
import { STYLESHEET } from './stylesheet'

/** The strings of one language. */
export type SheetMessages = typeof messages

/** How a document is to be written; without an instant, as for printing, nothing is said about being open now. */
export type SheetOptions = {
  locale: Locale
  isLarge: boolean
  messages: SheetMessages
  now: Date | null
  calendar: Calendar
  /** What is out or will be out where the board hangs; nothing for paper. */
  outages?: readonly OutageShown[]
}

/** The only style that the documents' policy lets through. */
export const STYLE_HASH = `sha256-${createHash('sha256').update(STYLESHEET).digest('base64')}`

/** The policy under which every sheet document is to be sent. */
export const SHEET_POLICY = [
  "default-src 'none'",
  `style-src '${STYLE_HASH}'`,
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const STYLE = trusted(`<style>${STYLESHEET}</style>`)

/** Puts values into a message's places. */
export function fill(message: string, values: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

/** Text that stays Chinese in every language, marked for the voice that reads it. */
export const chinese = (text: string, { locale }: SheetOptions): Html | string =>
  locale === 'zh-CN' ? text : html`<span lang="zh-CN">${text}</span>`

/** The address of a variant; what is not asked for keeps the reader's choice. */
export function variantPath(
  path: string,
  { locale, isLarge }: SheetOptions,
  change: { locale?: Locale; isLarge?: boolean } = {},
): string {
  const query = [
    (change.locale ?? locale) === 'en' ? 'lang=en' : change.locale ? 'lang=zh-CN' : '',
    (change.isLarge ?? isLarge) ? 'large=1' : change.isLarge === false ? 'large=0' : '',
  ].filter(Boolean)
  return query.length > 0 ? `${path}?${query.join('&')}` : path
}

/** Links between the variants of one page. */
export function variantLinks(path: string, options: SheetOptions, more: Html | null): Html {
  const { messages: words, locale, isLarge } = options
  const other: Locale = locale === 'en' ? 'zh-CN' : 'en'
  return html`<nav class="links" aria-label="${words.variants}">
<a href="${variantPath(path, options, { isLarge: !isLarge })}">${isLarge ? words.plainType : words.largeType}</a>
<a href="${variantPath(path, options, { locale: other })}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>
${more}</nav>`
}

/** A whole document: one style, not listed by search engines, and no script unless its head brings one. */
export function page(
  title: string,
  body: Html,
  { locale, isLarge }: Pick<SheetOptions, 'locale' | 'isLarge'>,
  head: Html = STYLE,
): string {
  return html`<!doctype html>
<html lang="${locale}"${isLarge && trusted(' class="large"')}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`.text
}

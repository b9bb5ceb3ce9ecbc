import { type Html, html } from '@/core/html'
import { addDays, dayOf, daysBetween, formatMonthDay, formatTime, formatWeekday } from '@/core/instants'
import { openingAt } from '@/features/providers/hours/rules'
import { formatHours } from '@/features/providers/hours/wording/rules'
import { chinese, fill, type SheetOptions } from './frame-document'
import { categoryKeyOf, type SheetHours, spacedPhone, telOf } from './rules'

/** What one row shows; a row with a number is one link that dials it. */
export type Row = {
  role: string | Html
  name: string | null
  phone: string | null
  /** What stands in the number's place when there is none. */
  instead: string
  state: Html | null
  details: readonly (string | Html)[]
}

/** Sets what is said of one thing apart from the next, without a break inside where it can be helped. */
export const apart = (parts: readonly (string | Html)[]): Html[] =>
  parts.map((part) => html` <span class="part">${part}</span>`)

export function contactRow({ role, name, phone, instead, state, details }: Row, options: SheetOptions): Html {
  const who = html`<span class="role">${role}</span>${
    name !== null && html` <span class="name">${chinese(name, options)}</span>`
  }`
  const about = details.length > 0 && html` <span class="about">${state}${apart(details)}</span>`
  return phone === null
    ? html`<li><div class="row">${who} <span class="instead">${instead}</span>${about}</div></li>
`
    : html`<li><a class="row" href="tel:${telOf(phone)}">${who} <span class="number">${spacedPhone(phone)}</span>${about}</a></li>
`
}

export function categoryName(category: string, options: SheetOptions): string | Html {
  const key = categoryKeyOf(category)
  return key ? options.messages.categories[key] : chinese(category, options)
}

/** The hours in the reader's language where they are understood, else as the register has them. */
export function hoursText(hours: SheetHours | null, options: SheetOptions): string | Html {
  if (!hours) return options.messages.hoursMissing
  return hours.understood
    ? unbroken(formatHours(hours.understood, options.locale))
    : chinese(hours.written, options)
}

/** Keeps each 8:30–11:30 on one line. */
export const unbroken = (text: string): Html =>
  html`${text.split(/(\d+:\d+–\D*\d+:\d+)/).map((part, index) => (index % 2 ? html`<span class="t">${part}</span>` : part))}`

/** Whether it is open now and until when; nothing on paper, and nothing where the hours are not understood. */
export function openState(hours: SheetHours | null, options: SheetOptions): Html | null {
  const { now, calendar, messages: words } = options
  if (!hours?.understood || !now) return null
  const { state, nextChange } = openingAt(hours.understood, now, calendar)
  const mark = (text: string) => html` <strong class="part ${state}">${text}</strong>`
  if (state === 'by-appointment') return mark(words.byAppointment)
  if (state === 'open') {
    return mark(nextChange ? fill(words.openUntil, { time: whenText(now, nextChange, options) }) : words.open)
  }
  const opens = nextChange && openingAt(hours.understood, nextChange, calendar).state === 'open'
  return mark(opens ? fill(words.closedUntil, { time: whenText(now, nextChange, options) }) : words.closed)
}

/** 18:00, 明天 8:30, 周一 8:30 or 10月8日 8:30, whichever is the shortest that cannot be mistaken. */
function whenText(now: Date, then: Date, { locale, messages: words }: SheetOptions): string {
  const today = dayOf(now)
  const day = dayOf(then)
  const time = formatTime(then).replace(/^0(?=\d)/, '')
  if (day === today) return time
  // Midnight is the end of this day to a reader, not a time tomorrow.
  if (time === '0:00' && day === addDays(today, 1)) return '24:00'
  if (day === addDays(today, 1)) return fill(words.tomorrow, { time })
  return `${daysBetween(today, day) < 7 ? formatWeekday(day, locale) : formatMonthDay(day, locale)} ${time}`
}

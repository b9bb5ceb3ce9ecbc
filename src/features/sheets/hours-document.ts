import { type Html, html } from '@/core/html'
import { dayOf, formatDate, formatDay } from '@/core/instants'
import { isHoliday, isMakeUpWorkday } from '@/core/workdays'
import { hoursOn } from '@/features/providers/hours/rules'
import { formatDayHours } from '@/features/providers/hours/wording/rules'
import { chinese, fill, page, type SheetOptions, variantLinks, variantPath } from './frame-document'
import { apart, categoryName, hoursText, openState, unbroken } from './rows-document'
import { type SheetHours, type SheetView, spacedPhone, telOf } from './rules'

type HoursRow = { role: string | Html; name: string | Html; phone: string | null; hours: SheetHours | null }

/** The flexible-hours table that belongs to a board's sheet: who serves when, and what holds today. */
export function renderHours(view: SheetView, options: SheetOptions): string {
  const { messages: words } = options
  const path = `/b/${view.code}`
  const rows = hoursRows(view, options)
  const back = html`<a href="${variantPath(path, options)}">${words.backToSheet}</a> <a href="${variantPath(`${path}/opinion`, options)}">${words.opinion}</a>`
  const body = html`<main class="sheet table">
<header class="head">
<p class="over">${chinese(`${view.street} ${view.community} ${view.compound}`, options)}</p>
<h1>${words.hoursTitle}</h1>
${todayLine(options)}
${variantLinks(`${path}/hours`, options, back)}
</header>
${
  rows.every(({ hours }) => hours === null)
    ? html`<p class="none">${words.noHours}</p>`
    : html`<table class="hours"><thead><tr><th scope="col">${words.service}</th><th scope="col">${words.hours}</th></tr></thead><tbody>
${rows.map((row) => hoursRow(row, options))}</tbody></table>`
}
<footer class="foot">${apart([
    fill(words.holdsFrom, { day: formatDate(view.holdsFrom, options.locale) }),
    fill(words.version, { version: view.version }),
    fill(words.issuedBy, { street: view.street }),
  ])}</footer>
</main>`
  return page(`${view.compound} ${words.hoursTitle}`, body, options)
}

function hoursRows(view: SheetView, options: SheetOptions): HoursRow[] {
  const { messages: words } = options
  const place = (at: SheetView['propertyPoint'], role: string): HoursRow[] =>
    at ? [{ role, name: chinese(at.name, options), phone: at.phone, hours: at.hours }] : []
  return [
    ...view.flexibleHours.map((row) => ({
      role: row.place === null ? '' : chinese(row.place, options),
      name: chinese(row.title, options),
      phone: row.phone,
      hours: row.hours,
    })),
    ...place(view.communityOffice, words.communityOffice),
    ...place(view.propertyPoint, words.propertyPoint),
    ...view.providers.map((provider) => ({
      role: categoryName(provider.category, options),
      name: chinese(provider.name, options),
      phone: provider.phone,
      hours: provider.hours,
    })),
  ]
}

function hoursRow({ role, name, phone, hours }: HoursRow, options: SheetOptions): Html {
  return html`<tr><th scope="row"><span class="role">${role}</span> <span class="name">${name}</span>${
    phone !== null && html` <a class="call" href="tel:${telOf(phone)}">${spacedPhone(phone)}</a>`
  }</th><td>${hoursText(hours, options)}${todayHours(hours, options)}</td></tr>
`
}

function todayHours(hours: SheetHours | null, options: SheetOptions): Html | null {
  const { now, calendar, messages: words, locale } = options
  if (!now || !hours?.understood) return null
  const today = formatDayHours(hoursOn(hours.understood, dayOf(now), calendar), locale)
  return html`<span class="now">${apart([unbroken(fill(words.today, { hours: today }))])}${openState(hours, options)}</span>`
}

/** Says which day it is, and why a holiday or make-up workday has other hours. */
function todayLine({ now, calendar, messages: words, locale }: SheetOptions): Html | null {
  if (!now) return null
  const day = dayOf(now)
  const name = calendar.get(day)?.name ?? ''
  const why = isHoliday(day, calendar)
    ? words.isHoliday
    : isMakeUpWorkday(day, calendar)
      ? words.isMakeUpWorkday
      : null
  return html`<p class="holds now">${formatDay(day, locale)}${why !== null && html` <strong>${fill(why, { name })}</strong>`}</p>`
}

import { type Html, html, trusted } from '@/core/html'
import { formatDate } from '@/core/instants'
import { qrPath } from '@/core/qr'
import { chinese, fill, page, type SheetOptions, variantLinks, variantPath } from './frame-document'
import { outagesSection } from './outages/document'
import { apart, categoryName, contactRow, hoursText, openState } from './rows-document'
import {
  MOST_CAPTAINS,
  MOST_FLEXIBLE_ROWS,
  MOST_GRID_MEMBERS,
  MOST_PROVIDERS,
  type SheetPerson,
  type SheetPlace,
  type SheetProvider,
  type SheetView,
} from './rules'

/** A paper sheet with so few rows beside its two places has room to spare; beyond the second number it gets tight. */
const ROOMY_ROWS = 4
const PLAIN_ROWS = 5
/** Beyond these the last two providers stay off the paper; the page they open by QR code has them. */
const MOST_ROWS = 7

/** A name too long for one line of the paper's heading. */
const LONG_NAME = 14

/** One board's contact sheet as a whole HTML document. */
export function renderSheet(view: SheetView, options: SheetOptions): string {
  const title = `${placeName(view)} ${options.messages.title}`
  return page(title, sheetArticle(view, options, 'h1'), options)
}

/** Many sheets as one document that prints each on a page of its own. */
export function renderSheets(views: readonly SheetView[], options: SheetOptions): string {
  const title = fill(options.messages.jobTitle, { count: views.length })
  const paper = { ...options, now: null }
  const body = html`<main><h1 class="job">${title}</h1>${views.map((view) => sheetArticle(view, paper, 'h2'))}</main>`
  return page(title, body, paper)
}

/** What a code that was revoked or never given shows; the answer's status is for the route to say. */
export function renderGone(options: SheetOptions): string {
  const { goneTitle, gone } = options.messages
  return page(
    goneTitle,
    html`<main class="sheet"><header class="head"><h1>${goneTitle}</h1><p class="board">${gone}</p></header><ul class="sos">${emergencyTile('12345', options.messages.hotline)}</ul></main>`,
    options,
  )
}

const placeName = ({ compound, building, stairwell }: SheetView): string =>
  [`${compound}${building}`, stairwell].filter(Boolean).join(' ')

function densityOf({ captains, gridMembers, providers }: SheetView): string {
  const persons = Math.max(1, captains.length) + Math.max(1, gridMembers.length)
  const rows = Math.ceil(persons / 2) + Math.ceil(providers.length / 2)
  if (rows <= ROOMY_ROWS) return 'roomy'
  if (rows <= PLAIN_ROWS) return 'plain'
  return rows > MOST_ROWS ? 'dense tight' : 'dense'
}

function sheetArticle(view: SheetView, options: SheetOptions, level: 'h1' | 'h2'): Html {
  const { messages: words } = options
  const path = `/b/${view.code}`
  const tag = trusted(level)
  const sub = trusted(level === 'h1' ? 'h2' : 'h3')
  const frame = trusted(level === 'h1' ? 'main' : 'article')
  const density = `${densityOf(view)}${placeName(view).length > LONG_NAME ? ' long' : ''}`
  const hoursLink = html`<a href="${variantPath(`${path}/hours`, options)}">${words.allHours}</a>`
  return html`<${frame} class="sheet ${density}">
<header class="head">
${qrFigure(view.address, words.scan)}
<p class="over">${chinese(`${view.street} ${view.community}`, options)}</p>
<${tag}><span class="place">${chinese(placeName(view), options)}</span> <span class="kind">${words.title}</span></${tag}>
<p class="holds">${apart([
    fill(words.holdsFrom, { day: formatDate(view.holdsFrom, options.locale) }),
    fill(words.version, { version: view.version }),
  ])}</p>
${level === 'h1' && html`<p class="links"><a class="ask" href="${variantPath(`${path}/report`, options)}">${words.report}</a> <a class="ask" href="${variantPath(`${path}/opinion`, options)}">${words.opinion}</a></p>`}${level === 'h1' && variantLinks(path, options, hoursLink)}
</header>
${level === 'h1' && options.now && outagesSection(options.outages ?? [], options, options.now)}<section><${sub} class="sos-title">${words.emergency}</${sub}><ul class="sos">
${emergencyTile('110', words.police)}${emergencyTile('119', words.fire)}${emergencyTile('120', words.ambulance)}${emergencyTile('12345', words.hotline)}</ul></section>
<section class="people"><${sub}>${words.contacts}</${sub}><ul class="rows">
${persons(view.captains.slice(0, MOST_CAPTAINS), words.captain, words.noCaptain, options)}${persons(view.gridMembers.slice(0, MOST_GRID_MEMBERS), words.gridMember, words.noGridMember, options)}${placeRow(view.communityOffice, words.communityOffice, words.noCommunityOffice, options)}${propertyRow(view.propertyPoint, options)}</ul></section>
<section class="providers"><${sub}>${words.providers}</${sub}>
${providerRows(view, options)}</section>
<section class="flexible"><${sub}>${words.flexibleHours}</${sub}>
${flexibleRows(view, options)}</section>
<footer class="foot">${fill(words.issuedBy, { street: view.street })}</footer>
</${frame}>
`
}

const emergencyTile = (number: string, name: string): Html =>
  html`<li><a href="tel:${number}"><span class="role">${name}</span> <b>${number}</b></a></li>
`

function persons(
  people: readonly SheetPerson[],
  role: string,
  missing: string,
  options: SheetOptions,
): Html | Html[] {
  if (people.length === 0) {
    return contactRow({ role, name: null, phone: null, instead: missing, state: null, details: [] }, options)
  }
  const instead = options.messages.numberWithheld
  return people.map(({ name, phone }) =>
    contactRow({ role, name, phone, instead, state: null, details: [] }, options),
  )
}

function placeRow(place: SheetPlace, role: string, instead: string, options: SheetOptions): Html {
  const { name, phone, hours, address } = place
  const where = address === null ? options.messages.addressMissing : chinese(address, options)
  const details = [hoursText(hours, options), ...walk(place.walkMinutes, options), where]
  const state = openState(hours, options)
  return contactRow({ role, name, phone, instead, state, details }, options)
}

function propertyRow(point: SheetPlace | null, options: SheetOptions): Html {
  const { propertyPoint: role, noPropertyPoint: instead, numberMissing } = options.messages
  return point
    ? placeRow(point, role, numberMissing, options)
    : contactRow({ role, name: null, phone: null, instead, state: null, details: [] }, options)
}

const walk = (minutes: number | null, { messages: words }: SheetOptions): string[] =>
  minutes === null ? [] : [fill(words.walk, { minutes })]

function providerRows(view: SheetView, options: SheetOptions): Html {
  const { messages: words } = options
  if (!view.isLocated) return html`<p class="none">${words.notLocated}</p>`
  if (view.providers.length === 0) return html`<p class="none">${words.noProviders}</p>`
  const rows = view.providers.slice(0, MOST_PROVIDERS).map((provider) => providerRow(provider, options))
  return html`<ul class="rows">
${rows}</ul>`
}

function providerRow(provider: SheetProvider, options: SheetOptions): Html {
  const { messages: words } = options
  const { category, name, phone, does, fee, hours } = provider
  const kind = html`<span class="category">${categoryName(category, options)}</span> <span class="${fee}">${words[fee]}</span>`
  const details = [
    hoursText(hours, options),
    ...walk(provider.walkMinutes, options),
    ...(does === null ? [] : [chinese(does, options)]),
  ]
  const state = openState(hours, options)
  return contactRow({ role: kind, name, phone, instead: words.numberWithheld, state, details }, options)
}

function flexibleRows(view: SheetView, options: SheetOptions): Html {
  if (view.flexibleHours.length === 0) return html`<p class="none">${options.messages.noFlexibleHours}</p>`
  const rows = view.flexibleHours.slice(0, MOST_FLEXIBLE_ROWS).map(
    ({ title, place, hours }) => html`<tr><th scope="row">${chinese(title, options)}${
      place !== null && html` <small>${chinese(place, options)}</small>`
    }</th><td>${openState(hours, options)}${apart([hoursText(hours, options)])}</td></tr>
`,
  )
  return html`<table><tbody>
${rows}</tbody></table>`
}

/** The sheet's own address as a QR code; the page around it is its quiet zone. */
function qrFigure(address: string, caption: string): Html {
  const { path, size } = qrPath(address)
  return html`<figure class="qr"><svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label="${address}"><path d="${path}"/></svg><figcaption>${caption}</figcaption></figure>`
}

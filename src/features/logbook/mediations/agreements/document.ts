import { type Html, html } from '@/core/html'
import { type Day, dayOf, formatDate, type Locale } from '@/core/instants'
import type messages from '@/messages/zh-CN/mediations.json'
import { paperPage } from '@/server/paper'
import { pathOf } from '../rules'

type Words = (typeof messages)['document']

export type AgreementView = {
  number: string
  street: string
  community: string
  place: string
  matter: string
  edition: number
  words: string
  mediator: string
  drawnUpOn: Day
  parties: readonly {
    name: string
    door: string | null
    signedAt: Date | null
    strokes: readonly (readonly number[])[] | null
  }[]
}

const signatureOf = (
  { signedAt, strokes, name }: AgreementView['parties'][number],
  words: Words,
): Html | string =>
  strokes
    ? html`<svg class="signature" viewBox="0 0 1000 400" role="img" aria-label="${words.signedBy} ${name}"><path d="${pathOf(strokes)}"/></svg>`
    : signedAt
      ? words.onPaper
      : ''

/** The agreement (人民调解协议书), with what was signed on the screen and room for what is signed on paper. */
export function renderAgreement(
  view: AgreementView,
  { locale, words }: { locale: Locale; words: Words },
): string {
  return paperPage(
    words.title,
    html`<p>${view.number} · ${words.edition} ${view.edition}</p>
<p>${view.street} ${view.community} · ${view.place}</p>
<h2>${words.matter}</h2>
<p class="words">${view.matter}</p>
<h2>${words.agreed}</h2>
<p class="words">${view.words}</p>
<table>
<thead><tr><th scope="col">${words.party}</th><th scope="col">${words.door}</th><th scope="col">${words.signature}</th><th scope="col">${words.date}</th></tr></thead>
<tbody>
${view.parties.map(
  (party) =>
    html`<tr><th scope="row">${party.name}</th><td>${party.door}</td><td class="sign-here">${signatureOf(party, words)}</td><td>${party.signedAt && formatDate(dayOf(party.signedAt), locale)}</td></tr>
`,
)}
</tbody>
</table>
<p class="sign">${words.mediator} ${view.mediator} <span></span></p>
<p class="issued">${formatDate(view.drawnUpOn, locale)}</p>`,
    locale,
  )
}

import { type Html, html } from '@/core/html'
import { type Day, formatDate, formatDay, type Locale } from '@/core/instants'
import type messages from '@/messages/zh-CN/elections.json'
import { paperPage } from '@/server/paper'

type Words = (typeof messages)['document']

export type ElectionView = {
  street: string
  community: string
  officePhone: string | null
  name: string
  kind: 'vote' | 'appointment'
  termYears: number
  turnoutPercent: number
  winnerPercent: number
  publicityDays: number
  entitled: number | null
  votingFrom: Day | null
  votingTo: Day | null
  cast: number | null
  valid: number | null
  invalid: number | null
  forNobody: number | null
  countedBy: string | null
  publicFrom: Day | null
  publicTo: Day | null
  winner: string | null
  nominees: readonly {
    name: string
    residents: number | null
    organisation: string | null
    votes: number | null
  }[]
}

type Options = { locale: Locale; words: Words }

const fill = (message: string, values: Record<string, string | number>): string =>
  message.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

/** By whom somebody was recommended, in words. */
export function recommendation(
  { residents, organisation }: { residents: number | null; organisation: string | null },
  words: Pick<Words, 'byResidents'>,
): string {
  return [organisation, residents === null ? null : fill(words.byResidents, { count: residents })]
    .filter((part) => part !== null)
    .join(' · ')
}

const row = (term: string, value: string | number | null): Html | null =>
  value === null ? null : html`<tr><th scope="row">${term}</th><td>${value}</td></tr>`

/** The public notice (公示): who is to look after which buildings, how the choice was made, and how to object. */
export function renderNotice(view: ElectionView, { locale, words }: Options): string {
  const winner = view.nominees.find(({ name }) => name === view.winner)
  const { publicFrom, publicTo, cast, entitled } = view
  const votes =
    view.kind === 'vote' && cast !== null && entitled !== null
      ? fill(words.voteResult, { entitled, cast, votes: winner?.votes ?? 0 })
      : null
  return paperPage(
    words.noticeTitle,
    html`<p>${fill(view.kind === 'vote' ? words.noticeByVote : words.noticeByCommunity, {
      community: view.community,
      buildings: view.name,
    })}</p>
<table>
${row(words.candidate, view.winner)}
${row(words.buildings, view.name)}
${row(words.recommendedBy, winner ? recommendation(winner, words) : null)}
${row(words.result, votes)}
${row(words.term, fill(words.years, { years: view.termYears }))}
</table>
${
  publicFrom &&
  publicTo &&
  html`<p>${fill(words.period, {
    from: formatDay(publicFrom, locale),
    to: formatDay(publicTo, locale),
    days: view.publicityDays,
  })}</p>`
}
<p>${fill(view.officePhone ? words.objectByPhone : words.objectInPerson, {
      community: view.community,
      phone: view.officePhone ?? '',
    })}</p>
<p class="issued">${view.street} ${view.community}${publicFrom && html`<br>${formatDate(publicFrom, locale)}`}</p>`,
    locale,
  )
}

/** The count sheet (计票单); before the count it is printed with empty places. */
export function renderCountSheet(view: ElectionView, { locale, words }: Options): string {
  const { votingFrom, votingTo } = view
  const number = (term: string, value: number | null) =>
    html`<tr><th scope="row">${term}</th><td class="number">${value}</td></tr>`
  return paperPage(
    words.countTitle,
    html`<p>${view.street} ${view.community} · ${view.name}</p>
${
  votingFrom &&
  votingTo &&
  html`<p>${fill(words.votedFromTo, {
    from: formatDate(votingFrom, locale),
    to: formatDate(votingTo, locale),
  })}</p>`
}
<p>${fill(words.quorum, { turnout: view.turnoutPercent, winner: view.winnerPercent })}</p>
<table>
${number(words.entitled, view.entitled)}
${number(words.cast, view.cast)}
${number(words.valid, view.valid)}
${number(words.invalid, view.invalid)}
</table>
<table>
<thead><tr><th scope="col">${words.candidate}</th><th scope="col">${words.recommendedBy}</th><th scope="col">${words.votes}</th></tr></thead>
<tbody>
${view.nominees.map(
  (nominee) =>
    html`<tr><th scope="row">${nominee.name}</th><td>${recommendation(nominee, words)}</td><td class="number">${nominee.votes}</td></tr>
`,
)}
<tr><th scope="row">${words.forNobody}</th><td></td><td class="number">${view.forNobody}</td></tr>
</tbody>
</table>
${view.countedBy && html`<p>${words.countedBy} ${view.countedBy}</p>`}
<p class="sign">${words.counter} <span></span> ${words.overseer} <span></span></p>`,
    locale,
  )
}

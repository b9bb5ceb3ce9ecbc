import { createHash } from 'node:crypto'
import { type Html, html, trusted } from '@/core/html'
import { type Day, formatDate, formatDay, type Locale } from '@/core/instants'
import type messages from '@/messages/zh-CN/elections.json'

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

/** For paper: one A4 page, black on white, lines to sign on. */
const STYLESHEET = `
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#111;font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;font-size:1.0625rem;line-height:1.7}
main{max-width:48rem;margin:0 auto;padding:2rem 1.25rem}
h1{font-size:1.75rem;line-height:1.3;text-align:center;margin:0 0 1.5rem}
p{margin:0 0 .75rem;overflow-wrap:break-word}
table{width:100%;border-collapse:collapse;margin:0 0 1.25rem}
th,td{border:1px solid #444;padding:.375rem .625rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
td.number{text-align:right;min-width:5rem}
.sign{margin-top:2rem}
.sign span{display:inline-block;min-width:12rem;border-bottom:1px solid #444;margin-right:1.5rem}
.issued{text-align:right;margin-top:2rem}
@media print{@page{size:A4;margin:20mm}main{padding:0;max-width:none}body{font-size:13pt}h1{font-size:20pt}}
`.replaceAll('\n', '')

/** The policy under which these documents are sent: one style and nothing else. */
export const DOCUMENT_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLESHEET).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const fill = (message: string, values: Record<string, string | number>): string =>
  message.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

function page(title: string, body: Html, locale: Locale): string {
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
${trusted(`<style>${STYLESHEET}</style>`)}
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.text
}

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
  return page(
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
  return page(
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

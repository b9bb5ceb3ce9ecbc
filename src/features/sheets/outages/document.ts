import { type Html, html } from '@/core/html'
import { formatInstant } from '@/core/instants'
import type { OutageShown } from '@/features/requests/outages/queries'
import { chinese, fill, type SheetOptions } from '../frame-document'

/** What is out or will be out here: on the screen only, since paper would hang on long after it is over. */
export function outagesSection(
  outages: readonly OutageShown[],
  options: SheetOptions,
  now: Date,
): Html | null {
  if (outages.length === 0) return null
  const { outages: words } = options.messages
  return html`<section class="outages" aria-label="${words.title}">
${outages.map((outage) => outageNotice(outage, options, now))}</section>
`
}

function outageNotice(outage: OutageShown, options: SheetOptions, now: Date): Html {
  const { locale, messages } = options
  const { outages: words } = messages
  const isEnglish = locale === 'en'
  const title = isEnglish && outage.titleEn ? outage.titleEn : chinese(outage.title, options)
  const said = isEnglish && outage.wordsEn ? outage.wordsEn : chinese(outage.words, options)
  const kind = words.kinds[outage.kind as keyof typeof words.kinds] ?? words.kinds.other
  const from = formatInstant(outage.startsAt, locale)
  const times = outage.endsAt
    ? fill(words.fromTo, { from, to: formatInstant(outage.endsAt, locale) })
    : fill(words.from, { from })
  return html`<div class="outage"><h2><span class="kind-of">${kind}</span> ${title}</h2><p>${
    outage.startsAt > now ? words.coming : words.now
  } · ${times}</p><p>${said}</p></div>
`
}

import { type Html, html } from '@/core/html'
import { dayOf, formatDate, type Locale } from '@/core/instants'
import type menusMessages from '@/messages/zh-CN/menus.json'
import { paperPage } from '@/server/paper'
import { MENU_CATEGORIES, type MenuCategory, type PriceUnit } from '../schema'
import type { MenuCompound, ShownItem, ShownMenu } from '../shown/queries'

export type MenuWords = typeof menusMessages

/** Puts values into a message's places. */
const filled = (template: string, values: Record<string, string | number>): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

/** The menus of a compound as a sheet for its notice boards, in one language. */
export function renderMenuSheet(
  { compound, menus }: { compound: MenuCompound; menus: readonly ShownMenu[] },
  words: MenuWords,
  locale: Locale,
): string {
  const { officePhone } = compound.community
  const body = html`${menus.map((menu) => menuPart(menu, words, locale))}
<p>${officePhone && filled(words.sheetFoot, { phone: officePhone })}</p>`
  return paperPage(filled(words.publicTitle, { compound: compound.name }), body, locale)
}

const OF = { compound: 'ofCompound', zone: 'ofZone', street: 'ofStreet' } as const

function menuPart(menu: ShownMenu, words: MenuWords, locale: Locale): Html {
  const version = filled(words.sheetVersion, {
    number: menu.number,
    day: formatDate(dayOf(menu.publishedAt), locale),
  })
  const name = locale === 'en' ? (menu.nameEn ?? menu.name) : menu.name
  const rows = MENU_CATEGORIES.flatMap((category) => menu.items.filter((item) => item.category === category))
  const { fields } = words
  return html`<h2>${words[OF[menu.of]]} · ${name}</h2><p>${version}</p>
<table><thead><tr><th>${fields.category}</th><th>${fields.item}</th><th>${fields.stars}</th><th>${fields.price}</th><th>${fields.reach}</th><th>${fields.response}</th></tr></thead><tbody>
${rows.map((item) => itemRow(item, words, locale))}
</tbody></table>`
}

function itemRow(item: ShownItem, words: MenuWords, locale: Locale): Html {
  const isEnglish = locale === 'en'
  const standards = isEnglish && item.standardsEn.length > 0 ? item.standardsEn : item.standards
  const often = isEnglish ? (item.frequencyEn ?? item.frequency) : item.frequency
  const price =
    item.priceFen === null
      ? words.fees[item.fee]
      : filled(words.price, {
          price: `¥${(item.priceFen / 100).toFixed(2)}`,
          unit: words.priceUnits[item.priceUnit as PriceUnit],
        })
  const response =
    item.reach === 'on_demand'
      ? filled(words.response, {
          amount: item.responseAmount,
          unit: words.responseUnits[item.responseUnit],
        })
      : often
  return html`<tr><td>${words.categories[item.category as MenuCategory]}</td><td>${isEnglish ? (item.nameEn ?? item.name) : item.name}${standards.length > 0 && html`<ul>${standards.map((line) => html`<li>${line}</li>`)}</ul>`}</td><td>${'★'.repeat(item.stars)}</td><td>${price}</td><td>${words.reaches[item.reach]}</td><td>${response}</td></tr>
`
}

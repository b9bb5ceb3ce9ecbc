import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { id } from '@/core/fields'
import { dialLink } from '@/core/phone'
import { MENU_CATEGORIES, type MenuCategory, type PriceUnit } from '@/features/menus/schema'
import { menusShown, type ShownItem, type ShownMenu } from '@/features/menus/shown/queries'
import { db } from '@/server/db'
import { LinkButton } from '@/ui/link-button'
import { PageTitle } from '@/ui/page-title'
import { TextLink } from '@/ui/text-link'

const OF = { compound: 'ofCompound', zone: 'ofZone', street: 'ofStreet' } as const

/** What a compound's residents can have, their own compound's menu first. */
export default async function PublicMenuPage({ params }: { params: Promise<{ id: string }> }) {
  const key = id().safeParse((await params).id)
  const shown = key.success ? await menusShown(db(), key.data) : null
  if (!shown) notFound()
  const { compound, menus } = shown
  const t = await getTranslations('menus')
  const { officePhone } = compound.community
  const title = t('publicTitle', { compound: compound.name })
  return (
    <div className="flex flex-col gap-5">
      <header className="flex flex-col gap-1">
        <p className="text-sm text-ink-faint">{compound.community.name}</p>
        <PageTitle>{title}</PageTitle>
        <h1 className="text-2xl font-semibold">{title}</h1>
        <p className="text-ink-soft">{menus.length > 0 ? t('publicLead') : t('publicEmpty')}</p>
        {menus.length === 0 && <p className="text-ink-soft">{t('publicEmptyWhy')}</p>}
      </header>
      {menus.map((menu) => (
        <Menu key={menu.id} menu={menu} compoundId={compound.id} />
      ))}
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        {officePhone && (
          <a
            href={dialLink(officePhone)}
            className="inline-flex min-h-control items-center text-lg font-semibold text-link tabular-nums"
          >
            {t('callOffice', { phone: officePhone })}
          </a>
        )}
        {menus.length > 0 && (
          <span className="inline-flex min-h-control items-center">
            <a href={`/menus/${compound.id}/sheet`} className="text-link">
              {t('sheetLink')}
            </a>
          </span>
        )}
        <span className="inline-flex min-h-control items-center">
          <TextLink href={`/compounds/${compound.id}`}>{t('back')}</TextLink>
        </span>
      </p>
    </div>
  )
}

async function Menu({ menu, compoundId }: { menu: ShownMenu; compoundId: string }) {
  const [t, locale] = await Promise.all([getTranslations('menus'), getLocale()])
  const name = locale === 'en' ? (menu.nameEn ?? menu.name) : menu.name
  return (
    <section className="flex flex-col gap-3" aria-label={`${t(OF[menu.of])} ${name}`}>
      <h2 className="text-xl font-semibold">
        {t(OF[menu.of])} · {name}
      </h2>
      {MENU_CATEGORIES.map((category) => {
        const items = menu.items.filter((item) => item.category === category)
        if (items.length === 0) return null
        return (
          <div key={category} className="flex flex-col gap-2">
            <h3 className="text-lg font-semibold text-ink-soft">
              {t(`categories.${category as MenuCategory}`)}
            </h3>
            <ul className="flex flex-col gap-3">
              {items.map((item) => (
                <Item key={item.id} item={item} compoundId={compoundId} />
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

async function Item({ item, compoundId }: { item: ShownItem; compoundId: string }) {
  const [t, format, locale] = await Promise.all([getTranslations('menus'), getFormatter(), getLocale()])
  const isEnglish = locale === 'en'
  const name = isEnglish ? (item.nameEn ?? item.name) : item.name
  const words = isEnglish ? (item.wordsEn ?? item.words) : item.words
  const often = isEnglish ? (item.frequencyEn ?? item.frequency) : item.frequency
  const standards = isEnglish && item.standardsEn.length > 0 ? item.standardsEn : item.standards
  return (
    <li className="flex flex-col gap-1.5 rounded-lg border border-line bg-surface px-4 py-3">
      <h4 className="flex flex-wrap items-baseline justify-between gap-x-3 text-lg font-semibold">
        {name}
        <span className="text-base tabular-nums">
          {item.priceFen === null
            ? t(`fees.${item.fee}`)
            : t('price', {
                price: format.number(item.priceFen / 100, { style: 'currency', currency: 'CNY' }),
                unit: t(`priceUnits.${item.priceUnit as PriceUnit}`),
              })}
        </span>
      </h4>
      <p className="text-sm text-ink-soft">
        {[
          t('stars', { count: item.stars }),
          t(`reaches.${item.reach}`),
          often,
          item.reach === 'on_demand' &&
            t('response', { amount: item.responseAmount, unit: t(`responseUnits.${item.responseUnit}`) }),
          item.resource?.name,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {words && <p className="whitespace-pre-line">{words}</p>}
      {standards.length > 0 && (
        <ul className="list-disc ps-5 text-sm text-ink-soft">
          {standards.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {item.reach === 'on_demand' && (
        <p>
          <LinkButton href={`/menus/${compoundId}/items/${item.id}`} kind="primary">
            {t('order')}
          </LinkButton>
        </p>
      )}
    </li>
  )
}

import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Badge } from '@/ui/badge'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import type { PageQuery } from '@/ui/page-address'
import type { ItemRow } from '../../menus/queries'
import type { MenuCategory, PriceUnit } from '../../schema'

/** A version's items as the office reads them. */
export async function ItemTable({
  caption,
  items,
  path,
  query,
}: {
  caption: string
  items: readonly ItemRow[]
  path: string
  query: PageQuery
}) {
  const [t, format, locale] = await Promise.all([getTranslations('menus'), getFormatter(), getLocale()])
  const columns: Column<ItemRow>[] = [
    {
      key: 'name',
      header: t('fields.item'),
      names: true,
      cell: ({ name, nameEn }) => (locale === 'en' ? (nameEn ?? name) : name),
    },
    {
      key: 'category',
      header: t('fields.category'),
      cell: ({ category }) => t(`categories.${category as MenuCategory}`),
    },
    { key: 'stars', header: t('fields.stars'), cell: ({ stars }) => t('stars', { count: stars }) },
    {
      key: 'fee',
      header: t('fields.price'),
      cell: ({ fee, priceFen, priceUnit }) =>
        priceFen === null ? (
          t(`fees.${fee}`)
        ) : (
          <span className="tabular-nums">
            {t('price', {
              price: format.number(priceFen / 100, { style: 'currency', currency: 'CNY' }),
              unit: t(`priceUnits.${priceUnit as PriceUnit}`),
            })}
          </span>
        ),
    },
    {
      key: 'reach',
      header: t('fields.reach'),
      cell: ({ reach }) => <Badge>{t(`reaches.${reach}`)}</Badge>,
    },
    {
      key: 'response',
      header: t('fields.response'),
      cell: ({ responseAmount, responseUnit }) =>
        t('response', { amount: responseAmount, unit: t(`responseUnits.${responseUnit}`) }),
    },
    {
      key: 'resource',
      header: t('fields.resource'),
      cell: ({ resource }) => resource?.name ?? '—',
    },
    {
      key: 'demands',
      header: t('fields.demandIds'),
      cell: ({ service }) => service.demands.map(({ demand }) => demand.title).join('、') || '—',
    },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/office/menu-items/${id}`}
      path={path}
      query={query}
      empty={<EmptyState title={t('noVersion')} why={t('emptyWhy')} />}
    />
  )
}

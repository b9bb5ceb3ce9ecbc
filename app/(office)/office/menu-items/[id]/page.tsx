import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { figuresOf, findItem } from '@/features/menus/items/queries'
import { itemKey } from '@/features/menus/items/schema'
import { mayWriteMenus } from '@/features/menus/policy'
import type { MenuCategory, PriceUnit } from '@/features/menus/schema'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

/** An item as it stands on one version, who asked for it, and what became of it. */
export default async function MenuItemPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('menus.read')
  const key = itemKey.safeParse(await params)
  const item = key.success ? await findItem(act, key.data.id) : null
  if (!item) notFound()
  const [t, format, locale, timeline, happenings, figures] = await Promise.all([
    getTranslations('menus'),
    getFormatter(),
    getLocale(),
    getTranslations('timeline'),
    timelineOf(act, 'menu-item', item.id),
    holds(act.principal, 'orders.read') ? figuresOf(act, item.serviceId) : null,
  ])
  const { menuVersion, resource, requestCategory } = item
  const { menu, number, state } = menuVersion
  const writes = holds(act.principal, 'menus.write') && mayWriteMenus(act.principal, 'menus.write')
  const demands = item.service.demands.map(({ demand }) => demand)
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={item.name}
        crumbs={[
          { label: t('title'), href: '/office/menus' },
          { label: menu.name, href: `/office/menus/${menu.id}` },
          { label: item.name },
        ]}
        lead={
          <span className="flex flex-wrap gap-2">
            <Badge tone={state === 'published' ? 'good' : 'note'}>{t(`states.${state}`)}</Badge>
            <Badge>{t('stars', { count: item.stars })}</Badge>
            <Badge>{t(`fees.${item.fee}`)}</Badge>
            <Badge>{t(`reaches.${item.reach}`)}</Badge>
          </span>
        }
        actions={
          writes &&
          state === 'draft' && (
            <>
              <LinkButton href={`/office/menu-items/${item.id}/edit`} kind="primary">
                {t('editItem')}
              </LinkButton>
              <ActionButton
                trigger={t('removeItem')}
                title={t('removeItem')}
                why={t('removeItemWhy')}
                confirm={t('removeItem')}
                danger
                action={`/api/v1/menu-items/${item.id}/removal`}
                body={{ version: item.version }}
                doneHref={`/office/menus/${menu.id}`}
              />
            </>
          )
        }
      />
      <Panel>
        {state !== 'draft' && <p className="text-ink-soft">{t('readOnly', { number })}</p>}
        <DescriptionList
          emptyLabel="—"
          items={[
            { term: t('fields.category'), value: t(`categories.${item.category as MenuCategory}`) },
            {
              term: t('fields.price'),
              value:
                item.priceFen === null
                  ? t(`fees.${item.fee}`)
                  : t('price', {
                      price: format.number(item.priceFen / 100, { style: 'currency', currency: 'CNY' }),
                      unit: t(`priceUnits.${item.priceUnit as PriceUnit}`),
                    }),
            },
            { term: t('fields.frequency'), value: item.frequency },
            {
              term: t('fields.response'),
              value: t('response', {
                amount: item.responseAmount,
                unit: t(`responseUnits.${item.responseUnit}`),
              }),
            },
            {
              term: t('fields.resource'),
              value:
                resource && holds(act.principal, 'resources.read') ? (
                  <TextLink href={`/office/resources/${resource.id}`}>{resource.name}</TextLink>
                ) : (
                  resource?.name
                ),
            },
            {
              term: t('fields.requestCategoryId'),
              value: locale === 'en' ? requestCategory.nameEn : requestCategory.name,
            },
            { term: t('fields.nameEn'), value: item.nameEn },
            { term: t('fields.words'), value: item.words, wide: true },
            { term: t('fields.wordsEn'), value: item.wordsEn, wide: true },
            {
              term: t('fields.standards'),
              value: item.standards.length > 0 && <Lines lines={item.standards} />,
              wide: true,
            },
            {
              term: t('fields.standardsEn'),
              value: item.standardsEn.length > 0 && <Lines lines={item.standardsEn} />,
              wide: true,
            },
          ]}
        />
      </Panel>
      <Panel title={t('threadDemands')}>
        {demands.length === 0 ? (
          <p className="text-ink-soft">{t('noDemands')}</p>
        ) : (
          <ul className="flex flex-col">
            {demands.map(({ id, title, households }) => (
              <li key={id} className="flex min-h-control flex-wrap items-center gap-x-3">
                {holds(act.principal, 'demands.read') ? (
                  <TextLink href={`/office/demands/${id}`}>{title}</TextLink>
                ) : (
                  title
                )}
                <span className="text-sm text-ink-soft">{t('demandHouseholds', { count: households })}</span>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      {figures && (
        <Panel title={t('threadOrders')}>
          <p>
            <TextLink href={`/office/orders?service=${item.serviceId}`}>
              {t('orderedTimes', { orders: figures.orders, done: figures.done })}
            </TextLink>
          </p>
          <p>
            {figures.stars === null
              ? t('noRating')
              : t('rating', {
                  stars: format.number(figures.stars, { maximumFractionDigits: 1 }),
                  count: figures.ratings,
                })}
          </p>
        </Panel>
      )}
      <Panel title={timeline('title')}>
        <RecordTimeline happenings={happenings} namespace="menus" />
      </Panel>
    </div>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="list-disc ps-5">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)

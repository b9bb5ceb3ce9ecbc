import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { id } from '@/core/fields'
import { menusShown, orderableItem } from '@/features/menus/shown/queries'
import { slotsAhead } from '@/features/menus/slots/queries'
import { compoundOptions } from '@/features/places/compounds/queries'
import { pageAct } from '@/server/page'
import { EmptyState } from '@/ui/empty-state'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'
import { OrderDesk } from '../../../../_orders/order-desk'

const PATH = '/office/orders/new'

/** An order in somebody's stead, in three steps of which each is an address: the compound, the service, the time and the person. */
export default async function NewOrderPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('orders.write')
  const query = await searchParams
  const [t, locale, compounds] = await Promise.all([
    getTranslations('orders'),
    getLocale(),
    compoundOptions(act, 'orders.write'),
  ])
  const chosen = compounds.find(({ value }) => value === query.compound)
  if (query.compound && !chosen) notFound()
  const shown = chosen ? await menusShown(act.tx, chosen.value) : null
  const items = (shown?.menus ?? [])
    .flatMap(({ items: all }) => all)
    .filter(({ reach }) => reach === 'on_demand')
  const wanted = id().safeParse(query.item)
  const found = chosen && wanted.success ? await orderableItem(act.tx, chosen.value, wanted.data) : null
  if (query.item && !found) notFound()
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('add')}
        lead={t('addWhy')}
        crumbs={[
          { label: t('title'), href: '/office/orders' },
          { label: t('add'), ...(chosen ? { href: PATH } : {}) },
          ...(chosen ? [{ label: chosen.label }] : []),
        ]}
      />
      {!chosen && (
        <Panel title={t('chooseCompound')}>
          <ul className="grid grid-cols-1 gap-x-4 sm:grid-cols-3">
            {compounds.map(({ value, label }) => (
              <li key={value} className="flex min-h-control items-center">
                <TextLink href={`${PATH}?compound=${value}`}>{label}</TextLink>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {chosen && !found && (
        <Panel title={t('chooseItem')}>
          {items.length === 0 ? (
            <EmptyState title={t('nothingToOrder')} why={t('emptyWhy')} />
          ) : (
            <ul className="flex flex-col">
              {items.map(({ id: itemId, name, nameEn }) => (
                <li key={itemId} className="flex min-h-control items-center">
                  <TextLink href={`${PATH}?compound=${chosen.value}&item=${itemId}`}>
                    {locale === 'en' ? (nameEn ?? name) : name}
                  </TextLink>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      )}
      {chosen && found && (
        <Panel title={found.item.name}>
          <OrderDesk
            compound={found.compound}
            item={found.item}
            slots={found.item.resource ? await slotsAhead(act.tx, found.item.resource, act.now) : []}
            day={typeof query.day === 'string' ? query.day : undefined}
            path={`${PATH}?compound=${chosen.value}&item=${found.item.id}`}
            action="/api/v1/orders"
            doneHref="/office/orders/{id}"
          />
        </Panel>
      )}
    </div>
  )
}

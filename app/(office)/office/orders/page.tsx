import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { listOrders, type OrderRow } from '@/features/menus/orders/queries'
import { ORDER_STATES, orderFilter, PAID } from '@/features/menus/orders/schema'
import { compoundOptions } from '@/features/places/compounds/queries'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'
import { PrintButton } from '@/ui/print-button'

const PATH = '/office/orders'

/** What residents ordered, the newest first. */
export default async function OrdersPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('orders.read')
  const query = await searchParams
  const filter = filterFrom(orderFilter, query)
  const [t, requests, format, locale, page, compounds] = await Promise.all([
    getTranslations('orders'),
    getTranslations('requests'),
    getFormatter(),
    getLocale(),
    listOrders(act, filter),
    compoundOptions(act, 'orders.read'),
  ])
  const yuan = (fen: number) => format.number(fen / 100, { style: 'currency', currency: 'CNY' })
  const columns: Column<OrderRow>[] = [
    { key: 'number', header: t('fields.number'), names: true, cell: ({ request }) => request.number },
    {
      key: 'item',
      header: t('fields.item'),
      cell: ({ menuItem: { name, nameEn } }) => (locale === 'en' ? (nameEn ?? name) : name),
    },
    {
      key: 'place',
      header: t('fields.place'),
      cell: ({ request }) => [request.compound.name, request.building?.name].filter(Boolean).join(' '),
    },
    { key: 'person', header: t('fields.person'), cell: ({ person }) => person ?? '—' },
    {
      key: 'startsAt',
      header: t('fields.startsAt'),
      cell: ({ startsAt }) => (startsAt ? format.dateTime(startsAt, 'moment') : t('byArrangement')),
    },
    {
      key: 'amount',
      header: t('fields.amount'),
      numeric: true,
      cell: ({ amountFen }) => (amountFen === 0 ? t('free') : yuan(amountFen)),
    },
    {
      key: 'paid',
      header: t('fields.paid'),
      cell: ({ amountFen, paidFen, cancelledAt }) =>
        amountFen === 0 || cancelledAt ? (
          '—'
        ) : (
          <Badge tone={paidFen < amountFen ? 'warn' : 'good'}>
            {t(paidFen < amountFen ? 'paids.due' : 'paids.paid')}
          </Badge>
        ),
    },
    {
      key: 'state',
      header: t('fields.state'),
      cell: ({ request, cancelledAt }) =>
        cancelledAt ? t('cancelled') : requests(`states.${request.state}`),
    },
    {
      key: 'createdAt',
      header: t('fields.createdAt'),
      optional: 'off',
      cell: ({ createdAt }) => format.dateTime(createdAt, 'moment'),
    },
  ]
  const { cursor: _cursor, columns: _columns, ...exported } = filter
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      path={PATH}
      query={query}
      page={page}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${PATH}/${id}`}
      sort={{ by: 'createdAt', direction: 'desc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'state',
          label: t('fields.state'),
          all: t('allStates'),
          options: ORDER_STATES.map((value) => ({ value, label: t(`listStates.${value}`) })),
        },
        {
          name: 'paid',
          label: t('fields.paid'),
          all: t('allPaid'),
          options: PAID.map((value) => ({ value, label: t(`paids.${value}`) })),
        },
        { name: 'compound', label: t('fields.compound'), all: t('allCompounds'), options: compounds },
      ]}
      actions={
        holds(act.principal, 'orders.write') && (
          <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
            {t('add')}
          </LinkButton>
        )
      }
      tools={
        <>
          <PrintButton label={t('print')} size="small" />
          {holds(act.principal, 'registers.export') && (
            <ExportButton
              label={t('export')}
              failed={t('exportFailed')}
              action="/api/v1/orders/export"
              body={exported}
            />
          )}
        </>
      }
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} />}
    />
  )
}

import { getFormatter, getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import {
  type ClosingRow,
  type DaySum,
  daySums,
  listClosings,
  listPayments,
  type PaymentRow,
} from '@/features/menus/payments/queries'
import { paymentFilter } from '@/features/menus/payments/schema'
import { communityOptions } from '@/features/places/communities/queries'
import { mayWriteIn } from '@/features/places/policy'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { dateOf, dayFrom } from '@/server/term'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'
import { Panel } from '@/ui/panel'
import { PrintButton } from '@/ui/print-button'

const PATH = '/office/payments'

/** A day's payments with what each community took, its closing, and the closing lists before. */
export default async function PaymentsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('payments.read')
  const query = await searchParams
  const filter = filterFrom(paymentFilter, query)
  const day = filter.day ?? dayOf(act.now)
  const [t, orders, format, page, sums, closings, communities] = await Promise.all([
    getTranslations('payments'),
    getTranslations('orders'),
    getFormatter(),
    listPayments(act, filter),
    daySums(act, filter),
    listClosings(act, filter.community),
    communityOptions(act, 'payments.read'),
  ])
  const yuan = (fen: number) => format.number(fen / 100, { style: 'currency', currency: 'CNY' })
  const onDay = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeZone: 'UTC' })
  const isClosed = (communityId: string) =>
    closings.some((one) => one.communityId === communityId && dayFrom(one.day) >= day)
  const mayClose = (communityId: string) =>
    holds(act.principal, 'payments.write') && mayWriteIn(act.principal, 'payments.write', communityId)
  const sumColumns: Column<DaySum>[] = [
    { key: 'community', header: t('fields.community'), names: true, cell: ({ community }) => community },
    { key: 'entries', header: t('fields.entries'), numeric: true, cell: ({ entries }) => entries },
    { key: 'cash', header: t('fields.cash'), numeric: true, cell: ({ cashFen }) => yuan(cashFen) },
    {
      key: 'transfer',
      header: t('fields.transfer'),
      numeric: true,
      cell: ({ transferFen }) => yuan(transferFen),
    },
    {
      key: 'total',
      header: t('fields.total'),
      numeric: true,
      cell: ({ cashFen, transferFen }) => yuan(cashFen + transferFen),
    },
    {
      key: 'close',
      header: t('close'),
      cell: ({ communityId, community, entries, cashFen, transferFen }) =>
        isClosed(communityId) ? (
          <Badge tone="good">{t('closedAlready')}</Badge>
        ) : mayClose(communityId) && day <= dayOf(act.now) ? (
          <ActionButton
            trigger={t('close')}
            title={t('close')}
            why={t('closeWhy', {
              community,
              day: onDay(dateOf(day)),
              entries,
              cash: yuan(cashFen),
              transfer: yuan(transferFen),
            })}
            confirm={t('close')}
            action="/api/v1/payment-closings"
            body={{ communityId, day }}
          />
        ) : (
          '—'
        ),
    },
  ]
  const columns: Column<PaymentRow>[] = [
    {
      key: 'number',
      header: t('fields.number'),
      names: true,
      cell: ({ order }) => order.request.number,
    },
    { key: 'item', header: t('fields.item'), cell: ({ order }) => order.menuItem.name },
    {
      key: 'place',
      header: t('fields.place'),
      cell: ({ order: { request } }) =>
        [request.compound.name, request.building?.name].filter(Boolean).join(' '),
    },
    { key: 'way', header: t('fields.way'), cell: ({ way }) => orders(`ways.${way as 'cash'}`) },
    { key: 'amount', header: t('fields.amount'), numeric: true, cell: ({ amountFen }) => yuan(amountFen) },
    {
      key: 'receiptNumber',
      header: t('fields.receiptNumber'),
      cell: ({ receiptNumber }) => receiptNumber ?? '—',
    },
    { key: 'taker', header: t('fields.taker'), cell: ({ taker }) => taker },
  ]
  const closingColumns: Column<ClosingRow>[] = [
    { key: 'day', header: t('fields.day'), names: true, cell: ({ day: closed }) => onDay(closed) },
    { key: 'community', header: t('fields.community'), cell: ({ community }) => community.name },
    { key: 'entries', header: t('fields.entries'), numeric: true, cell: ({ entries }) => entries },
    { key: 'cash', header: t('fields.cash'), numeric: true, cell: ({ cashFen }) => yuan(cashFen) },
    {
      key: 'transfer',
      header: t('fields.transfer'),
      numeric: true,
      cell: ({ transferFen }) => yuan(transferFen),
    },
    { key: 'closer', header: t('fields.closer'), cell: ({ closer }) => closer },
    {
      key: 'closedAt',
      header: t('fields.closedAt'),
      cell: ({ closedAt }) => format.dateTime(closedAt, 'moment'),
    },
  ]
  return (
    <div className="flex flex-col gap-4">
      <ListPage
        title={t('title')}
        lead={t('lead')}
        path={PATH}
        query={query}
        page={page}
        columns={columns}
        rowKey={({ id }) => id}
        rowHref={({ order }) => `/office/orders/${order.id}`}
        sort={{ by: 'createdAt', direction: 'asc' }}
        selects={[
          {
            name: 'community',
            label: t('fields.community'),
            all: t('allCommunities'),
            options: communities,
          },
        ]}
        dates={[{ name: 'day', label: t('fields.day') }]}
        tools={<PrintButton label={t('print')} size="small" />}
        empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} />}
      >
        {sums.length > 0 && (
          <DataTable
            caption={t('sums')}
            columns={sumColumns}
            rows={sums}
            rowKey={({ communityId }) => communityId}
            path={PATH}
            query={query}
          />
        )}
      </ListPage>
      <Panel title={t('closings')} flush>
        <DataTable
          caption={t('fields.closedAt')}
          columns={closingColumns}
          rows={closings}
          rowKey={(row) => `${row.communityId} ${dayFrom(row.day)}`}
          path={PATH}
          query={query}
          empty={<EmptyState title={t('noClosings')} why={t('lead')} />}
        />
      </Panel>
    </div>
  )
}

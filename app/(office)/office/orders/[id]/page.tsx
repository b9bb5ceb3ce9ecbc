import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { formatInstant, type Locale } from '@/core/instants'
import { CHANGEABLE, findOrder, type OrderDetail } from '@/features/menus/orders/queries'
import { orderKey } from '@/features/menus/orders/schema'
import { PaymentForm } from '@/features/menus/payments/components/payment-form'
import type { PriceUnit } from '@/features/menus/schema'
import { isBookable, slotsAhead } from '@/features/menus/slots/queries'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import { type Column, DataTable } from '@/ui/data-table'
import { DescriptionList } from '@/ui/description-list'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

type Payment = OrderDetail['payments'][number]
const MOST_TIMES = 60

/** One order: what, for whom and when, what was paid, and the request that it lives as. */
export default async function OrderPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('orders.read')
  const key = orderKey.safeParse(await params)
  const order = key.success ? await findOrder(act, key.data.id) : null
  if (!order) notFound()
  const [t, menus, requests, format, locale, timeline, happenings] = await Promise.all([
    getTranslations('orders'),
    getTranslations('menus'),
    getTranslations('requests'),
    getFormatter(),
    getLocale(),
    getTranslations('timeline'),
    timelineOf(act, 'order', order.id),
  ])
  const { menuItem, request } = order
  const yuan = (fen: number) => format.number(fen / 100, { style: 'currency', currency: 'CNY' })
  const isOpen = !order.cancelledAt && CHANGEABLE.some((state) => state === request.state)
  const writes = holds(act.principal, 'orders.write') && isOpen
  const takes = holds(act.principal, 'payments.write')
  const slots =
    writes && isBookable(menuItem.resource) ? await slotsAhead(act.tx, menuItem.resource, act.now) : []
  const times = slots.filter(({ left }) => left > 0).slice(0, MOST_TIMES)
  const [rating] = request.feedback
  const corrected = new Set(order.payments.map(({ correctsId }) => correctsId))
  const columns: Column<Payment>[] = [
    {
      key: 'createdAt',
      header: t('fields.time'),
      names: true,
      cell: ({ createdAt }) => format.dateTime(createdAt, 'moment'),
    },
    { key: 'way', header: t('fields.way'), cell: ({ way }) => t(`ways.${way as 'cash'}`) },
    {
      key: 'amount',
      header: t('fields.amount'),
      numeric: true,
      cell: ({ amountFen }) => yuan(amountFen),
    },
    {
      key: 'receiptNumber',
      header: t('fields.receiptNumber'),
      cell: ({ receiptNumber }) => receiptNumber ?? '—',
    },
    {
      key: 'day',
      header: t('fields.day'),
      cell: ({ day }) => format.dateTime(day, { dateStyle: 'medium', timeZone: 'UTC' }),
    },
    { key: 'taker', header: t('fields.taker'), cell: ({ taker }) => taker },
    {
      key: 'reason',
      header: t('fields.reason'),
      cell: ({ id, reason, correctsId }) =>
        correctsId ? (
          `${t('isCorrection')}：${reason ?? ''}`
        ) : corrected.has(id) ? (
          <Badge tone="warn">{t('corrected')}</Badge>
        ) : takes ? (
          <ActionButton
            trigger={t('correct')}
            title={t('correct')}
            why={t('correctWhy')}
            confirm={t('correct')}
            action={`/api/v1/payments/${id}/correction`}
            body={{}}
            asks={[{ type: 'text', name: 'reason', label: t('fields.reason'), required: true }]}
          />
        ) : (
          '—'
        ),
    },
  ]
  const title = `${menuItem.name} ${request.number}`
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={title}
        crumbs={[{ label: t('title'), href: '/office/orders' }, { label: request.number }]}
        lead={
          <Badge tone={order.cancelledAt ? 'warn' : 'note'}>
            {order.cancelledAt ? t('cancelled') : requests(`states.${request.state}`)}
          </Badge>
        }
        actions={
          writes && (
            <>
              {times.length > 0 && (
                <ActionButton
                  trigger={t('move')}
                  title={t('move')}
                  why={t('moveWhy')}
                  confirm={t('move')}
                  action={`/api/v1/orders/${order.id}/move`}
                  body={{ version: order.version }}
                  asks={[
                    {
                      type: 'choice',
                      name: 'startsAt',
                      label: t('newTime'),
                      required: true,
                      options: times.map(({ startsAt, left }) => ({
                        value: startsAt.toISOString(),
                        label: `${formatInstant(startsAt, locale as Locale)} ${t('left', { count: left })}`,
                      })),
                    },
                  ]}
                />
              )}
              <ActionButton
                trigger={t('cancel')}
                title={t('cancel')}
                why={t('cancelWhy')}
                confirm={t('cancel')}
                danger
                action={`/api/v1/orders/${order.id}/cancellation`}
                body={{ version: order.version }}
                asks={[{ type: 'text', name: 'reason', label: t('cancelReason'), required: true }]}
              />
            </>
          )
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel="—"
          items={[
            {
              term: t('fields.item'),
              value: <TextLink href={`/office/menu-items/${menuItem.id}`}>{menuItem.name}</TextLink>,
            },
            { term: t('fields.menu'), value: menuItem.menuVersion.menu.name },
            {
              term: t('request'),
              value: holds(act.principal, 'requests.read') ? (
                <TextLink href={`/office/requests/${request.id}`}>{request.number}</TextLink>
              ) : (
                request.number
              ),
            },
            {
              term: t('fields.place'),
              value: [request.compound.name, request.building?.name, request.place].filter(Boolean).join(' '),
            },
            { term: t('fields.person'), value: order.person.name },
            { term: t('fields.phone'), value: order.person.phone },
            {
              term: t('fields.startsAt'),
              value: order.startsAt ? format.dateTime(order.startsAt, 'moment') : t('byArrangement'),
            },
            { term: t('fields.resource'), value: menuItem.resource?.name },
            {
              term: t('fields.quantity'),
              value: menuItem.priceUnit
                ? t('quantityOf', {
                    count: order.quantity,
                    unit: menus(`priceUnits.${menuItem.priceUnit as PriceUnit}`),
                  })
                : order.quantity,
            },
            {
              term: t('fields.amount'),
              value: order.amountFen === 0 ? t('free') : yuan(order.amountFen),
            },
            { term: t('fields.createdAt'), value: format.dateTime(order.createdAt, 'moment') },
            {
              term: t('rated'),
              value:
                rating &&
                [
                  t(rating.satisfied ? 'satisfied' : 'notSatisfied'),
                  rating.overall && menus('stars', { count: rating.overall }),
                  rating.words,
                ]
                  .filter(Boolean)
                  .join(' · '),
            },
            { term: t('fields.words'), value: request.words, wide: true },
          ]}
        />
      </Panel>
      {order.amountFen > 0 && (
        <Panel title={t('payments')}>
          <p>{t('paidOf', { paid: yuan(order.paidFen), total: yuan(order.amountFen) })}</p>
          <DataTable
            caption={t('fields.paid')}
            columns={columns}
            rows={order.payments}
            rowKey={({ id }) => id}
            path={`/office/orders/${order.id}`}
            query={{}}
            empty={<EmptyState title={t('noPayments')} why={t('payLater')} />}
          />
          {takes && !order.cancelledAt && order.paidFen < order.amountFen && (
            <ClientMessages namespaces={['orders']}>
              <PaymentForm
                key={order.payments.length}
                orderId={order.id}
                dueFen={order.amountFen - order.paidFen}
              />
            </ClientMessages>
          )}
        </Panel>
      )}
      <Panel title={timeline('title')}>
        <RecordTimeline happenings={happenings} namespace="orders" />
      </Panel>
    </div>
  )
}

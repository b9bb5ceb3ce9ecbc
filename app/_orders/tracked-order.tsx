import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { formatInstant, type Locale } from '@/core/instants'
import { orderOfTrack } from '@/features/menus/orders/queries'
import { isBookable, slotsAhead } from '@/features/menus/slots/queries'
import { db } from '@/server/db'
import { PlainButton } from '@/ui/plain-button'
import { PlainField, PlainSelect } from '@/ui/plain-field'

const MOST_TIMES = 60

/** What was ordered, on the page of its tracking code, with the ways to move it or give it up; plain forms. */
export async function TrackedOrder({ token }: { token: string }) {
  const order = await orderOfTrack(db(), token)
  if (!order) return null
  const [t, format, locale] = await Promise.all([
    getTranslations('orders'),
    getFormatter(),
    getLocale() as Promise<Locale>,
  ])
  const { menuItem } = order
  const yuan = (fen: number) => format.number(fen / 100, { style: 'currency', currency: 'CNY' })
  const slots =
    order.isChangeable && isBookable(menuItem.resource)
      ? await slotsAhead(db(), menuItem.resource, new Date())
      : []
  const times = slots.filter(({ left }) => left > 0).slice(0, MOST_TIMES)
  const action = `/track/${token}/order`
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg font-semibold">{t('trackTitle')}</h2>
      <p className="text-lg">{locale === 'en' ? (menuItem.nameEn ?? menuItem.name) : menuItem.name}</p>
      <p>
        {order.cancelledAt
          ? t('cancelled')
          : order.startsAt
            ? formatInstant(order.startsAt, locale)
            : t('byArrangement')}
      </p>
      <p>
        {order.amountFen === 0
          ? t('free')
          : `${t('total', { total: yuan(order.amountFen) })} · ${t('paidOf', { paid: yuan(order.paidFen), total: yuan(order.amountFen) })}`}
      </p>
      {times.length > 0 && (
        <details className="rounded-lg border border-line bg-surface px-4 py-2">
          <summary className="flex min-h-control cursor-pointer items-center font-semibold text-link">
            {t('trackMove')}
          </summary>
          <form method="post" action={action} className="flex flex-col gap-3 pb-3">
            <input type="hidden" name="step" value="move" />
            <PlainSelect
              name="startsAt"
              label={t('newTime')}
              required
              options={times.map(({ startsAt, left }) => ({
                value: startsAt.toISOString(),
                label: `${formatInstant(startsAt, locale)} ${t('left', { count: left })}`,
              }))}
            />
            <PlainButton kind="primary" size="wide">
              {t('trackMove')}
            </PlainButton>
          </form>
        </details>
      )}
      {order.isChangeable && (
        <details className="rounded-lg border border-line bg-surface px-4 py-2">
          <summary className="flex min-h-control cursor-pointer items-center font-semibold text-link">
            {t('trackCancel')}
          </summary>
          <form method="post" action={action} className="flex flex-col gap-3 pb-3">
            <input type="hidden" name="step" value="cancel" />
            <PlainField name="reason" label={t('cancelReason')} maxLength={200} />
            <PlainButton kind="primary" size="wide">
              {t('trackCancel')}
            </PlainButton>
          </form>
        </details>
      )}
    </section>
  )
}

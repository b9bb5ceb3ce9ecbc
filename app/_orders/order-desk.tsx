import { getFormatter, getTranslations } from 'next-intl/server'
import { dayOf, formatTime } from '@/core/instants'
import { DayLinks } from '@/features/menus/orders/components/day-links'
import { OrderForm } from '@/features/menus/orders/components/order-form'
import type { PriceUnit } from '@/features/menus/schema'
import { buildingsToServe, type MenuCompound, type ShownItem } from '@/features/menus/shown/queries'
import { isBookable, type OpenSlot } from '@/features/menus/slots/queries'
import { db } from '@/server/db'
import { Alert } from '@/ui/alert'
import { ClientMessages } from '@/ui/client-messages'

type Props = {
  compound: MenuCompound
  item: ShownItem
  /** The free and the full times of the coming days; empty for what is not bookable. */
  slots: readonly OpenSlot[]
  day: string | undefined
  path: string
  action: string
  doneHref: string
}

/** A day, a time, and who it is for: the same for residents and for who orders in somebody's stead. */
export async function OrderDesk({ compound, item, slots, day, path, action, doneHref }: Props) {
  const [t, menus, format, buildings] = await Promise.all([
    getTranslations('orders'),
    getTranslations('menus'),
    getFormatter(),
    buildingsToServe(db(), compound),
  ])
  const isBooked = isBookable(item.resource)
  const days = [...new Set(slots.filter(({ left }) => left > 0).map(({ startsAt }) => dayOf(startsAt)))]
  if (isBooked && days.length === 0) return <Alert tone="warn">{t('noTimes')}</Alert>
  const chosen = days.find((one) => one === day) ?? days[0] ?? null
  const times = slots
    .filter(({ startsAt }) => dayOf(startsAt) === chosen)
    .map(({ startsAt, endsAt, left }) => ({
      value: startsAt.toISOString(),
      label: `${formatTime(startsAt)}–${formatTime(endsAt)} ${left > 0 ? t('left', { count: left }) : t('full')}`,
      disabled: left === 0,
    }))
  const price =
    item.priceFen === null
      ? null
      : menus('price', {
          price: format.number(item.priceFen / 100, { style: 'currency', currency: 'CNY' }),
          unit: menus(`priceUnits.${item.priceUnit as PriceUnit}`),
        })
  const separator = path.includes('?') ? '&' : '?'
  return (
    <div className="flex flex-col gap-4">
      {isBooked ? (
        <DayLinks days={days} chosen={chosen} hrefOf={(one) => `${path}${separator}day=${one}`} />
      ) : (
        <Alert>{t('byArrangement')}</Alert>
      )}
      <ClientMessages namespaces={['orders']}>
        <OrderForm
          key={chosen}
          action={action}
          itemId={item.id}
          compoundId={compound.id}
          price={price}
          buildings={buildings.map(({ id, name }) => ({ value: id, label: name }))}
          times={isBooked ? times : null}
          doneHref={doneHref}
        />
      </ClientMessages>
    </div>
  )
}

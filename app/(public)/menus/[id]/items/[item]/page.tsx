import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { id } from '@/core/fields'
import { orderableItem } from '@/features/menus/shown/queries'
import { slotsAhead } from '@/features/menus/slots/queries'
import { db } from '@/server/db'
import { AppProviders } from '@/ui/app-providers'
import { ClientMessages } from '@/ui/client-messages'
import type { PageQuery } from '@/ui/page-address'
import { PageTitle } from '@/ui/page-title'
import { TextLink } from '@/ui/text-link'
import { OrderDesk } from '../../../../../_orders/order-desk'

const key = z.object({ id: id(), item: id() })

type Props = { params: Promise<{ id: string; item: string }>; searchParams: Promise<PageQuery> }

/** A service to be ordered: a day, a time, and for whom. */
export default async function OrderItemPage({ params, searchParams }: Props) {
  const asked = key.safeParse(await params)
  const found = asked.success ? await orderableItem(db(), asked.data.id, asked.data.item) : null
  if (!found) notFound()
  const { compound, item } = found
  const [t, locale, { day }] = await Promise.all([getTranslations('menus'), getLocale(), searchParams])
  const name = locale === 'en' ? (item.nameEn ?? item.name) : item.name
  const title = t('orderOf', { name })
  const words = locale === 'en' ? (item.wordsEn ?? item.words) : item.words
  return (
    <div className="flex flex-col gap-5">
      <header className="flex flex-col gap-1">
        <p className="text-sm text-ink-faint">{compound.name}</p>
        <PageTitle>{title}</PageTitle>
        <h1 className="text-2xl font-semibold">{title}</h1>
        {words && <p className="text-ink-soft">{words}</p>}
      </header>
      <ClientMessages>
        <AppProviders locale={locale}>
          <OrderDesk
            compound={compound}
            item={item}
            slots={item.resource ? await slotsAhead(db(), item.resource, new Date()) : []}
            day={typeof day === 'string' ? day : undefined}
            path={`/menus/${compound.id}/items/${item.id}`}
            action="/api/v1/open-orders"
            doneHref="/track/{token}?done=1"
          />
        </AppProviders>
      </ClientMessages>
      <p>
        <TextLink href={`/menus/${compound.id}`}>{t('publicTitle', { compound: compound.name })}</TextLink>
      </p>
    </div>
  )
}

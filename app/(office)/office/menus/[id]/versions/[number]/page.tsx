import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { id } from '@/core/fields'
import { ItemTable } from '@/features/menus/items/components/item-table'
import { findVersion } from '@/features/menus/menus/queries'
import { pageAct } from '@/server/page'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'

const key = z.object({ id: id(), number: z.coerce.number().int().min(1).max(1_000_000) })

type Props = { params: Promise<{ id: string; number: string }>; searchParams: Promise<PageQuery> }

/** A version of a menu as it was read in its time. */
export default async function MenuVersionPage({ params, searchParams }: Props) {
  const act = await pageAct('menus.read')
  const asked = key.safeParse(await params)
  const version = asked.success ? await findVersion(act, asked.data.id, asked.data.number) : null
  if (!version) notFound()
  const [t, format] = await Promise.all([getTranslations('menus'), getFormatter()])
  const { menu, number } = version
  const title = t('versionNumber', { number })
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={title}
        crumbs={[
          { label: t('title'), href: '/office/menus' },
          { label: menu.name, href: `/office/menus/${menu.id}` },
          { label: title },
        ]}
        lead={[
          t(`states.${version.state}`),
          version.publishedAt && t('publishedOn', { moment: format.dateTime(version.publishedAt, 'moment') }),
          version.note,
        ]
          .filter(Boolean)
          .join(' · ')}
      />
      <ItemTable
        caption={menu.name}
        items={version.items}
        path={`/office/menus/${menu.id}/versions/${number}`}
        query={await searchParams}
      />
    </div>
  )
}

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { GridForm } from '@/features/grids/register/components/grid-form'
import { findGrid } from '@/features/grids/register/queries'
import { gridKey } from '@/features/grids/register/schema'
import { communityOptions } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function EditGridPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('grids.write')
  const key = gridKey.safeParse(await params)
  const grid = key.success ? await findGrid(act, key.data.id, 'grids.write') : null
  if (!grid || grid.endedAt) notFound()
  const t = await getTranslations('grids')
  return (
    <>
      <PageHeader
        title={`${t('edit')} · ${grid.name}`}
        crumbs={[
          { label: t('title'), href: '/office/grids' },
          { label: grid.name, href: `/office/grids/${grid.id}` },
          { label: t('edit') },
        ]}
      />
      <GridForm grid={grid} communities={await communityOptions(act, 'grids.write')} />
    </>
  )
}

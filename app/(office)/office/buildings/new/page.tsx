import { getTranslations } from 'next-intl/server'
import { BuildingForm } from '@/features/places/buildings/components/building-form'
import { gridOptions } from '@/features/places/buildings/queries'
import { compoundOptions, findCompound } from '@/features/places/compounds/queries'
import { compoundKey } from '@/features/places/compounds/schema'
import { pageAct } from '@/server/page'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'

export default async function NewBuildingPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('places.write')
  const t = await getTranslations('buildings')
  const key = compoundKey.safeParse({ id: (await searchParams).compound })
  const compound = key.success ? await findCompound(act, key.data.id, 'places.write') : null
  const [compounds, grids] = await Promise.all([
    compoundOptions(act, 'places.write'),
    compound ? gridOptions(act, compound.community.id) : [],
  ])
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/buildings' }, { label: t('add') }]}
      />
      <BuildingForm compounds={compounds} grids={grids} {...(compound ? { compoundId: compound.id } : {})} />
    </>
  )
}

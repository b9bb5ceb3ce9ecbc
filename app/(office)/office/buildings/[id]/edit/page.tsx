import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BuildingForm } from '@/features/places/buildings/components/building-form'
import { findBuilding, gridOptions } from '@/features/places/buildings/queries'
import { buildingKey } from '@/features/places/buildings/schema'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function EditBuildingPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('places.write')
  const key = buildingKey.safeParse(await params)
  const building = key.success ? await findBuilding(act, key.data.id, 'places.write') : null
  if (!building || building.endedAt) notFound()
  const t = await getTranslations('buildings')
  const title = t('building', { compound: building.compound.name, name: building.name })
  return (
    <>
      <PageHeader
        title={`${t('edit')} · ${title}`}
        crumbs={[
          { label: t('title'), href: '/office/buildings' },
          { label: title, href: `/office/buildings/${building.id}` },
          { label: t('edit') },
        ]}
      />
      <BuildingForm building={building} grids={await gridOptions(act, building.compound.community.id)} />
    </>
  )
}

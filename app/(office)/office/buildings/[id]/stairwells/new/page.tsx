import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findBuildingToWrite } from '@/features/places/buildings/queries'
import { buildingKey } from '@/features/places/buildings/schema'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'
import { RecordForm } from '@/ui/record-form'

export default async function NewStairwellPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('places.write')
  const key = buildingKey.safeParse(await params)
  const building = key.success ? await findBuildingToWrite(act, key.data.id) : null
  if (!building || building.endedAt) notFound()
  const t = await getTranslations('buildings')
  const title = t('building', { compound: building.compound.name, name: building.name })
  const back = `/office/buildings/${building.id}`
  return (
    <>
      <PageHeader
        title={t('addStairwell')}
        crumbs={[
          { label: t('title'), href: '/office/buildings' },
          { label: title, href: back },
          { label: t('addStairwell') },
        ]}
      />
      <RecordForm
        action={`/api/v1/buildings/${building.id}/stairwells`}
        method="POST"
        also={{ version: building.version }}
        submit={t('save')}
        cancel={{ label: t('cancel'), href: back }}
        doneHref={back}
        fields={[
          {
            kind: 'number',
            name: 'number',
            label: t('fields.number'),
            description: t('numberHint'),
            min: 1,
            max: 99,
          },
          {
            kind: 'text',
            name: 'name',
            label: t('fields.stairwellName'),
            description: t('stairwellNameHint'),
            maxLength: 20,
          },
        ]}
      />
    </>
  )
}

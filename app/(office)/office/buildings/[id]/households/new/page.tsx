import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findBuildingToWrite } from '@/features/places/buildings/queries'
import { buildingKey } from '@/features/places/buildings/schema'
import { NoStairwells } from '@/features/places/households/components/no-stairwells'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'
import { RecordForm } from '@/ui/record-form'

export default async function NewHouseholdPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('places.write')
  const key = buildingKey.safeParse(await params)
  const building = key.success ? await findBuildingToWrite(act, key.data.id) : null
  if (!building || building.endedAt) notFound()
  const t = await getTranslations('households')
  const back = `/office/buildings/${building.id}/households`
  const stairwells = building.stairwells.filter(({ isEnded }) => !isEnded)
  const [first] = stairwells
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[
          {
            label: `${building.compound.name} ${building.name}`,
            href: `/office/buildings/${building.id}`,
          },
          { label: t('title'), href: back },
          { label: t('add') },
        ]}
      />
      {first ? (
        <RecordForm
          action={`/api/v1/buildings/${building.id}/households`}
          method="POST"
          submit={t('save')}
          cancel={{ label: t('cancel'), href: back }}
          doneHref={back}
          fields={[
            {
              kind: 'select',
              name: 'stairwellId',
              label: t('fields.stairwellId'),
              required: true,
              options: stairwells.map(({ id, name }) => ({ value: id, label: name })),
              value: first.id,
            },
            {
              kind: 'text',
              name: 'room',
              label: t('fields.room'),
              description: t('roomHint'),
              required: true,
              maxLength: 20,
            },
          ]}
        />
      ) : (
        <NoStairwells buildingId={building.id} />
      )}
    </>
  )
}

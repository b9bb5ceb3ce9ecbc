import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { findBuildingToWrite } from '@/features/places/buildings/queries'
import { buildingKey } from '@/features/places/buildings/schema'
import { NoStairwells } from '@/features/places/households/components/no-stairwells'
import { RangeFields } from '@/features/places/households/components/range-fields'
import { RangePreview } from '@/features/places/households/components/range-preview'
import { previewOf } from '@/features/places/households/queries'
import { writtenHouseholdRange } from '@/features/places/households/schema'
import { fieldWords } from '@/server/api-error'
import { pageAct } from '@/server/page'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'

type Asked = { params: Promise<{ id: string }>; searchParams: Promise<PageQuery> }

const FIELDS = ['stairwellId', 'prefix', 'floorFrom', 'floorTo', 'doorFrom', 'doorTo'] as const

/** What the form's address holds, without what was left empty. */
function asked(query: PageQuery): Record<string, string> {
  const values: Record<string, string> = {}
  for (const name of FIELDS) {
    const value = query[name]
    if (typeof value === 'string' && value.trim() !== '') values[name] = value.trim()
  }
  return values
}

export default async function HouseholdRangePage({ params, searchParams }: Asked) {
  const act = await pageAct('places.write')
  const key = buildingKey.safeParse(await params)
  const building = key.success ? await findBuildingToWrite(act, key.data.id) : null
  if (!building || building.endedAt) notFound()
  const t = await getTranslations('households')
  const values = asked(await searchParams)
  const stairwells = building.stairwells.filter(({ isEnded }) => !isEnded)
  const parsed =
    Object.keys(values).length > 0 ? writtenHouseholdRange.safeParse(values, { reportInput: true }) : null
  const range = parsed?.success ? parsed.data : null
  const stairwell = stairwells.find(({ id }) => id === range?.stairwellId)
  const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN'
  const { prefix, ...ends } = range ?? {}
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('addMany')}
        lead={t('rangeLead')}
        crumbs={[
          {
            label: `${building.compound.name} ${building.name}`,
            href: `/office/buildings/${building.id}`,
          },
          { label: t('title'), href: `/office/buildings/${building.id}/households` },
          { label: t('addMany') },
        ]}
      />
      {stairwells.length === 0 ? (
        <NoStairwells buildingId={building.id} />
      ) : (
        <RangeFields
          stairwells={stairwells.map(({ id, name }) => ({ value: id, label: name }))}
          values={values}
          errors={parsed && !parsed.success ? fieldWords(parsed.error, locale) : {}}
        />
      )}
      {range && stairwell && (
        <RangePreview
          key={JSON.stringify(range)}
          buildingId={building.id}
          stairwell={stairwell.name}
          range={{ ...(ends as Record<string, string | number>), ...(prefix ? { prefix } : {}) }}
          preview={await previewOf(act, range)}
        />
      )}
    </div>
  )
}

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'

type Values = {
  id: string
  version: number
  name: string
  community: { id: string }
  builtYear: number | null
  buildingCount: number | null
  stairwellCount: number | null
  householdCount: number | null
  population: number | null
  over60: number | null
  areaSquareMetres: number | null
  longitude: number | null
  latitude: number | null
  facilities: readonly string[]
  pilot: boolean
}

const COUNTS = ['buildingCount', 'stairwellCount', 'householdCount', 'population', 'over60'] as const

/** Adds a compound, or changes the one that is given. */
export function CompoundForm({
  compound,
  communities,
}: {
  compound?: Values
  communities: readonly Option[]
}) {
  const t = useTranslations('compounds')
  const back = compound ? `/office/compounds/${compound.id}` : '/office/compounds'
  return (
    <RecordForm
      action={compound ? `/api/v1/compounds/${compound.id}` : '/api/v1/compounds'}
      method={compound ? 'PATCH' : 'POST'}
      {...(compound ? { also: { version: compound.version } } : {})}
      submit={t('save')}
      cancel={{ label: t('cancel'), href: back }}
      doneHref="/office/compounds/{id}"
      fields={[
        {
          kind: 'text',
          name: 'name',
          label: t('fields.name'),
          required: true,
          value: compound?.name ?? '',
          maxLength: 60,
        },
        {
          kind: 'select',
          name: 'communityId',
          label: t('fields.communityId'),
          required: true,
          options: communities,
          value: compound?.community.id ?? null,
        },
        {
          kind: 'number',
          name: 'builtYear',
          label: t('fields.builtYear'),
          year: true,
          min: 1900,
          max: 2100,
          value: compound?.builtYear ?? null,
        },
        ...COUNTS.map((name) => ({
          kind: 'number' as const,
          name,
          label: t(`fields.${name}`),
          min: 0,
          value: compound?.[name] ?? null,
        })),
        {
          kind: 'number',
          name: 'areaSquareMetres',
          label: t('fields.areaSquareMetres'),
          unit: '㎡',
          min: 0,
          value: compound?.areaSquareMetres ?? null,
        },
        {
          kind: 'number',
          name: 'longitude',
          label: t('fields.longitude'),
          fraction: 7,
          value: compound?.longitude ?? null,
        },
        {
          kind: 'number',
          name: 'latitude',
          label: t('fields.latitude'),
          fraction: 7,
          value: compound?.latitude ?? null,
        },
        {
          kind: 'list',
          name: 'facilities',
          label: t('fields.facilities'),
          description: t('listHint'),
          value: compound?.facilities ?? [],
        },
        { kind: 'checkbox', name: 'pilot', label: t('fields.pilot'), value: compound?.pilot ?? false },
      ]}
    />
  )
}

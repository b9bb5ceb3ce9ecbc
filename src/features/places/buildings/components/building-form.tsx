import { useTranslations } from 'next-intl'
import { type RecordField, RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'

type Values = {
  id: string
  version: number
  name: string
  grid: { id: string } | null
  floors: number | null
  householdCount: number | null
}

/** Adds a building to a compound, or changes the one that is given. */
export function BuildingForm({
  building,
  compounds = [],
  compoundId,
  grids,
}: {
  building?: Values
  compounds?: readonly Option[]
  compoundId?: string
  grids: readonly Option[]
}) {
  const t = useTranslations('buildings')
  const back = building ? `/office/buildings/${building.id}` : '/office/buildings'
  const place: RecordField[] = building
    ? []
    : [
        {
          kind: 'select',
          name: 'compoundId',
          label: t('fields.compoundId'),
          required: true,
          options: compounds,
          value: compoundId ?? null,
        },
        {
          kind: 'number',
          name: 'stairwellCount',
          label: t('fields.stairwellCount'),
          required: true,
          min: 1,
          max: 30,
          value: 1,
        },
      ]
  return (
    <RecordForm
      action={building ? `/api/v1/buildings/${building.id}` : '/api/v1/buildings'}
      method={building ? 'PATCH' : 'POST'}
      also={{
        ...(building ? { version: building.version } : {}),
        ...(grids.length === 0 ? { gridId: building?.grid?.id ?? null } : {}),
      }}
      submit={t('save')}
      cancel={{ label: t('cancel'), href: back }}
      doneHref="/office/buildings/{id}"
      fields={[
        ...place,
        {
          kind: 'text',
          name: 'name',
          label: t('fields.name'),
          description: t('nameHint'),
          required: true,
          value: building?.name ?? '',
          maxLength: 20,
        },
        ...(grids.length > 0
          ? [
              {
                kind: 'select' as const,
                name: 'gridId',
                label: t('fields.gridId'),
                options: [{ value: '', label: t('nobody') }, ...grids],
                value: building?.grid?.id ?? null,
              },
            ]
          : []),
        {
          kind: 'number',
          name: 'floors',
          label: t('fields.floors'),
          min: 1,
          max: 120,
          value: building?.floors ?? null,
        },
        {
          kind: 'number',
          name: 'householdCount',
          label: t('fields.householdCount'),
          min: 0,
          value: building?.householdCount ?? null,
        },
      ]}
    />
  )
}

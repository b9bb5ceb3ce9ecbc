import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'

type Values = {
  id: string
  version: number
  code: string
  name: string
  branchName: string | null
  buildingCount: number | null
  forces: readonly string[]
  community: { id: string }
  compounds: readonly { compound: { id: string; name: string } }[]
}

const FORCES = [
  ['civilisedCity', 'civilised_city'],
  ['socialGovernance', 'social_governance'],
  ['urbanManagement', 'urban_management'],
] as const

/** Adds a grid, or changes the one that is given. */
export function GridForm({ grid, communities }: { grid?: Values; communities: readonly Option[] }) {
  const t = useTranslations('grids')
  return (
    <RecordForm
      action={grid ? `/api/v1/grids/${grid.id}` : '/api/v1/grids'}
      method={grid ? 'PATCH' : 'POST'}
      {...(grid ? { also: { version: grid.version } } : {})}
      submit={t('save')}
      cancel={{ label: t('cancel'), href: grid ? `/office/grids/${grid.id}` : '/office/grids' }}
      doneHref="/office/grids/{id}"
      fields={[
        {
          kind: 'text',
          name: 'code',
          label: t('fields.code'),
          required: true,
          value: grid?.code ?? '',
          maxLength: 30,
        },
        {
          kind: 'text',
          name: 'name',
          label: t('fields.name'),
          required: true,
          value: grid?.name ?? '',
          maxLength: 60,
        },
        {
          kind: 'select',
          name: 'communityId',
          label: t('fields.communityId'),
          required: true,
          options: communities,
          value: grid?.community.id ?? null,
        },
        {
          kind: 'text',
          name: 'branchName',
          label: t('fields.branchName'),
          value: grid?.branchName ?? '',
          maxLength: 60,
        },
        {
          kind: 'number',
          name: 'buildingCount',
          label: t('fields.buildingCount'),
          min: 0,
          value: grid?.buildingCount ?? null,
        },
        ...FORCES.map(([name, force]) => ({
          kind: 'checkbox' as const,
          name,
          label: t(`forceJoins.${force}`),
          value: grid?.forces.includes(force) ?? false,
        })),
        {
          kind: 'several',
          name: 'compoundIds',
          label: t('fields.compounds'),
          description: t('compoundsHint'),
          searchLabel: t('findCompound'),
          placeholder: t('findCompoundExample'),
          searchUrl: '/api/v1/grids/compound-options',
          chosen: grid?.compounds.map(({ compound: { id, name } }) => ({ value: id, label: name })) ?? [],
        },
      ]}
    />
  )
}

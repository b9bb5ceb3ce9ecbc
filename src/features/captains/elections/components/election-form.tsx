import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'
import { KINDS } from '../schema'

type Terms = {
  termYears: number
  turnoutPercent: number
  winnerPercent: number
  publicityDays: number
  entitled: number | null
}

/** Opens an election with the street's rules, or changes those of the one that is given. */
export function ElectionForm({
  terms,
  election,
  buildings = [],
}: {
  terms: Terms
  buildings?: readonly Option[]
  election?: { id: string; version: number }
}) {
  const t = useTranslations('elections')
  const number = (name: keyof Terms, unit: string, min: number, max: number) => ({
    kind: 'number' as const,
    name,
    label: t(`fields.${name}`),
    required: name !== 'entitled',
    value: terms[name],
    unit,
    min,
    max,
    ...(name === 'entitled' ? { description: t('entitledHint') } : {}),
    ...(name.endsWith('Percent') ? { description: t('moreThan') } : {}),
  })
  return (
    <RecordForm
      action={election ? `/api/v1/elections/${election.id}` : '/api/v1/elections'}
      method={election ? 'PATCH' : 'POST'}
      {...(election ? { also: { version: election.version } } : {})}
      submit={t(election ? 'save' : 'add')}
      cancel={{
        label: t('cancel'),
        href: election ? `/office/elections/${election.id}` : '/office/elections',
      }}
      doneHref="/office/elections/{id}"
      fields={[
        ...(election
          ? []
          : [
              {
                kind: 'several' as const,
                name: 'buildingIds',
                label: t('fields.buildings'),
                description: t('buildingsHint'),
                searchLabel: t('findBuilding'),
                placeholder: t('findBuildingExample'),
                searchUrl: '/api/v1/captains/building-options',
                required: true,
                chosen: buildings,
              },
              {
                kind: 'select' as const,
                name: 'kind',
                label: t('fields.kind'),
                required: true,
                value: 'vote',
                options: KINDS.map((value) => ({
                  value,
                  label: t(`kinds.${value}`),
                  description: t(`kindHints.${value}`),
                })),
              },
            ]),
        number('termYears', t('years'), 1, 10),
        number('publicityDays', t('workdays'), 1, 60),
        number('turnoutPercent', '%', 0, 99),
        number('winnerPercent', '%', 0, 99),
        number('entitled', t('households'), 1, 100_000),
      ]}
    />
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import { TIME_UNITS } from '../allowances/schema'

export type Allowed = {
  stars: number
  acceptAmount: number | null
  acceptUnit: string | null
  arriveAmount: number | null
  arriveUnit: string | null
  resolveAmount: number
  resolveUnit: string
  /** Null where the level has none of its own yet. */
  version: number | null
}

/** How soon requests of a category are accepted, arrived at and resolved in compounds of one star level. */
export function AllowanceForm({
  categoryId,
  stars,
  allowed,
}: {
  categoryId: string
  stars: number
  allowed?: Allowed
}) {
  const t = useTranslations('request-categories')
  const units = TIME_UNITS.map((value) => ({ value, label: t(`units.${value}`) }))
  const pair = (name: 'accept' | 'arrive' | 'resolve', required: boolean) => [
    {
      kind: 'number' as const,
      name: `${name}Amount`,
      label: t(`fields.${name}`),
      required,
      min: 1,
      max: 10_000,
      value: allowed?.[`${name}Amount`] ?? null,
    },
    {
      kind: 'select' as const,
      name: `${name}Unit`,
      label: t(`fields.${name}Unit`),
      required: true,
      options: units,
      value: allowed?.[`${name}Unit`] ?? (name === 'resolve' ? 'days' : 'hours'),
    },
  ]
  const back = `/office/request-categories/${categoryId}`
  return (
    <RecordForm
      action={`/api/v1/request-categories/${categoryId}/allowances`}
      method="POST"
      also={{ stars, version: allowed?.version ?? null }}
      submit={t('saveAllowance')}
      cancel={{ label: t('cancel'), href: back }}
      doneHref={back}
      fields={[...pair('accept', false), ...pair('arrive', false), ...pair('resolve', true)]}
    />
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { SERVICE_CATEGORIES } from '@/core/service-categories'
import { RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'

/** A demand's own fields; its evidence is moved by merging and splitting alone. */
export function DemandForm({
  demand,
  owners,
}: {
  demand: {
    id: string
    title: string
    category: string
    words: string | null
    isUrgent: boolean
    ownerId: string | null
    version: number
  }
  owners: readonly Option[]
}) {
  const t = useTranslations('demands')
  const href = `/office/demands/${demand.id}`
  return (
    <RecordForm
      action={`/api/v1/demands/${demand.id}`}
      method="PATCH"
      also={{ version: demand.version }}
      submit={t('save')}
      cancel={{ label: t('cancel'), href }}
      doneHref={href}
      fields={[
        {
          kind: 'text',
          name: 'title',
          label: t('fields.title'),
          required: true,
          maxLength: 60,
          value: demand.title,
        },
        {
          kind: 'select',
          name: 'category',
          label: t('fields.category'),
          required: true,
          value: demand.category,
          options: SERVICE_CATEGORIES.map((value) => ({ value, label: t(`categories.${value}`) })),
        },
        {
          kind: 'optional-select',
          name: 'ownerId',
          label: t('fields.owner'),
          value: demand.ownerId ?? 'none',
          none: { value: 'none', label: t('noOwner') },
          options: owners,
        },
        {
          kind: 'checkbox',
          name: 'isUrgent',
          label: t('fields.isUrgent'),
          description: t('urgentHint'),
          value: demand.isUrgent,
        },
        { kind: 'paragraph', name: 'words', label: t('fields.words'), value: demand.words },
      ]}
    />
  )
}

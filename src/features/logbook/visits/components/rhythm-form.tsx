'use client'

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'

const LIST = '/office/visits'

/** Which household is looked in on, and how often. */
export function RhythmForm({ rhythm }: { rhythm?: { id: string; version: number; everyDays: number } }) {
  const t = useTranslations('visits')
  return (
    <RecordForm
      action={rhythm ? `/api/v1/visit-rhythms/${rhythm.id}` : '/api/v1/visit-rhythms'}
      method={rhythm ? 'PATCH' : 'POST'}
      {...(rhythm ? { also: { version: rhythm.version } } : {})}
      submit={rhythm ? t('save') : t('add')}
      cancel={{ label: t('cancel'), href: LIST }}
      doneHref={rhythm ? `${LIST}/{id}` : LIST}
      fields={[
        ...(rhythm
          ? []
          : [
              {
                kind: 'search' as const,
                name: 'householdId',
                label: t('fields.household'),
                description: t('householdHint'),
                required: true,
                searchUrl: '/api/v1/visit-rhythms/households',
              },
            ]),
        {
          kind: 'number',
          name: 'everyDays',
          label: t('fields.everyDays'),
          required: true,
          min: 1,
          max: 366,
          value: rhythm?.everyDays ?? 7,
        },
      ]}
    />
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import { ABOUTS } from '../schema'

/** A slip from a box of tin, typed in without a name. */
export function SlipForm() {
  const t = useTranslations('opinions')
  return (
    <RecordForm
      action="/api/v1/opinions"
      method="POST"
      submit={t('add')}
      cancel={{ label: t('cancel'), href: '/office/opinions' }}
      doneHref="/office/opinions/{id}"
      fields={[
        {
          kind: 'search',
          name: 'buildingId',
          label: t('fields.building'),
          required: true,
          searchUrl: '/api/v1/requests/places',
        },
        {
          kind: 'select',
          name: 'about',
          label: t('fields.about'),
          required: true,
          options: ABOUTS.map((value) => ({ value, label: t(`abouts.${value}`) })),
          value: 'nobody',
        },
        { kind: 'paragraph', name: 'words', label: t('fields.words'), required: true, maxLength: 2_000 },
      ]}
    />
  )
}

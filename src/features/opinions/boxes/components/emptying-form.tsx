'use client'

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'

/** Records that a box was emptied; none is a number too. */
export function EmptyingForm({ boxId, now }: { boxId: string; now: Date }) {
  const t = useTranslations('opinion-boxes')
  const href = `/office/opinion-boxes/${boxId}`
  return (
    <RecordForm
      action={`/api/v1/opinion-boxes/${boxId}/rounds`}
      method="POST"
      submit={t('empty')}
      cancel={{ label: t('cancel'), href: '/office/opinion-boxes' }}
      doneHref={href}
      fields={[
        { kind: 'moment', name: 'emptiedAt', label: t('fields.emptiedAt'), required: true, value: now },
        { kind: 'text', name: 'witness', label: t('fields.witness'), required: true, maxLength: 30 },
        { kind: 'number', name: 'slips', label: t('fields.slips'), required: true, min: 0, max: 1_000 },
      ]}
    />
  )
}

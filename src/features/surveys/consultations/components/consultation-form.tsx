'use client'

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'

export type ConsultationFields = {
  id: string
  version: number
  communityId: string
  compoundId: string | null
  topic: string
  place: string
  heldAt: Date
  people: string | null
  peopleCount: number
  minutes: string | null
  decision: string | null
  followUp: string | null
  followUpDueOn: string | null
}

/** What was consulted about, by whom, and what came of it. */
export function ConsultationForm({
  consultation,
  communities,
  compounds,
}: {
  consultation?: ConsultationFields
  communities: readonly Option[]
  compounds: readonly Option[]
}) {
  const t = useTranslations('consultations')
  const given = consultation
  const href = given ? `/office/consultations/${given.id}` : '/office/consultations'
  return (
    <RecordForm
      action={given ? `/api/v1/consultations/${given.id}` : '/api/v1/consultations'}
      method={given ? 'PATCH' : 'POST'}
      {...(given ? { also: { version: given.version } } : {})}
      submit={given ? t('save') : t('add')}
      cancel={{ label: t('cancel'), href }}
      doneHref="/office/consultations/{id}"
      fields={[
        {
          kind: 'text',
          name: 'topic',
          label: t('fields.topic'),
          required: true,
          maxLength: 80,
          value: given?.topic ?? null,
        },
        {
          kind: 'text',
          name: 'place',
          label: t('fields.place'),
          required: true,
          maxLength: 80,
          value: given?.place ?? null,
        },
        {
          kind: 'select',
          name: 'communityId',
          label: t('fields.communityId'),
          required: true,
          options: communities,
          value: given?.communityId ?? null,
        },
        {
          kind: 'optional-select',
          name: 'compoundId',
          label: t('fields.compoundId'),
          value: given?.compoundId ?? 'none',
          none: { value: 'none', label: t('wholeCommunity') },
          options: compounds,
        },
        {
          kind: 'moment',
          name: 'heldAt',
          label: t('fields.heldAt'),
          required: true,
          value: given?.heldAt ?? null,
        },
        {
          kind: 'number',
          name: 'peopleCount',
          label: t('fields.peopleCount'),
          required: true,
          min: 1,
          value: given?.peopleCount ?? null,
        },
        { kind: 'paragraph', name: 'people', label: t('fields.people'), value: given?.people ?? null },
        {
          kind: 'paragraph',
          name: 'minutes',
          label: t('fields.minutes'),
          maxLength: 5_000,
          value: given?.minutes ?? null,
        },
        {
          kind: 'paragraph',
          name: 'decision',
          label: t('fields.decision'),
          maxLength: 2_000,
          value: given?.decision ?? null,
        },
        { kind: 'paragraph', name: 'followUp', label: t('fields.followUp'), value: given?.followUp ?? null },
        {
          kind: 'date',
          name: 'followUpDueOn',
          label: t('fields.followUpDueOn'),
          value: given?.followUpDueOn ?? null,
        },
      ]}
    />
  )
}

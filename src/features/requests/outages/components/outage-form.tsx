'use client'

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import { OUTAGE_KINDS } from '../schema'

type Told = {
  id: string
  version: number
  kind: string
  isPlanned: boolean
  title: string
  titleEn: string | null
  words: string
  wordsEn: string | null
  startsAt: Date
  endsAt: Date | null
}

const LIST = '/office/outages'

/** A notice of an outage: its place is chosen once, the rest can be changed until it is over. */
export function OutageForm({
  outage,
  forStreet = false,
  now,
}: {
  outage?: Told
  forStreet?: boolean
  now: Date
}) {
  const t = useTranslations('outages')
  const place = outage
    ? []
    : [
        {
          kind: 'search' as const,
          name: 'place',
          label: t('fields.place'),
          required: !forStreet,
          description: forStreet ? t('streetHint') : t('placeHint'),
          searchUrl: '/api/v1/outages/places',
        },
        ...(forStreet ? [{ kind: 'checkbox' as const, name: 'wholeStreet', label: t('forStreet') }] : []),
      ]
  return (
    <RecordForm
      action={outage ? `/api/v1/outages/${outage.id}` : '/api/v1/outages'}
      method={outage ? 'PATCH' : 'POST'}
      {...(outage ? { also: { version: outage.version } } : {})}
      submit={outage ? t('save') : t('add')}
      cancel={{ label: t('cancel'), href: outage ? `${LIST}/${outage.id}` : LIST }}
      doneHref={`${LIST}/{id}`}
      fields={[
        ...place,
        {
          kind: 'select',
          name: 'kind',
          label: t('fields.kind'),
          required: true,
          options: OUTAGE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
          value: outage?.kind ?? 'water',
        },
        {
          kind: 'checkbox',
          name: 'isPlanned',
          label: t('fields.isPlanned'),
          value: outage?.isPlanned ?? true,
        },
        {
          kind: 'text',
          name: 'title',
          label: t('fields.title'),
          required: true,
          value: outage?.title,
          maxLength: 40,
        },
        { kind: 'text', name: 'titleEn', label: t('fields.titleEn'), value: outage?.titleEn, maxLength: 80 },
        {
          kind: 'moment',
          name: 'startsAt',
          label: t('fields.startsAt'),
          required: true,
          value: outage?.startsAt ?? now,
        },
        { kind: 'moment', name: 'endsAt', label: t('fields.endsAt'), value: outage?.endsAt ?? null },
        {
          kind: 'paragraph',
          name: 'words',
          label: t('fields.words'),
          required: true,
          value: outage?.words,
          maxLength: 300,
        },
        {
          kind: 'paragraph',
          name: 'wordsEn',
          label: t('fields.wordsEn'),
          value: outage?.wordsEn,
          maxLength: 600,
        },
      ]}
    />
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import { SERVES } from '../schema'

const LIST = '/office/opinion-boxes'

type Kept = { id: string; version: number; serves: string; place: string; since: string }

/** A box that hangs at a building; the building stays, the place at it may change. */
export function BoxForm({ box, today }: { box?: Kept; today: string }) {
  const t = useTranslations('opinion-boxes')
  return (
    <RecordForm
      action={box ? `/api/v1/opinion-boxes/${box.id}` : '/api/v1/opinion-boxes'}
      method={box ? 'PATCH' : 'POST'}
      {...(box ? { also: { version: box.version } } : {})}
      submit={box ? t('save') : t('add')}
      cancel={{ label: t('cancel'), href: box ? `${LIST}/${box.id}` : LIST }}
      doneHref={`${LIST}/{id}`}
      fields={[
        ...(box
          ? []
          : [
              {
                kind: 'search' as const,
                name: 'buildingId',
                label: t('fields.buildingId'),
                required: true,
                searchUrl: '/api/v1/requests/places',
              },
            ]),
        {
          kind: 'select',
          name: 'serves',
          label: t('fields.serves'),
          required: true,
          options: SERVES.map((value) => ({ value, label: t(`serve.${value}`) })),
          value: box?.serves ?? 'building',
        },
        {
          kind: 'text',
          name: 'place',
          label: t('fields.place'),
          required: true,
          maxLength: 60,
          value: box?.place ?? '',
        },
        { kind: 'date', name: 'since', label: t('fields.since'), required: true, value: box?.since ?? today },
      ]}
    />
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'
import { ROUNDS } from '../../entries/schema'

type Kept = {
  id: string
  version: number
  name: string
  nameEn: string
  position: number
  category: { id: string } | null
}

const LIST = '/office/checkpoints'
const NONE = 'none'

/** A point of a round's checklist, and the category that a bad mark is reported as. */
export function CheckpointForm({
  checkpoint,
  categories,
}: {
  checkpoint?: Kept
  categories: readonly Option[]
}) {
  const t = useTranslations('checkpoints')
  return (
    <RecordForm
      action={checkpoint ? `/api/v1/checkpoints/${checkpoint.id}` : '/api/v1/checkpoints'}
      method={checkpoint ? 'PATCH' : 'POST'}
      {...(checkpoint ? { also: { version: checkpoint.version } } : {})}
      submit={checkpoint ? t('save') : t('add')}
      cancel={{ label: t('cancel'), href: checkpoint ? `${LIST}/${checkpoint.id}` : LIST }}
      doneHref={`${LIST}/{id}`}
      fields={[
        ...(checkpoint
          ? []
          : [
              {
                kind: 'select' as const,
                name: 'kind',
                label: t('fields.kind'),
                required: true,
                options: ROUNDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
                value: 'hygiene',
              },
              {
                kind: 'search' as const,
                name: 'buildingId',
                label: t('fields.building'),
                description: t('buildingHint'),
                searchUrl: '/api/v1/requests/places',
              },
            ]),
        {
          kind: 'text',
          name: 'name',
          label: t('fields.name'),
          required: true,
          maxLength: 40,
          value: checkpoint?.name ?? '',
        },
        {
          kind: 'text',
          name: 'nameEn',
          label: t('fields.nameEn'),
          required: true,
          maxLength: 80,
          value: checkpoint?.nameEn ?? '',
        },
        {
          kind: 'optional-select',
          name: 'categoryId',
          label: t('fields.category'),
          description: t('categoryHint'),
          none: { value: NONE, label: t('noCategory') },
          options: categories,
          value: checkpoint?.category?.id ?? NONE,
        },
        {
          kind: 'number',
          name: 'position',
          label: t('fields.position'),
          required: true,
          min: 0,
          max: 999,
          value: checkpoint?.position ?? 100,
        },
      ]}
    />
  )
}

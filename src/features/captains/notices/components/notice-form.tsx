'use client'

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'

const LIST = '/office/captain-notices'

type Kept = { id: string; version: number; words: string; from: string; until: string }

/** A notice for the captains of a grid; the grid stays, words and days may change. */
export function NoticeForm(props: { notice: Kept } | { grids: readonly Option[]; today: string }) {
  const t = useTranslations('captain-notices')
  const notice = 'notice' in props ? props.notice : null
  const today = 'today' in props ? props.today : ''
  return (
    <RecordForm
      action={notice ? `/api/v1/captain-notices/${notice.id}` : '/api/v1/captain-notices'}
      method={notice ? 'PATCH' : 'POST'}
      {...(notice ? { also: { version: notice.version } } : {})}
      submit={notice ? t('save') : t('add')}
      cancel={{ label: t('cancel'), href: LIST }}
      doneHref={LIST}
      fields={[
        ...('grids' in props
          ? [
              {
                kind: 'select' as const,
                name: 'gridId',
                label: t('fields.gridId'),
                required: true,
                options: props.grids,
                value: props.grids[0]?.value ?? null,
              },
            ]
          : []),
        {
          kind: 'text',
          name: 'words',
          label: t('fields.words'),
          description: t('wordsHint'),
          required: true,
          maxLength: 200,
          value: notice?.words ?? '',
        },
        { kind: 'date', name: 'from', label: t('fields.from'), required: true, value: notice?.from ?? today },
        { kind: 'date', name: 'until', label: t('fields.until'), required: true, value: notice?.until ?? '' },
      ]}
    />
  )
}

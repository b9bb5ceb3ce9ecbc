'use client'

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'

type Kept = { id: string; version: number; name: string; keywords: readonly string[] }

const LIST = '/office/survey-codes'

/** A word of the codebook, and what in an answer speaks for it. */
export function CodeForm({ code }: { code?: Kept }) {
  const t = useTranslations('survey-codes')
  return (
    <RecordForm
      action={code ? `/api/v1/survey-codes/${code.id}` : '/api/v1/survey-codes'}
      method={code ? 'PATCH' : 'POST'}
      {...(code ? { also: { version: code.version } } : {})}
      submit={t(code ? 'save' : 'add')}
      cancel={{ label: t('cancel'), href: LIST }}
      doneHref={`${LIST}/{id}`}
      fields={[
        {
          kind: 'text',
          name: 'name',
          label: t('fields.name'),
          description: t('nameHint'),
          required: true,
          maxLength: 40,
          value: code?.name ?? '',
        },
        {
          kind: 'list',
          name: 'keywords',
          label: t('fields.keywords'),
          description: t('keywordsHint'),
          value: code?.keywords ?? [],
        },
      ]}
    />
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'
import { VARIABLES } from '../schema'

type Kept = {
  id: string
  version: number
  name: string
  state: string | null
  words: string
  wordsEn: string
  category: { id: string } | null
}

const LIST = '/office/reply-templates'
const NONE = 'none'

/** Words for a step in both languages, with what may stand in braces. */
export function TemplateForm({
  template,
  categories,
  states,
}: {
  template?: Kept
  categories: readonly Option[]
  states: readonly Option[]
}) {
  const t = useTranslations('reply-templates')
  const variables = VARIABLES.map((name) => `{${name}} ${t(`variables.${name}`)}`).join('、')
  const text = (name: 'words' | 'wordsEn') => ({
    kind: 'paragraph' as const,
    name,
    label: t(`fields.${name}`),
    description: t('variablesHint', { variables }),
    required: true,
    maxLength: 1_000,
    value: template?.[name] ?? '',
  })
  return (
    <RecordForm
      action={template ? `/api/v1/reply-templates/${template.id}` : '/api/v1/reply-templates'}
      method={template ? 'PATCH' : 'POST'}
      {...(template ? { also: { version: template.version } } : {})}
      submit={template ? t('save') : t('add')}
      cancel={{ label: t('cancel'), href: LIST }}
      doneHref={`${LIST}/{id}`}
      fields={[
        {
          kind: 'text',
          name: 'name',
          label: t('fields.name'),
          required: true,
          maxLength: 40,
          value: template?.name ?? '',
        },
        {
          kind: 'optional-select',
          name: 'categoryId',
          label: t('fields.category'),
          none: { value: NONE, label: t('allCategories') },
          options: categories,
          value: template?.category?.id ?? NONE,
        },
        {
          kind: 'optional-select',
          name: 'state',
          label: t('fields.state'),
          none: { value: NONE, label: t('allStates') },
          options: states,
          value: template?.state ?? NONE,
        },
        text('words'),
        text('wordsEn'),
      ]}
    />
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { type RecordField, RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'

export type SurveyFields = {
  id: string
  version: number
  name: string
  nameEn: string | null
  intro: string | null
  introEn: string | null
  startsOn: string | null
  endsOn: string | null
}

/** A campaign's name, words and term. */
export function SurveyForm({ survey, sources = [] }: { survey?: SurveyFields; sources?: readonly Option[] }) {
  const t = useTranslations('surveys')
  const href = survey ? `/office/surveys/${survey.id}` : '/office/surveys'
  const text = (name: 'name' | 'nameEn', maxLength: number): RecordField => ({
    kind: 'text',
    name,
    label: t(`fields.${name}`),
    required: name === 'name',
    maxLength,
    value: survey?.[name] ?? null,
  })
  const paragraph = (name: 'intro' | 'introEn', maxLength: number): RecordField => ({
    kind: 'paragraph',
    name,
    label: t(`fields.${name}`),
    maxLength,
    value: survey?.[name] ?? null,
  })
  const date = (name: 'startsOn' | 'endsOn'): RecordField => ({
    kind: 'date',
    name,
    label: t(`fields.${name}`),
    value: survey?.[name] ?? null,
  })
  const copy: RecordField = {
    kind: 'optional-select',
    name: 'copyFromId',
    label: t('copyFrom'),
    description: t('copyHint'),
    value: 'none',
    none: { value: 'none', label: t('copyNone') },
    options: sources,
  }
  return (
    <RecordForm
      action={survey ? `/api/v1/surveys/${survey.id}` : '/api/v1/surveys'}
      method={survey ? 'PATCH' : 'POST'}
      {...(survey ? { also: { version: survey.version } } : {})}
      submit={survey ? t('save') : t('add')}
      cancel={{ label: t('cancel'), href }}
      doneHref="/office/surveys/{id}"
      fields={[
        text('name', 60),
        text('nameEn', 120),
        paragraph('intro', 1_000),
        paragraph('introEn', 2_000),
        date('startsOn'),
        date('endsOn'),
        ...(survey ? [] : [copy]),
      ]}
    />
  )
}

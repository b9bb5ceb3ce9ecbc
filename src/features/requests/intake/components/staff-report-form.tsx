'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Alert } from '@/ui/alert'
import { ComboBox } from '@/ui/combo-box'
import { Form } from '@/ui/form'
import { LinkButton } from '@/ui/link-button'
import { type Option, Select } from '@/ui/select'
import { TextArea } from '@/ui/text-area'
import { TextField } from '@/ui/text-field'
import { STAFF_SOURCES } from '../schema'

type Category = {
  id: string
  name: string
  nameEn: string
  group: string
  groupEn: string
  danger: string | null
}

/** What somebody told the office, written down: where, what, and who said it. */
export function StaffReportForm({
  categories,
  compounds,
}: {
  categories: readonly Category[]
  compounds: readonly Option[]
}) {
  const t = useTranslations('requests')
  const isEnglish = useLocale() === 'en'
  const [filed, setFiled] = useState<{ id: string; number: string; token: string }>()
  const [categoryId, setCategoryId] = useState<string>()
  const danger = categories.find(({ id }) => id === categoryId)?.danger
  if (filed) {
    return (
      <Alert tone="good" title={t('filed', { number: filed.number })}>
        <p>{t('filedWhy', { token: filed.token })}</p>
        <p className="mt-2 flex flex-wrap gap-2">
          <LinkButton href={`/office/requests/${filed.id}`} kind="primary">
            {t('open')}
          </LinkButton>
          <LinkButton href="/office/requests">{t('title')}</LinkButton>
        </p>
      </Alert>
    )
  }
  return (
    <Form
      action="/api/v1/requests"
      submit={t('file')}
      more={<LinkButton href="/office/requests">{t('cancel')}</LinkButton>}
      onDone={(answer) => setFiled(answer as typeof filed)}
    >
      <ComboBox
        name="categoryId"
        label={t('fields.category')}
        options={categories.map((one) => ({
          value: one.id,
          label: isEnglish ? one.nameEn : one.name,
          description: isEnglish ? one.groupEn : one.group,
        }))}
        onChange={(value) => setCategoryId(value ?? undefined)}
        isRequired
      />
      {danger && (
        <Alert tone="bad" title={t('dangerTitle', { number: danger })}>
          <p>{t('dangerWhy')}</p>
        </Alert>
      )}
      <TextArea name="words" label={t('fields.words')} isRequired maxLength={2000} />
      <ComboBox
        name="buildingId"
        label={t('fields.building')}
        description={t('buildingHint')}
        searchUrl="/api/v1/requests/places"
      />
      <ComboBox
        name="compoundId"
        label={t('fields.compound')}
        description={t('compoundHint')}
        options={compounds}
      />
      <TextField name="place" label={t('fields.place')} maxLength={100} />
      <Select
        name="source"
        label={t('fields.source')}
        options={STAFF_SOURCES.map((value) => ({ value, label: t(`sources.${value}`) }))}
        defaultValue="phone"
        isRequired
      />
      <TextField name="sourceNumber" label={t('fields.sourceNumber')} maxLength={40} />
      <TextField name="reporterName" label={t('fields.reporterName')} maxLength={40} />
      <TextField
        name="reporterPhone"
        label={t('fields.reporterPhone')}
        type="tel"
        inputMode="tel"
        maxLength={30}
      />
    </Form>
  )
}

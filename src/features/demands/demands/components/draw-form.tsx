'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SERVICE_CATEGORIES } from '@/core/service-categories'
import { Checkbox } from '@/ui/checkbox'
import { ComboBox } from '@/ui/combo-box'
import { DateField } from '@/ui/date-field'
import { Form } from '@/ui/form'
import { RadioGroup } from '@/ui/radio-group'
import { type Option, Select } from '@/ui/select'
import { TextArea } from '@/ui/text-area'
import { TextField } from '@/ui/text-field'

export type DrawnFrom = { kind: string; sourceId: string; title: string | null; category: string | null }

/** Draws a demand from a record, or lays the record to a demand that is known; told by mouth it names place and day. */
export function DrawForm({ source, compounds }: { source: DrawnFrom | null; compounds: readonly Option[] }) {
  const t = useTranslations('demands')
  const router = useRouter()
  const [into, setInto] = useState<'known' | 'new'>('new')
  const [knownId, setKnownId] = useState<string | null>(null)
  const evidence = (values: FormData) =>
    source
      ? { kind: source.kind, sourceId: source.sourceId }
      : {
          kind: 'other',
          compoundId: values.get('evidence.compoundId') || undefined,
          happenedOn: values.get('evidence.happenedOn') || undefined,
          words: String(values.get('evidence.words') ?? '').trim() || null,
        }
  return (
    <Form
      key={into}
      action={
        into === 'new'
          ? '/api/v1/demands'
          : `/api/v1/demands/${knownId ?? '00000000-0000-0000-0000-000000000000'}/evidence`
      }
      submit={t('keep')}
      body={(values) =>
        into === 'new'
          ? {
              title: values.get('title'),
              category: values.get('category') || undefined,
              words: String(values.get('words') ?? '').trim() || null,
              isUrgent: values.get('isUrgent') !== null,
              evidence: evidence(values),
            }
          : { evidence: evidence(values) }
      }
      onDone={(answer) => {
        router.push(`/office/demands/${(answer as { id: string }).id}` as Route)
        router.refresh()
      }}
    >
      <RadioGroup
        name="into"
        label={t('into')}
        options={[
          { value: 'new', label: t('intoNew') },
          { value: 'known', label: t('intoKnown') },
        ]}
        value={into}
        onChange={(value) => setInto(value === 'known' ? 'known' : 'new')}
      />
      {into === 'known' ? (
        <ComboBox
          name="id"
          label={t('known')}
          searchUrl="/api/v1/demands/search"
          isRequired
          onChange={setKnownId}
        />
      ) : (
        <>
          <TextField
            name="title"
            label={t('fields.title')}
            defaultValue={source?.title ?? ''}
            maxLength={60}
            isRequired
          />
          <Select
            name="category"
            label={t('fields.category')}
            options={SERVICE_CATEGORIES.map((value) => ({ value, label: t(`categories.${value}`) }))}
            defaultValue={source?.category ?? 'other'}
            isRequired
          />
          <TextArea name="words" label={t('fields.words')} maxLength={1000} />
          <Checkbox name="isUrgent" description={t('urgentHint')}>
            {t('fields.isUrgent')}
          </Checkbox>
        </>
      )}
      {!source && (
        <>
          <ComboBox name="evidence.compoundId" label={t('fields.compound')} options={compounds} isRequired />
          <DateField name="evidence.happenedOn" label={t('fields.happenedOn')} isRequired />
          <TextArea name="evidence.words" label={t('fields.evidenceWords')} maxLength={500} />
        </>
      )}
    </Form>
  )
}

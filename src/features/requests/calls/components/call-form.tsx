'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DateField } from '@/ui/date-field'
import { Form } from '@/ui/form'
import { RadioGroup } from '@/ui/radio-group'
import { TextArea } from '@/ui/text-area'
import { OUTCOMES } from '../schema'

const MARKS = ['5', '4', '3', '2', '1'] as const

/** What came of a call: the outcome, and with it the staff's own mark or the day of the next try. */
export function CallForm({ callId, version }: { callId: string; version: number }) {
  const t = useTranslations('calls')
  const router = useRouter()
  const [outcome, setOutcome] = useState<string>('reached')
  return (
    <Form
      action={`/api/v1/follow-up-calls/${callId}/record`}
      submit={t('record')}
      body={(values) => {
        const words = String(values.get('words') ?? '').trim()
        return {
          outcome,
          version,
          ...(words ? { words } : {}),
          ...(outcome === 'reached' ? { quality: Number(values.get('quality')) || undefined } : {}),
          ...(outcome === 'not-reached' ? { againOn: values.get('againOn') || undefined } : {}),
        }
      }}
      onDone={() => router.refresh()}
    >
      <RadioGroup
        name="outcome"
        label={t('fields.outcome')}
        options={OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
        value={outcome}
        onChange={setOutcome}
        isRequired
      />
      {outcome === 'reached' && (
        <RadioGroup
          name="quality"
          label={t('fields.quality')}
          description={t('qualityHint')}
          options={MARKS.map((value) => ({ value, label: t('mark', { mark: Number(value) }) }))}
          isRequired
        />
      )}
      {outcome === 'not-reached' && <DateField name="againOn" label={t('fields.againOn')} isRequired />}
      <TextArea name="words" label={t('fields.words')} isRequired={outcome === 'reached'} maxLength={1000} />
    </Form>
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Form } from '@/ui/form'
import { RadioGroup } from '@/ui/radio-group'
import { TextArea } from '@/ui/text-area'
import { STATES } from '../schema'

/** How far a demand has come; who declines it says why. */
export function MoveForm({ demand }: { demand: { id: string; state: string; version: number } }) {
  const t = useTranslations('demands')
  const router = useRouter()
  const others = STATES.filter((state) => state !== demand.state)
  const [state, setState] = useState<string>(others[0] ?? 'open')
  return (
    <Form
      action={`/api/v1/demands/${demand.id}/state`}
      submit={t('move')}
      body={(values) => ({
        state,
        version: demand.version,
        reason: String(values.get('reason') ?? '').trim() || null,
      })}
      onDone={() => router.refresh()}
    >
      <RadioGroup
        name="state"
        label={t('fields.state')}
        options={others.map((value) => ({ value, label: t(`states.${value}`) }))}
        value={state}
        onChange={setState}
      />
      <TextArea name="reason" label={t('fields.reason')} isRequired={state === 'declined'} maxLength={500} />
    </Form>
  )
}

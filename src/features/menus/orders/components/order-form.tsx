'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { uuidv7 } from '@/core/identifier'
import { Form } from '@/ui/form'
import { NumberField } from '@/ui/number-field'
import { RadioGroup } from '@/ui/radio-group'
import { type Option, Select } from '@/ui/select'
import { TextArea } from '@/ui/text-area'
import { TextField } from '@/ui/text-field'

type Props = {
  action: string
  itemId: string
  compoundId: string
  /** Fixed for one unit, in the reader's words; null for what costs nothing. */
  price: string | null
  buildings: readonly Option[]
  /** The times of the chosen day; null where the office arranges one. */
  times: readonly Option[] | null
  /** Where to go then; `{id}` and `{token}` are the answer's. */
  doneHref: string
}

/** Who orders, where and for when. The order's id is drawn here, so that sending it twice is one order. */
export function OrderForm({ action, itemId, compoundId, price, buildings, times, doneHref }: Props) {
  const t = useTranslations('orders')
  const router = useRouter()
  const [id] = useState(() => uuidv7())
  return (
    <Form
      action={action}
      submit={t('place')}
      body={(values) => {
        const text = (name: string) => String(values.get(name) ?? '').trim() || undefined
        return {
          id,
          itemId,
          compoundId,
          buildingId: text('buildingId'),
          room: text('room'),
          startsAt: times ? (text('startsAt') ?? '') : null,
          quantity: Number(text('quantity') ?? 1),
          name: text('name'),
          phone: text('phone'),
          words: text('words') ?? null,
        }
      }}
      onDone={(answer) => {
        const { id: order = '', token = '' } = answer as { id?: string; token?: string }
        router.push(doneHref.replace('{id}', order).replace('{token}', token) as Route)
      }}
    >
      {times && <RadioGroup name="startsAt" label={t('chooseTime')} options={times} isRequired />}
      {price && <p className="text-lg font-semibold">{t('priceShown', { price })}</p>}
      {price && <p className="text-sm text-ink-soft">{t('payLater')}</p>}
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        {price && (
          <NumberField
            name="quantity"
            label={t('fields.quantity')}
            minValue={1}
            maxValue={99}
            defaultValue={1}
            isRequired
          />
        )}
        <Select name="buildingId" label={t('fields.buildingId')} options={buildings} isRequired />
        <TextField
          name="room"
          label={t('fields.room')}
          description={t('roomHint')}
          maxLength={20}
          isRequired
        />
        <TextField name="name" label={t('fields.name')} maxLength={40} autoComplete="name" isRequired />
        <TextField
          name="phone"
          label={t('fields.phone')}
          description={t('contactWhy')}
          type="tel"
          maxLength={40}
          autoComplete="tel"
          isRequired
        />
      </div>
      <TextArea name="words" label={t('wordsHint')} maxLength={500} />
    </Form>
  )
}

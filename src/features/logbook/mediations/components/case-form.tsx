'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { ComboBox } from '@/ui/combo-box'
import { Form } from '@/ui/form'
import { LinkButton } from '@/ui/link-button'
import { type Option, Select } from '@/ui/select'
import { TextArea } from '@/ui/text-area'
import { TextField } from '@/ui/text-field'

const MOST_SIDES = 10

/** Opens a case: the building, chosen from a few or searched among many, what it is about, and two sides or more. */
export function CaseForm({ base, buildings }: { base: string; buildings: readonly Option[] | null }) {
  const t = useTranslations('mediations')
  const router = useRouter()
  const [count, setCount] = useState(2)
  const sides = Array.from({ length: count }, (_, place) => place)
  return (
    <Form
      action="/api/v1/mediations"
      submit={t('add')}
      body={(values) => ({
        buildingId: values.get('buildingId') || undefined,
        matter: values.get('matter') || undefined,
        parties: sides.map((place) => ({
          name: values.get(`parties.${place}.name`) || undefined,
          phone: values.get(`parties.${place}.phone`) || null,
          door: values.get(`parties.${place}.door`) || null,
        })),
      })}
      onDone={(answer) => {
        router.push(`${base}/${(answer as { id: string }).id}` as Route)
        router.refresh()
      }}
      more={<LinkButton href={base}>{t('cancel')}</LinkButton>}
    >
      {buildings ? (
        <Select
          name="buildingId"
          label={t('fields.building')}
          options={buildings}
          {...(buildings[0] ? { defaultValue: buildings[0].value } : {})}
          isRequired
        />
      ) : (
        <ComboBox
          name="buildingId"
          label={t('fields.building')}
          placeholder={t('findBuilding')}
          searchUrl="/api/v1/mediations/building-options"
          isRequired
        />
      )}
      <TextArea name="matter" label={t('fields.matter')} isRequired maxLength={2_000} />
      {sides.map((place) => (
        <fieldset key={place} className="grid grid-cols-1 gap-4 border-t border-line pt-3 sm:grid-cols-3">
          <legend className="text-base font-semibold">{t('partyOf', { place: place + 1 })}</legend>
          <TextField name={`parties.${place}.name`} label={t('fields.name')} isRequired maxLength={40} />
          <TextField name={`parties.${place}.phone`} label={t('fields.phone')} type="tel" maxLength={40} />
          <TextField name={`parties.${place}.door`} label={t('fields.door')} maxLength={60} />
        </fieldset>
      ))}
      <p className="flex flex-wrap gap-2">
        {count < MOST_SIDES && <Button onPress={() => setCount(count + 1)}>{t('addSide')}</Button>}
        {count > 2 && <Button onPress={() => setCount(count - 1)}>{t('removeSide')}</Button>}
      </p>
    </Form>
  )
}

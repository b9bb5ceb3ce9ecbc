'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ComboBox } from '@/ui/combo-box'
import { Form } from '@/ui/form'
import { RadioGroup } from '@/ui/radio-group'
import { type Option, Select } from '@/ui/select'
import { showToast } from '@/ui/toast'
import { LEVELS, TRIAGES } from '../schema'

const NOBODY = 'nobody'

export type TriageFormProps = {
  opinion: { id: string; version: number; level: string; about: string }
  categories: readonly Option[]
  /** Whom a complaint from here can name. */
  named: readonly Option[]
}

/** Says what an opinion is; what needs doing is filed as a request at once, a complaint goes past whom it is about. */
export function TriageForm({ opinion, categories, named }: TriageFormProps) {
  const t = useTranslations('opinions')
  const router = useRouter()
  const [triage, setTriage] = useState<string>(opinion.about === 'nobody' ? 'demand' : 'complaint')
  const isComplaint = triage === 'complaint'
  return (
    <Form
      action={`/api/v1/opinions/${opinion.id}/triage`}
      submit={t('triage')}
      body={(values) => {
        const whom = values.get('whom')
        return {
          triage,
          version: opinion.version,
          categoryId: triage === 'request' ? values.get('categoryId') || null : null,
          level: isComplaint ? values.get('level') || null : null,
          whom: isComplaint && whom !== NOBODY ? whom || null : null,
        }
      }}
      onDone={(answer) => {
        if ((answer as { within: boolean }).within) return router.refresh()
        showToast({ message: t('past'), tone: 'good' })
        router.push('/office/opinions')
      }}
    >
      <RadioGroup
        name="triage"
        label={t('fields.triage')}
        options={[...TRIAGES, 'spam' as const].map((value) => ({ value, label: t(`triages.${value}`) }))}
        value={triage}
        onChange={setTriage}
        isRequired
      />
      {triage === 'request' && (
        <ComboBox name="categoryId" label={t('fields.category')} options={categories} isRequired />
      )}
      {isComplaint && (
        <>
          <Select
            name="level"
            label={t('fields.level')}
            options={LEVELS.map((value) => ({
              value,
              label: t(`levels.${value}`),
              disabled: value === 'community' && opinion.level === 'street',
            }))}
            defaultValue={opinion.level}
          />
          <Select
            name="whom"
            label={t('fields.whom')}
            description={t('complaintHint')}
            options={[{ value: NOBODY, label: t('nobodyNamed') }, ...named]}
            defaultValue={NOBODY}
          />
        </>
      )}
    </Form>
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ComboBox } from '@/ui/combo-box'
import { Form } from '@/ui/form'
import { RadioGroup } from '@/ui/radio-group'
import type { Option } from '@/ui/select'
import { TRIAGES } from '../schema'

/** Says what an opinion is; what needs doing is filed as a request at once. */
export function TriageForm({
  opinionId,
  version,
  categories,
}: {
  opinionId: string
  version: number
  categories: readonly Option[]
}) {
  const t = useTranslations('opinions')
  const router = useRouter()
  const [triage, setTriage] = useState<string>('demand')
  return (
    <Form
      action={`/api/v1/opinions/${opinionId}/triage`}
      submit={t('triage')}
      body={(values) => ({
        triage,
        version,
        categoryId: triage === 'request' ? values.get('categoryId') || null : null,
      })}
      onDone={() => router.refresh()}
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
    </Form>
  )
}

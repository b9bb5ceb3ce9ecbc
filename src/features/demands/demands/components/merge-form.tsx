'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { ComboBox } from '@/ui/combo-box'
import { Form } from '@/ui/form'

/** Lets a demand go up in another, found by typing. */
export function MergeForm({ demand }: { demand: { id: string; version: number } }) {
  const t = useTranslations('demands')
  const router = useRouter()
  return (
    <Form
      action={`/api/v1/demands/${demand.id}/merge`}
      submit={t('merge')}
      body={(values) => ({ intoId: values.get('intoId') || undefined, version: demand.version })}
      onDone={(answer) => {
        router.push(`/office/demands/${(answer as { id: string }).id}` as Route)
        router.refresh()
      }}
    >
      <ComboBox
        name="intoId"
        label={t('mergeInto')}
        description={t('mergeHint')}
        searchUrl={`/api/v1/demands/search?except=${demand.id}`}
        isRequired
      />
    </Form>
  )
}

'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { SERVICE_CATEGORIES } from '@/core/service-categories'
import { Checkbox } from '@/ui/checkbox'
import { labelLook } from '@/ui/field-look'
import { Form } from '@/ui/form'
import { LinkButton } from '@/ui/link-button'
import { Select } from '@/ui/select'
import { TextField } from '@/ui/text-field'

/** Which evidence goes into a demand of its own: pieces where there are few, else all of a kind in a compound. */
export function SplitForm({
  demand,
  pieces,
  groups,
}: {
  demand: { id: string; category: string; version: number }
  pieces: readonly { id: string; label: string }[]
  groups: readonly { compoundId: string; kind: string; label: string }[]
}) {
  const t = useTranslations('demands')
  const router = useRouter()
  return (
    <Form
      action={`/api/v1/demands/${demand.id}/split`}
      submit={t('split')}
      body={(values) => ({
        title: values.get('title'),
        category: values.get('category') || undefined,
        evidenceIds: values.getAll('evidenceIds'),
        groups: values.getAll('groups').map((value) => {
          const [compoundId, kind] = String(value).split('/')
          return { compoundId, kind }
        }),
        version: demand.version,
      })}
      onDone={(answer) => {
        router.push(`/office/demands/${(answer as { id: string }).id}` as Route)
        router.refresh()
      }}
      more={<LinkButton href={`/office/demands/${demand.id}`}>{t('cancel')}</LinkButton>}
    >
      <TextField name="title" label={t('splitTitle')} maxLength={60} isRequired />
      <Select
        name="category"
        label={t('fields.category')}
        options={SERVICE_CATEGORIES.map((value) => ({ value, label: t(`categories.${value}`) }))}
        defaultValue={demand.category}
        isRequired
      />
      <fieldset className="flex flex-col" data-field="evidenceIds">
        <legend className={labelLook}>{t('splitWhich')}</legend>
        {pieces.map(({ id, label }) => (
          <Checkbox key={id} name="evidenceIds" value={id}>
            {label}
          </Checkbox>
        ))}
        {pieces.length === 0 &&
          groups.map(({ compoundId, kind, label }) => (
            <Checkbox key={`${compoundId}/${kind}`} name="groups" value={`${compoundId}/${kind}`}>
              {label}
            </Checkbox>
          ))}
      </fieldset>
    </Form>
  )
}

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'
import { KINDS } from '../schema'

/** Takes things into a store, or writes off what is gone from it. */
export function StoreForm({
  action,
  submit,
  communities,
  today,
}: {
  action: 'receipts' | 'write-offs'
  submit: string
  communities: readonly Option[]
  today: string
}) {
  const t = useTranslations('materials')
  return (
    <RecordForm
      action={`/api/v1/materials/${action}`}
      method="POST"
      submit={submit}
      cancel={{ label: t('cancel'), href: '/office/materials' }}
      doneHref="/office/materials"
      fields={[
        {
          kind: 'select',
          name: 'communityId',
          label: t('fields.community'),
          required: true,
          options: communities,
          value: communities.length === 1 ? (communities[0]?.value ?? null) : null,
        },
        {
          kind: 'select',
          name: 'kind',
          label: t('fields.kind'),
          required: true,
          options: KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
        },
        {
          kind: 'number',
          name: 'quantity',
          label: t('fields.quantity'),
          required: true,
          min: 1,
          max: 10_000,
        },
        { kind: 'date', name: 'day', label: t('fields.day'), required: true, value: today },
        { kind: 'text', name: 'words', label: t('fields.words'), maxLength: 200 },
      ]}
    />
  )
}

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'
import type { Option } from '@/ui/select'

/** Records a decision on a compound: what was decided, what shows it, and on which day. */
export function DecisionForm({
  compound,
  matter,
  label,
  options,
  evidenceHint,
  today,
}: {
  compound: { id: string; version: number }
  matter: 'stage' | 'stars'
  label: string
  options: readonly Option[]
  evidenceHint: string
  today: string
}) {
  const t = useTranslations('stages')
  return (
    <RecordForm
      action={`/api/v1/compounds/${compound.id}/${matter}`}
      method="POST"
      also={{ version: compound.version }}
      submit={t('record')}
      cancel={{ label: t('cancel'), href: `/office/compounds/${compound.id}` }}
      doneHref="/office/compounds/{id}"
      fields={[
        { kind: 'select', name: matter, label, required: true, options },
        { kind: 'date', name: 'decidedOn', label: t('decidedOn'), required: true, value: today },
        {
          kind: 'paragraph',
          name: 'evidence',
          label: t('evidence'),
          description: evidenceHint,
          required: true,
          maxLength: 1_000,
        },
      ]}
    />
  )
}

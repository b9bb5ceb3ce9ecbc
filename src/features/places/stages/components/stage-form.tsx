import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'

/** Sets a compound's stage: the new one, what shows it, and the day it was decided. */
export function StageForm({
  compound,
  today,
}: {
  compound: { id: string; version: number; stage: string }
  today: string
}) {
  const t = useTranslations('stages')
  return (
    <RecordForm
      action={`/api/v1/compounds/${compound.id}/stage`}
      method="POST"
      also={{ version: compound.version }}
      submit={t('record')}
      cancel={{ label: t('cancel'), href: `/office/compounds/${compound.id}` }}
      doneHref="/office/compounds/{id}"
      fields={[
        {
          kind: 'select',
          name: 'stage',
          label: t('newStage'),
          required: true,
          options: (['none', 'managed', 'good'] as const)
            .filter((value) => value !== compound.stage)
            .map((value) => ({ value, label: t(`names.${value}`) })),
        },
        { kind: 'date', name: 'decidedOn', label: t('decidedOn'), required: true, value: today },
        {
          kind: 'paragraph',
          name: 'evidence',
          label: t('evidence'),
          description: t('evidenceHint'),
          required: true,
          maxLength: 1_000,
        },
      ]}
    />
  )
}

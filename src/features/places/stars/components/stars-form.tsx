import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'

/** Sets a compound's stars: the new level, what shows it, and the day it was decided. */
export function StarsForm({
  compound,
  today,
}: {
  compound: { id: string; version: number; stars: number }
  today: string
}) {
  const t = useTranslations('stars')
  return (
    <RecordForm
      action={`/api/v1/compounds/${compound.id}/stars`}
      method="POST"
      also={{ version: compound.version }}
      submit={t('record')}
      cancel={{ label: t('cancel'), href: `/office/compounds/${compound.id}` }}
      doneHref="/office/compounds/{id}"
      fields={[
        {
          kind: 'select',
          name: 'stars',
          label: t('newStars'),
          required: true,
          options: [1, 2, 3, 4, 5]
            .filter((stars) => stars !== compound.stars)
            .map((stars) => ({ value: String(stars), label: t('level', { stars }) })),
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

import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'

/** Adds a holiday or a make-up workday. */
export function NewDayForm({ year }: { year: number }) {
  const t = useTranslations('calendar')
  const back = `/office/calendar?year=${year}`
  return (
    <RecordForm
      action="/api/v1/calendar"
      method="POST"
      submit={t('add')}
      cancel={{ label: t('cancel'), href: back }}
      doneHref={back}
      fields={[
        { kind: 'date', name: 'day', label: t('fields.day'), required: true },
        {
          kind: 'select',
          name: 'kind',
          label: t('fields.kind'),
          required: true,
          value: 'holiday',
          options: (['holiday', 'workday'] as const).map((value) => ({ value, label: t(`kinds.${value}`) })),
        },
        {
          kind: 'text',
          name: 'name',
          label: t('fields.name'),
          required: true,
          maxLength: 20,
          description: t('nameHint'),
        },
      ]}
    />
  )
}

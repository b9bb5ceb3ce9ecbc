import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'

/** Appoints a worker as the lead of a zone for a term. */
export function LeadForm({ zoneId, today }: { zoneId: string; today: string }) {
  const t = useTranslations('zones')
  return (
    <RecordForm
      action={`/api/v1/zones/${zoneId}/leads`}
      method="POST"
      submit={t('appoint')}
      cancel={{ label: t('cancel'), href: `/office/zones/${zoneId}` }}
      doneHref={`/office/zones/${zoneId}`}
      fields={[
        {
          kind: 'search',
          name: 'workerId',
          label: t('worker'),
          description: t('workerHint'),
          required: true,
          searchUrl: '/api/v1/zones/lead-candidates',
        },
        { kind: 'date', name: 'startsOn', label: t('startsOn'), required: true, value: today },
        { kind: 'date', name: 'endsOn', label: t('endsOn'), description: t('endsOnHint') },
      ]}
    />
  )
}

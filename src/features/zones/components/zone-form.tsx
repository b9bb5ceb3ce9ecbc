import { useTranslations } from 'next-intl'
import { RecordForm } from '@/ui/record-form'

/** Adds a zone, or renames the one that is given. */
export function ZoneForm({ zone }: { zone?: { id: string; version: number; name: string } }) {
  const t = useTranslations('zones')
  return (
    <RecordForm
      action={zone ? `/api/v1/zones/${zone.id}` : '/api/v1/zones'}
      method={zone ? 'PATCH' : 'POST'}
      {...(zone ? { also: { version: zone.version } } : {})}
      submit={t('save')}
      cancel={{ label: t('cancel'), href: zone ? `/office/zones/${zone.id}` : '/office/zones' }}
      doneHref="/office/zones/{id}"
      fields={[
        {
          kind: 'text',
          name: 'name',
          label: t('fields.name'),
          required: true,
          value: zone?.name ?? '',
          maxLength: 40,
        },
      ]}
    />
  )
}

import { getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { CONSENT_SOURCES } from '@/features/people/consents/schema'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'
import { RecordForm } from '@/ui/record-form'

export default async function PlaquePage() {
  const act = await pageAct('materials.write')
  const t = await getTranslations('materials')
  return (
    <>
      <PageHeader
        title={t('plaque')}
        lead={t('plaqueLead')}
        crumbs={[{ label: t('title'), href: '/office/materials' }, { label: t('plaque') }]}
      />
      <RecordForm
        action="/api/v1/materials/plaques"
        method="POST"
        submit={t('plaque')}
        cancel={{ label: t('cancel'), href: '/office/materials' }}
        doneHref="/office/materials/{id}"
        fields={[
          {
            kind: 'search',
            name: 'householdId',
            label: t('fields.household'),
            description: t('doorHint'),
            searchUrl: '/api/v1/materials/doors',
            required: true,
          },
          {
            kind: 'text',
            name: 'name',
            label: t('fields.name'),
            description: t('nameHint'),
            required: true,
            maxLength: 40,
          },
          { kind: 'date', name: 'consentOn', label: t('fields.consentOn'), description: t('consentHint') },
          {
            kind: 'select',
            name: 'consentSource',
            label: t('fields.consentSource'),
            required: true,
            value: 'paper',
            options: CONSENT_SOURCES.map((value) => ({ value, label: t(`sources.${value}`) })),
          },
          { kind: 'date', name: 'day', label: t('fields.day'), required: true, value: dayOf(act.now) },
          { kind: 'text', name: 'words', label: t('fields.words'), maxLength: 200 },
        ]}
      />
    </>
  )
}

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { SettingsForm } from '@/features/places/settings/components/settings-form'
import { findSettings, hasSecondFactor } from '@/features/places/settings/queries'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { DescriptionList } from '@/ui/description-list'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

export default async function SettingsPage() {
  const act = await pageAct('settings.manage')
  const found = await findSettings(act)
  if (!found) notFound()
  const { code, others: _, ...settings } = found
  const [t, hasFactor, happenings] = await Promise.all([
    getTranslations('settings'),
    hasSecondFactor(act),
    timelineOf(act, 'street', act.principal.streetId),
  ])
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t('title')} lead={t('lead')} />
      <Panel>
        <DescriptionList emptyLabel="—" items={[{ term: t('fields.code'), value: code }]} />
        <ClientMessages namespaces={['settings']}>
          <SettingsForm key={settings.version} settings={settings} hasFactor={hasFactor} />
        </ClientMessages>
      </Panel>
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="settings" />
      </Panel>
    </div>
  )
}

import { getTranslations } from 'next-intl/server'
import { CaseForm } from '@/features/logbook/mediations/components/case-form'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

export async function MediationOpening({ base }: { base: string }) {
  await pageAct('mediations.use')
  const t = await getTranslations('mediations')
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: base }, { label: t('add') }]}
        lead={t('lead')}
      />
      <Panel>
        <CaseForm base={base} />
      </Panel>
    </div>
  )
}

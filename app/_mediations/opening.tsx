import { getTranslations } from 'next-intl/server'
import { fewBuildings } from '@/features/captains/buildings/queries'
import { CaseForm } from '@/features/logbook/mediations/components/case-form'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

export async function MediationOpening({ base }: { base: string }) {
  const act = await pageAct('mediations.use')
  const buildings = await fewBuildings(act, 'mediations.use')
  const t = await getTranslations('mediations')
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: base }, { label: t('add') }]}
        lead={t('lead')}
      />
      <Panel>
        <CaseForm base={base} buildings={buildings} />
      </Panel>
    </div>
  )
}

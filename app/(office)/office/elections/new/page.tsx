import { getTranslations } from 'next-intl/server'
import { ElectionForm } from '@/features/captains/elections/components/election-form'
import { electionSettings } from '@/features/places/settings/queries'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function NewElectionPage() {
  const act = await pageAct('elections.write')
  const [t, settings] = await Promise.all([getTranslations('elections'), electionSettings(act)])
  return (
    <>
      <PageHeader
        title={t('add')}
        lead={t('addLead')}
        crumbs={[{ label: t('title'), href: '/office/elections' }, { label: t('add') }]}
      />
      <ElectionForm
        terms={{
          termYears: settings.captainTermYears,
          turnoutPercent: settings.electionTurnoutPercent,
          winnerPercent: settings.electionWinnerPercent,
          publicityDays: settings.electionPublicityDays,
          entitled: null,
        }}
      />
    </>
  )
}

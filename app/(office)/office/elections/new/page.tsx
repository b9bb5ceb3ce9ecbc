import { getTranslations } from 'next-intl/server'
import { findSite, siteName } from '@/features/captains/buildings/queries'
import { ElectionForm } from '@/features/captains/elections/components/election-form'
import { electionKey } from '@/features/captains/elections/schema'
import { electionSettings } from '@/features/places/settings/queries'
import { pageAct } from '@/server/page'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'

/** Opens an election, for the building that a vacancy's page names. */
export default async function NewElectionPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('elections.write')
  const named = electionKey.safeParse({ id: (await searchParams).building })
  const site = named.success ? await findSite(act, named.data.id, 'elections.write') : null
  const [t, settings] = await Promise.all([getTranslations('elections'), electionSettings(act)])
  return (
    <>
      <PageHeader
        title={t('add')}
        lead={t('addLead')}
        crumbs={[{ label: t('title'), href: '/office/elections' }, { label: t('add') }]}
      />
      <ElectionForm
        buildings={site ? [{ value: site.id, label: siteName(site) }] : []}
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

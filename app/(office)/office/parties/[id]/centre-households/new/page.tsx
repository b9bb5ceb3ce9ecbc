import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CentreHouseholdForm } from '@/features/parties/centre-households/components/centre-household-form'
import { findParty } from '@/features/parties/organisations/detail/queries'
import { partyKey } from '@/features/parties/organisations/schema'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function NewCentreHouseholdPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('parties.write')
  const key = partyKey.safeParse(await params)
  const group = key.success ? await findParty(act, key.data.id, 'parties.write') : null
  if (group?.level !== 'building_group' || group.endedAt) notFound()
  const t = await getTranslations('parties')
  return (
    <>
      <PageHeader
        title={t('addHousehold')}
        crumbs={[
          { label: t('title'), href: '/office/parties' },
          { label: group.name, href: `/office/parties/${group.id}` },
          { label: t('addHousehold') },
        ]}
      />
      <CentreHouseholdForm groupId={group.id} />
    </>
  )
}

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CentreHouseholdForm } from '@/features/parties/centre-households/components/centre-household-form'
import { findCentreHousehold } from '@/features/parties/centre-households/queries'
import { centreHouseholdKey } from '@/features/parties/centre-households/schema'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function EditCentreHouseholdPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('parties.write')
  const key = centreHouseholdKey.safeParse(await params)
  const household = key.success ? await findCentreHousehold(act, key.data.id, 'parties.write') : null
  if (!household || household.endedAt) notFound()
  const { group } = household
  const t = await getTranslations('parties')
  return (
    <>
      <PageHeader
        title={`${t('edit')} · ${household.name}`}
        crumbs={[
          { label: t('title'), href: '/office/parties' },
          { label: group.name, href: `/office/parties/${group.id}` },
          { label: t('edit') },
        ]}
      />
      <CentreHouseholdForm groupId={group.id} household={household} />
    </>
  )
}

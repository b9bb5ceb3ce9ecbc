import { getTranslations } from 'next-intl/server'
import { communityOptions } from '@/features/places/communities/queries'
import { FlexibleHoursForm } from '@/features/sheets/flexible-hours/components/flexible-hours-form'
import { mayWriteHours } from '@/features/sheets/flexible-hours/policy'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function NewHoursPage() {
  const act = await pageAct('hours.write')
  const t = await getTranslations('flexible-hours')
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/hours' }, { label: t('add') }]}
      />
      <FlexibleHoursForm
        communities={await communityOptions(act, 'hours.write')}
        forStreet={mayWriteHours(act.principal, null)}
        position={0}
      />
    </>
  )
}

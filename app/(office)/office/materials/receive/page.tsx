import { getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { StoreForm } from '@/features/captains/materials/components/store-form'
import { communityOptions } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function ReceivePage() {
  const act = await pageAct('materials.write')
  const [t, communities] = await Promise.all([
    getTranslations('materials'),
    communityOptions(act, 'materials.write'),
  ])
  return (
    <>
      <PageHeader
        title={t('receive')}
        lead={t('receiveLead')}
        crumbs={[{ label: t('title'), href: '/office/materials' }, { label: t('receive') }]}
      />
      <StoreForm action="receipts" submit={t('receive')} communities={communities} today={dayOf(act.now)} />
    </>
  )
}

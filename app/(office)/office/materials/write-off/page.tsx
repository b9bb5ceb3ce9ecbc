import { getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { StoreForm } from '@/features/captains/materials/components/store-form'
import { communityOptions } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function WriteOffPage() {
  const act = await pageAct('materials.write')
  const [t, communities] = await Promise.all([
    getTranslations('materials'),
    communityOptions(act, 'materials.write'),
  ])
  return (
    <>
      <PageHeader
        title={t('writeOff')}
        lead={t('writeOffLead')}
        crumbs={[{ label: t('title'), href: '/office/materials' }, { label: t('writeOff') }]}
      />
      <StoreForm
        action="write-offs"
        submit={t('writeOff')}
        communities={communities}
        today={dayOf(act.now)}
      />
    </>
  )
}

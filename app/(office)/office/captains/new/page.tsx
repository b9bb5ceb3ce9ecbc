import { getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { CaptainForm } from '@/features/captains/appointments/components/captain-form'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function NewCaptainPage() {
  const act = await pageAct('captains.write')
  const t = await getTranslations('captains')
  return (
    <>
      <PageHeader
        title={t('appoint')}
        crumbs={[{ label: t('title'), href: '/office/captains' }, { label: t('appoint') }]}
      />
      <CaptainForm today={dayOf(act.now)} />
    </>
  )
}

import { getTranslations } from 'next-intl/server'
import { OutageForm } from '@/features/requests/outages/components/outage-form'
import { mayTellStreet } from '@/features/requests/outages/policy'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewOutagePage() {
  const act = await pageAct('outages.write')
  const t = await getTranslations('outages')
  return (
    <>
      <PageHeader
        title={t('add')}
        lead={t('addLead')}
        crumbs={[{ label: t('title'), href: '/office/outages' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['outages']}>
        <OutageForm forStreet={mayTellStreet(act.principal)} now={act.now} />
      </ClientMessages>
    </>
  )
}

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OutageForm } from '@/features/requests/outages/components/outage-form'
import { findOutageToWrite } from '@/features/requests/outages/queries'
import { outageKey } from '@/features/requests/outages/schema'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function EditOutagePage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('outages.write')
  const key = outageKey.safeParse(await params)
  const outage = key.success ? await findOutageToWrite(act, key.data.id) : null
  if (!outage || outage.state === 'over' || outage.state === 'withdrawn') notFound()
  const t = await getTranslations('outages')
  return (
    <>
      <PageHeader
        title={t('edit')}
        crumbs={[
          { label: t('title'), href: '/office/outages' },
          { label: outage.title, href: `/office/outages/${outage.id}` },
          { label: t('edit') },
        ]}
      />
      <ClientMessages namespaces={['outages']}>
        <OutageForm outage={outage} now={act.now} />
      </ClientMessages>
    </>
  )
}

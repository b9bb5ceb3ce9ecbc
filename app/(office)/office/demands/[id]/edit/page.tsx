import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DemandForm } from '@/features/demands/demands/components/demand-form'
import { findDemand, mayChange, ownerOptions } from '@/features/demands/demands/queries'
import { demandKey } from '@/features/demands/demands/schema'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function EditDemandPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('demands.write')
  const key = demandKey.safeParse(await params)
  const demand = key.success ? await findDemand(act, key.data.id) : null
  if (!demand || demand.mergedInto || !(await mayChange(act, demand.id))) notFound()
  const t = await getTranslations('demands')
  return (
    <>
      <PageHeader
        title={`${t('edit')} · ${demand.title}`}
        crumbs={[
          { label: t('title'), href: '/office/demands' },
          { label: demand.title, href: `/office/demands/${demand.id}` },
          { label: t('edit') },
        ]}
      />
      <ClientMessages namespaces={['demands']}>
        <DemandForm demand={demand} owners={await ownerOptions(act)} />
      </ClientMessages>
    </>
  )
}

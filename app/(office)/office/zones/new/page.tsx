import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ZoneForm } from '@/features/zones/components/zone-form'
import { mayRedraw } from '@/features/zones/policy'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function NewZonePage() {
  const act = await pageAct('zones.write')
  if (!mayRedraw(act.principal, 'zones.write')) notFound()
  const t = await getTranslations('zones')
  return (
    <>
      <PageHeader
        title={t('add')}
        lead={t('addLead')}
        crumbs={[{ label: t('title'), href: '/office/zones' }, { label: t('add') }]}
      />
      <ZoneForm />
    </>
  )
}

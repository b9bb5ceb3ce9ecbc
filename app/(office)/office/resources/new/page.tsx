import { getTranslations } from 'next-intl/server'
import { ResourceForm } from '@/features/demands/resources/components/resource-form'
import { resourceReferences } from '@/features/demands/resources/queries'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewResourcePage() {
  const act = await pageAct('resources.write')
  const t = await getTranslations('resources')
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/resources' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['resources', 'demands']}>
        <ResourceForm references={await resourceReferences(act)} />
      </ClientMessages>
    </>
  )
}

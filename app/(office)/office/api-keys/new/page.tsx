import { getTranslations } from 'next-intl/server'
import { KeyForm } from '@/features/people/api-keys/components/key-form'
import { communityOptions } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewApiKeyPage() {
  const act = await pageAct('api-keys.manage')
  const t = await getTranslations('api-keys')
  return (
    <>
      <PageHeader
        title={t('add')}
        lead={t('addLead')}
        crumbs={[{ label: t('title'), href: '/office/api-keys' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['api-keys']}>
        <KeyForm communities={await communityOptions(act, 'places.read')} />
      </ClientMessages>
    </>
  )
}

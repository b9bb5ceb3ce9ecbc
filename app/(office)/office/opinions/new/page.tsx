import { getTranslations } from 'next-intl/server'
import { SlipForm } from '@/features/opinions/components/slip-form'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewOpinionPage() {
  await pageAct('opinions.handle')
  const t = await getTranslations('opinions')
  return (
    <>
      <PageHeader
        title={t('add')}
        lead={t('addWhy')}
        crumbs={[{ label: t('title'), href: '/office/opinions' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['opinions']}>
        <SlipForm />
      </ClientMessages>
    </>
  )
}

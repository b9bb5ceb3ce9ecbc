import { getTranslations } from 'next-intl/server'
import { ProviderForm } from '@/features/providers/register/components/provider-form'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function NewProviderPage() {
  await pageAct('providers.write')
  const t = await getTranslations('providers')
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/providers' }, { label: t('add') }]}
      />
      <ProviderForm />
    </>
  )
}

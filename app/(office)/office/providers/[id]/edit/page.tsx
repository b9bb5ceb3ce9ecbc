import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ProviderForm } from '@/features/providers/register/components/provider-form'
import { findProvider } from '@/features/providers/register/queries'
import { providerKey } from '@/features/providers/register/schema'
import { pageAct } from '@/server/page'
import { PageHeader } from '@/ui/page-header'

export default async function EditProviderPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('providers.write')
  const key = providerKey.safeParse(await params)
  const provider = key.success ? await findProvider(act, key.data.id) : null
  if (!provider || provider.endedAt) notFound()
  const t = await getTranslations('providers')
  return (
    <>
      <PageHeader
        title={`${t('edit')} · ${provider.name}`}
        crumbs={[
          { label: t('title'), href: '/office/providers' },
          { label: provider.name, href: `/office/providers/${provider.id}` },
          { label: t('edit') },
        ]}
      />
      <ProviderForm provider={provider} />
    </>
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import { CheckpointForm } from '@/features/logbook/checkpoints/components/checkpoint-form'
import { categoriesOf } from '@/features/requests/intake/queries'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewCheckpointPage() {
  const act = await pageAct('logbook.settings')
  const [t, locale, categories] = await Promise.all([
    getTranslations('checkpoints'),
    getLocale(),
    categoriesOf(act),
  ])
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/checkpoints' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['checkpoints']}>
        <CheckpointForm
          categories={categories.map(({ id, name, nameEn }) => ({
            value: id,
            label: locale === 'en' ? nameEn : name,
          }))}
        />
      </ClientMessages>
    </>
  )
}

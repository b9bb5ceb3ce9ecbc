import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { CheckpointForm } from '@/features/logbook/checkpoints/components/checkpoint-form'
import { findCheckpoint } from '@/features/logbook/checkpoints/queries'
import { checkpointKey } from '@/features/logbook/checkpoints/schema'
import { categoriesOf } from '@/features/requests/intake/queries'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

const LIST = '/office/checkpoints'

export default async function EditCheckpointPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('logbook.settings')
  const key = checkpointKey.safeParse(await params)
  const checkpoint = key.success ? await findCheckpoint(act, key.data.id) : null
  if (!checkpoint || checkpoint.endedAt) notFound()
  const [t, locale, categories] = await Promise.all([
    getTranslations('checkpoints'),
    getLocale(),
    categoriesOf(act),
  ])
  const name = locale === 'en' ? checkpoint.nameEn : checkpoint.name
  return (
    <>
      <PageHeader
        title={t('editTitle', { name })}
        crumbs={[
          { label: t('title'), href: LIST },
          { label: name, href: `${LIST}/${checkpoint.id}` },
          { label: t('edit') },
        ]}
      />
      <ClientMessages namespaces={['checkpoints']}>
        <CheckpointForm
          checkpoint={checkpoint}
          categories={categories.map((one) => ({
            value: one.id,
            label: locale === 'en' ? one.nameEn : one.name,
          }))}
        />
      </ClientMessages>
    </>
  )
}

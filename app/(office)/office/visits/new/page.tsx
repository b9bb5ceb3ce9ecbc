import { getTranslations } from 'next-intl/server'
import { RhythmForm } from '@/features/logbook/visits/components/rhythm-form'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewVisitPage() {
  await pageAct('logbook.visits')
  const t = await getTranslations('visits')
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/visits' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['visits']}>
        <RhythmForm />
      </ClientMessages>
    </>
  )
}

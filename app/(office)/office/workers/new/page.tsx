import { getTranslations } from 'next-intl/server'
import { listOperators } from '@/features/crews/operators/queries'
import { WorkerForm } from '@/features/crews/workers/components/worker-form'
import { pageAct } from '@/server/page'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'

export default async function NewWorkerPage() {
  const act = await pageAct('workers.write')
  const t = await getTranslations('workers')
  const operators = await listOperators(act, 'workers.write')
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/workers' }, { label: t('add') }]}
      />
      {operators.length > 0 ? (
        <WorkerForm operators={operators.map(({ id, name }) => ({ value: id, label: name }))} />
      ) : (
        <EmptyState
          icon="shop"
          title={t('noOperators')}
          why={t('noOperatorsWhy')}
          action={<LinkButton href="/office/workers/operators">{t('operators')}</LinkButton>}
        />
      )}
    </>
  )
}

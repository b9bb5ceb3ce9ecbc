import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { listOperators } from '@/features/crews/operators/queries'
import { WorkerForm } from '@/features/crews/workers/components/worker-form'
import { findWorker } from '@/features/crews/workers/queries'
import { workerKey } from '@/features/crews/workers/schema'
import { pageAct } from '@/server/page'
import { dayFrom } from '@/server/term'
import { PageHeader } from '@/ui/page-header'

export default async function EditWorkerPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('workers.write')
  const key = workerKey.safeParse(await params)
  const worker = key.success ? await findWorker(act, key.data.id, 'workers.write') : null
  if (!worker || worker.hasEnded) notFound()
  const t = await getTranslations('workers')
  const operators = await listOperators(act, 'workers.write')
  const { id, version, name, maskedPhone, employeeNumber, post, furtherPosts, certificates } = worker
  return (
    <>
      <PageHeader
        title={`${t('edit')} · ${name}`}
        crumbs={[
          { label: t('title'), href: '/office/workers' },
          { label: name, href: `/office/workers/${id}` },
          { label: t('edit') },
        ]}
      />
      <WorkerForm
        operators={operators.map((operator) => ({ value: operator.id, label: operator.name }))}
        worker={{
          id,
          version,
          name,
          maskedPhone,
          employeeNumber,
          post,
          furtherPosts,
          certificates,
          operatorId: worker.operator.id,
          startsOn: dayFrom(worker.startsOn),
        }}
      />
    </>
  )
}

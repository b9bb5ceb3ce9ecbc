import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { WageHistory } from '@/features/crews/wages/components/wage-history'
import { findWorker } from '@/features/crews/workers/queries'
import { workerKey } from '@/features/crews/workers/schema'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { RecordForm } from '@/ui/record-form'

/** Wages stand on a page of their own: opening it shows none, each look gives a reason. */
export default async function WagesPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('workers.wages')
  const key = workerKey.safeParse(await params)
  const worker = key.success ? await findWorker(act, key.data.id, 'workers.wages') : null
  if (!worker) notFound()
  const t = await getTranslations('workers')
  const back = `/office/workers/${worker.id}`
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={`${t('wages')} · ${worker.name}`}
        crumbs={[
          { label: t('title'), href: '/office/workers' },
          { label: worker.name, href: back },
          { label: t('wages') },
        ]}
        lead={t('wagesLead')}
      />
      <Panel title={t('wageHistory')}>
        <ClientMessages namespaces={['workers']}>
          <WageHistory workerId={worker.id} />
        </ClientMessages>
      </Panel>
      {!worker.hasEnded && (
        <Panel title={t('newWage')}>
          <RecordForm
            action={`/api/v1/workers/${worker.id}/wages`}
            method="POST"
            submit={t('save')}
            cancel={{ label: t('cancel'), href: back }}
            doneHref={back}
            fields={[
              { kind: 'date', name: 'startsOn', label: t('fields.wageStartsOn'), required: true },
              {
                kind: 'number',
                name: 'monthlyYuan',
                label: t('fields.monthlyYuan'),
                unit: t('yuan'),
                min: 1,
                max: 1_000_000,
                fraction: 2,
                required: true,
              },
            ]}
          />
        </Panel>
      )}
    </div>
  )
}

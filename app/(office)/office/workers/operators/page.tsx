import { getTranslations } from 'next-intl/server'
import { listOperators } from '@/features/crews/operators/queries'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { RecordForm } from '@/ui/record-form'
import { TextLink } from '@/ui/text-link'

const WORKERS = '/office/workers'
const PATH = `${WORKERS}/operators`

/** The service companies: few, so each can be renamed in its place. */
export default async function OperatorsPage() {
  const act = await pageAct('workers.read')
  const t = await getTranslations('workers')
  const operators = await listOperators(act)
  const mayWrite = holds(act.principal, 'workers.write')
  const cancel = { label: t('cancel'), href: WORKERS }
  const nameField = { kind: 'text' as const, name: 'name', label: t('operatorName'), required: true }
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('operators')}
        lead={t('operatorsLead')}
        crumbs={[{ label: t('title'), href: WORKERS }, { label: t('operators') }]}
      />
      {operators.length === 0 && (
        <EmptyState icon="shop" title={t('noOperators')} why={t('noOperatorsWhy')} />
      )}
      {operators.map(({ id, name, workers }) => (
        <Panel key={id} title={name}>
          <div className="flex flex-col gap-3">
            <p className="text-sm">
              <TextLink href={`${WORKERS}?operator=${id}`}>{t('workersNow', { count: workers })}</TextLink>
            </p>
            {mayWrite && (
              <RecordForm
                action={`/api/v1/operators/${id}`}
                method="PATCH"
                also={{ formerName: name }}
                submit={t('rename')}
                cancel={cancel}
                doneHref={PATH}
                fields={[{ ...nameField, value: name, maxLength: 60 }]}
              />
            )}
          </div>
        </Panel>
      ))}
      {mayWrite && (
        <Panel title={t('addOperator')}>
          <RecordForm
            action="/api/v1/operators"
            method="POST"
            submit={t('addOperator')}
            cancel={cancel}
            doneHref={PATH}
            fields={[{ ...nameField, maxLength: 60 }]}
          />
        </Panel>
      )}
    </div>
  )
}

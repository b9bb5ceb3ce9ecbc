import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { findWorker, type WorkerRow } from '@/features/crews/workers/queries'
import { workerKey } from '@/features/crews/workers/schema'
import { mayAskNumber } from '@/features/people/persons/queries'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { MaskedValue } from '@/ui/masked-value'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

const PATH = '/office/workers'

export default async function WorkerPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('workers.read')
  const key = workerKey.safeParse(await params)
  const worker = key.success ? await findWorker(act, key.data.id) : null
  if (!worker) notFound()
  const t = await getTranslations('workers')
  const history = await getTranslations('timeline')
  const format = await getFormatter()
  const mayCall = await mayAskNumber(act, worker.personId)
  const happenings = await timelineOf(act, 'worker', worker.id)
  const { maskedPhone, endsOn, zones } = worker
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={worker.name}
        crumbs={[{ label: t('title'), href: PATH }, { label: worker.name }]}
        lead={
          <span className="flex flex-wrap gap-2">
            <Badge>{worker.post}</Badge>
            {zones.map(({ id, name }) => (
              <Badge key={id} tone="note">
                {t('leads', { zone: name })}
              </Badge>
            ))}
            {endsOn && <Badge tone="warn">{t('endsOnDay', { day: format.dateTime(endsOn, 'day') })}</Badge>}
          </span>
        }
        actions={
          <>
            {holds(act.principal, 'workers.wages') && (
              <LinkButton href={`${PATH}/${worker.id}/wages`}>{t('wages')}</LinkButton>
            )}
            {holds(act.principal, 'workers.write') && <Actions worker={worker} />}
          </>
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel={t('notKnown')}
          items={[
            { term: t('fields.employeeNumber'), value: worker.employeeNumber },
            { term: t('fields.operator'), value: worker.operator.name },
            {
              term: t('fields.phone'),
              value: maskedPhone && (
                <MaskedValue
                  masked={maskedPhone}
                  label={t('fields.phone')}
                  {...(mayCall ? { revealUrl: `/api/v1/people/${worker.personId}/contact` } : {})}
                />
              ),
            },
            { term: t('fields.startsOn'), value: format.dateTime(worker.startsOn, 'day') },
            { term: t('fields.furtherPosts'), value: worker.furtherPosts.join('、') },
            { term: t('fields.certificates'), value: worker.certificates.join('、') },
            ...(endsOn
              ? [
                  { term: t('fields.endsOn'), value: format.dateTime(endsOn, 'day') },
                  { term: t('fields.endReason'), value: worker.endReason },
                ]
              : []),
          ]}
        />
      </Panel>
      <Panel title={history('title')}>
        <RecordTimeline happenings={happenings} namespace="workers" />
      </Panel>
    </div>
  )
}

async function Actions({ worker: { id, version, endsOn, hasEnded } }: { worker: WorkerRow }) {
  const t = await getTranslations('workers')
  const action = `/api/v1/workers/${id}`
  return (
    <>
      {!hasEnded && (
        <LinkButton href={`${PATH}/${id}/edit`} kind="primary">
          {t('edit')}
        </LinkButton>
      )}
      {endsOn ? (
        <ActionButton
          trigger={t('resume')}
          title={t('resumeTitle')}
          why={t('resumeWhy')}
          confirm={t('resume')}
          action={`${action}/resumption`}
          body={{ version }}
        />
      ) : (
        <ActionButton
          trigger={t('end')}
          title={t('endTitle')}
          why={t('endWhy')}
          confirm={t('end')}
          danger
          action={`${action}/end`}
          body={{ version }}
          asks={[
            { name: 'endsOn', label: t('fields.endsOn'), type: 'date', required: true },
            { name: 'reason', label: t('fields.endReason'), type: 'text', required: true },
          ]}
        />
      )}
    </>
  )
}

import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { CallForm } from '@/features/requests/calls/components/call-form'
import { findCall } from '@/features/requests/calls/queries'
import { callKey } from '@/features/requests/calls/schema'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import { DescriptionList } from '@/ui/description-list'
import { MaskedValue } from '@/ui/masked-value'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

const LIST = '/office/follow-up'

export default async function FollowUpCallPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('calls.read')
  const key = callKey.safeParse(await params)
  const call = key.success ? await findCall(act, key.data.id, 'calls.read') : null
  if (!call) notFound()
  const [t, format, locale, happenings] = await Promise.all([
    getTranslations('calls'),
    getFormatter(),
    getLocale(),
    timelineOf(act, 'follow-up', call.id),
  ])
  const { request, reporter, said, reason } = call
  const title = t('callTitle', { number: request.number })
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={title}
        crumbs={[{ label: t('title'), href: LIST }, { label: request.number }]}
        lead={
          reason && <Badge tone={reason === 'sample' ? 'neutral' : 'warn'}>{t(`reasons.${reason}`)}</Badge>
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel="—"
          items={[
            {
              term: t('fields.number'),
              value: holds(act.principal, 'requests.read') ? (
                <TextLink href={`/office/requests/${request.id}`}>{request.number}</TextLink>
              ) : (
                request.number
              ),
            },
            {
              term: t('fields.category'),
              value: locale === 'en' ? request.category.nameEn : request.category.name,
            },
            { term: t('fields.place'), value: `${request.compound.name} ${request.building?.name ?? ''}` },
            { term: t('fields.worker'), value: request.worker?.person.name },
            { term: t('fields.reporterName'), value: reporter.name },
            {
              term: t('fields.reporter'),
              value: reporter.phone && (
                <MaskedValue
                  masked={reporter.phone}
                  label={t('fields.reporter')}
                  {...(holds(act.principal, 'people.contact')
                    ? { revealUrl: `/api/v1/requests/${request.id}/contact` }
                    : {})}
                />
              ),
            },
            { term: t('fields.requestWords'), value: request.words, wide: true },
            {
              term: t('fields.said'),
              value: said
                ? `${t(said.satisfied ? 'satisfied' : 'notSatisfied')} ${said.words ?? ''}`
                : t('nothingSaid'),
              wide: true,
            },
          ]}
        />
      </Panel>
      {call.outcome && (
        <Panel title={t('result')}>
          <DescriptionList
            emptyLabel="—"
            items={[
              { term: t('fields.outcome'), value: t(`outcomes.${call.outcome as 'reached'}`) },
              { term: t('fields.quality'), value: call.quality },
              {
                term: t('fields.calledAt'),
                value: call.calledAt && format.dateTime(call.calledAt, 'moment'),
              },
              { term: t('fields.words'), value: call.words, wide: true },
            ]}
          />
        </Panel>
      )}
      {!call.calledAt && holds(act.principal, 'calls.write') && (
        <Panel title={t('record')}>
          <ClientMessages namespaces={['calls']}>
            <CallForm key={call.version} callId={call.id} version={call.version} />
          </ClientMessages>
        </Panel>
      )}
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="calls" />
      </Panel>
    </div>
  )
}

import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { SettleButton } from '@/features/surveys/visits/components/settle-button'
import { findVisit, placeOf } from '@/features/surveys/visits/queries'
import { visitKey } from '@/features/surveys/visits/schema'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { todayOf } from '@/server/term'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

const LIST = '/office/household-visits'

export default async function HouseholdVisitPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('visits.read')
  const key = visitKey.safeParse(await params)
  const visit = key.success ? await findVisit(act, key.data.id) : null
  if (!visit) notFound()
  const [t, demands, format, happenings] = await Promise.all([
    getTranslations('household-visits'),
    getTranslations('demands'),
    getFormatter(),
    timelineOf(act, 'household-visit', visit.id),
  ])
  const place = placeOf(visit)
  const today = todayOf(act.now)
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('visitTitle', { place })}
        crumbs={[{ label: t('title'), href: LIST }, { label: place }]}
        actions={
          holds(act.principal, 'demands.write') && (
            <LinkButton href={`/office/demands/new?kind=visit&source=${visit.id}`} kind="primary">
              {t('drawFrom')}
            </LinkButton>
          )
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel="—"
          items={[
            { term: t('fields.happenedAt'), value: format.dateTime(visit.happenedAt, 'moment') },
            { term: t('fields.visitor'), value: visit.visitor },
            {
              term: t('fields.topics'),
              value: visit.topics.map((topic) => demands(`categories.${topic as 'other'}`)).join('、'),
            },
            { term: t('fields.receivedAt'), value: format.dateTime(visit.receivedAt, 'moment') },
            { term: t('fields.words'), value: visit.words, wide: true },
          ]}
        />
      </Panel>
      <Panel title={t('promises')}>
        {visit.promises.length === 0 ? (
          <p className="text-sm text-ink-faint">{t('noPromises')}</p>
        ) : (
          <ul className="flex flex-col gap-2">
            {visit.promises.map((promise) => {
              const state = promise.state === 'open' && promise.dueOn < today ? 'overdue' : promise.state
              return (
                <li key={promise.id} className="flex flex-wrap items-center gap-2 text-sm">
                  <Badge tone={state === 'overdue' ? 'bad' : state === 'kept' ? 'good' : 'neutral'}>
                    {t(`promiseStates.${state}`)}
                  </Badge>
                  <span>{promise.words}</span>
                  <span className="text-ink-faint">
                    {t('fields.dueOn')}{' '}
                    {format.dateTime(promise.dueOn, { dateStyle: 'medium', timeZone: 'UTC' })}
                  </span>
                  {promise.note && <span className="text-ink-soft">{promise.note}</span>}
                  {promise.state === 'open' && holds(act.principal, 'visits.write') && (
                    <SettleButton promise={promise} />
                  )}
                </li>
              )
            })}
          </ul>
        )}
      </Panel>
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="household-visits" />
      </Panel>
    </div>
  )
}

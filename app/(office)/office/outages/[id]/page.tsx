import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { findOutage, findOutageToWrite } from '@/features/requests/outages/queries'
import { outageKey } from '@/features/requests/outages/schema'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

const TONES = { current: 'bad', upcoming: 'warn', over: 'good', withdrawn: 'note' } as const

export default async function OutagePage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('outages.read')
  const key = outageKey.safeParse(await params)
  const outage = key.success ? await findOutage(act, key.data.id) : null
  if (!outage) notFound()
  const { id, version, title, state } = outage
  const t = await getTranslations('outages')
  const format = await getFormatter()
  const [mine, happenings] = await Promise.all([
    holds(act.principal, 'outages.write') ? findOutageToWrite(act, id) : null,
    timelineOf(act, 'outage', id),
  ])
  const open = state === 'current' || state === 'upcoming'
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={title}
        crumbs={[{ label: t('title'), href: '/office/outages' }, { label: title }]}
        lead={<Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>}
        actions={
          mine &&
          open && (
            <>
              {state === 'current' && (
                <ActionButton
                  trigger={t('end')}
                  triggerKind="primary"
                  title={t('endTitle', { title })}
                  why={t('endWhy')}
                  confirm={t('end')}
                  action={`/api/v1/outages/${id}/end`}
                  body={{ version }}
                />
              )}
              <LinkButton href={`/office/outages/${id}/edit`}>{t('edit')}</LinkButton>
              <ActionButton
                trigger={t('withdraw')}
                title={t('withdrawTitle', { title })}
                why={t('withdrawWhy')}
                confirm={t('withdraw')}
                danger
                action={`/api/v1/outages/${id}/withdrawal`}
                body={{ version }}
              />
            </>
          )
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel={t('notKnown')}
          items={[
            { term: t('fields.kind'), value: t(`kinds.${outage.kind as 'water'}`) },
            { term: t('fields.place'), value: outage.place ?? t('wholeStreet') },
            { term: t('fields.isPlanned'), value: t(outage.isPlanned ? 'planned' : 'sudden') },
            { term: t('fields.startsAt'), value: format.dateTime(outage.startsAt, 'moment') },
            {
              term: t('fields.endsAt'),
              value: outage.endsAt ? format.dateTime(outage.endsAt, 'moment') : t('open'),
            },
            { term: t('fields.words'), value: outage.words, wide: true },
            { term: t('fields.titleEn'), value: outage.titleEn, wide: true },
            { term: t('fields.wordsEn'), value: outage.wordsEn, wide: true },
          ]}
        />
      </Panel>
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="outages" />
      </Panel>
    </div>
  )
}

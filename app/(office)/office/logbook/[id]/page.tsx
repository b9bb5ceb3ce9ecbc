import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { findEntry, mayDecide } from '@/features/logbook/entries/queries'
import { entryKey } from '@/features/logbook/entries/schema'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Alert } from '@/ui/alert'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

const LIST = '/office/logbook'
const TONES = { good: 'good', fair: 'warn', bad: 'bad' } as const
const MINUTE_MS = 60_000

export default async function LogEntryPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('logbook.read')
  const key = entryKey.safeParse(await params)
  const entry = key.success ? await findEntry(act, key.data.id) : null
  if (!entry) notFound()
  const [t, format, locale, happenings, isDecider] = await Promise.all([
    getTranslations('logbook'),
    getFormatter(),
    getLocale(),
    timelineOf(act, 'log-entry', entry.id),
    holds(act.principal, 'logbook.decide') ? mayDecide(act, entry.id, 'logbook.decide') : false,
  ])
  const place = `${entry.building.compound.name} ${entry.building.name}`
  const title = t('entryTitle', { kind: t(`kinds.${entry.kind}`), place })
  const wrongBy = Math.round(Math.abs(entry.phoneAt.getTime() - entry.happenedAt.getTime()) / MINUTE_MS)
  const moment = (at: Date) => format.dateTime(at, 'moment')
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={title} crumbs={[{ label: t('title'), href: LIST }, { label: title }]} />
      {entry.state !== 'counted' && <Alert tone="warn">{t(`states.${entry.state}`)}</Alert>}
      {isDecider && (
        <Panel title={t('states.aside')}>
          <div className="flex flex-col gap-3">
            <p>{t('asideWhy')}</p>
            <p className="flex flex-wrap gap-2">
              <ActionButton
                trigger={t('count')}
                title={t('count')}
                why={t('asideWhy')}
                confirm={t('count')}
                action={`/api/v1/log-entries/${entry.id}/decision`}
                body={{ decision: 'count', version: entry.version }}
              />
              <ActionButton
                trigger={t('discard')}
                title={t('discard')}
                why={t('asideWhy')}
                confirm={t('discard')}
                danger
                action={`/api/v1/log-entries/${entry.id}/decision`}
                body={{ decision: 'discard', version: entry.version }}
              />
            </p>
          </div>
        </Panel>
      )}
      <Panel>
        <DescriptionList
          emptyLabel="—"
          items={[
            { term: t('fields.happenedAt'), value: moment(entry.happenedAt) },
            { term: t('fields.receivedAt'), value: moment(entry.receivedAt) },
            {
              term: t('fields.phoneAt'),
              value:
                wrongBy > 1
                  ? `${moment(entry.phoneAt)}（${t('clockWrong', { minutes: wrongBy })}）`
                  : moment(entry.phoneAt),
            },
            { term: t('fields.captain'), value: entry.person.name },
            {
              term: t('fields.place'),
              value: [place, entry.stairwell?.name, entry.household?.stairwell.name, entry.household?.room]
                .filter(Boolean)
                .join(' '),
            },
            {
              term: t('fields.mark'),
              value: entry.mark && <Badge tone={TONES[entry.mark]}>{t(`marks.${entry.mark}`)}</Badge>,
            },
            { term: t('fields.words'), value: entry.words, wide: true },
          ]}
        />
      </Panel>
      {entry.points.length > 0 && (
        <Panel title={t('fields.points')}>
          <ul className="flex flex-col divide-y divide-line">
            {entry.points.map(({ mark, checkpoint, request }) => (
              <li key={checkpoint.id} className="flex flex-wrap items-center gap-2 py-1.5">
                <Badge tone={TONES[mark]}>{t(`marks.${mark}`)}</Badge>
                <span>{locale === 'en' ? checkpoint.nameEn : checkpoint.name}</span>
                {request && (
                  <span>
                    {t('requestsMade')}{' '}
                    {holds(act.principal, 'requests.read') ? (
                      <TextLink href={`/office/requests/${request.id}`}>{request.number}</TextLink>
                    ) : (
                      request.number
                    )}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {entry.photos.length > 0 && (
        <Panel title={t('fields.photos')}>
          <ul className="flex flex-wrap gap-3">
            {entry.photos.map(({ id, width, height }, index) => (
              <li key={id}>
                <a href={`/api/v1/log-photos/${id}`} className="block rounded-md">
                  <img
                    src={`/api/v1/log-photos/${id}`}
                    alt={t('photo', { place: index + 1 })}
                    width={width}
                    height={height}
                    loading="lazy"
                    className="h-40 w-auto max-w-full rounded-md border border-line object-cover"
                  />
                </a>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="logbook" />
      </Panel>
    </div>
  )
}

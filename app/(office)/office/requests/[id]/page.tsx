import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { pressureOf } from '@/features/requests/board/rules'
import { suggestedFor } from '@/features/requests/dispatch/queries'
import { MoveButtons } from '@/features/requests/life/components/move-buttons'
import { RequestEvents } from '@/features/requests/life/components/request-events'
import { findRequest, movesOpenTo } from '@/features/requests/life/queries'
import { transitionOf } from '@/features/requests/life/rules'
import { requestKey } from '@/features/requests/life/schema'
import { PhotoStrip } from '@/features/requests/photos/components/photo-strip'
import { templatesFor } from '@/features/requests/templates/queries'
import { filledIn } from '@/features/requests/templates/rules'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import { DescriptionList } from '@/ui/description-list'
import { MaskedValue } from '@/ui/masked-value'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

const PATH = '/office/requests'

export default async function RequestPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('requests.read')
  const key = requestKey.safeParse(await params)
  const request = key.success ? await findRequest(act, key.data.id) : null
  if (!request) notFound()
  const t = await getTranslations('requests')
  const format = await getFormatter()
  const isEnglish = (await getLocale()) === 'en'
  const moves = await movesOpenTo(act, request)
  const isGiven = moves.some((move) => transitionOf(move).needs?.includes('worker'))
  const [workers, templates] = await Promise.all([
    isGiven ? suggestedFor(act, request.id) : [],
    moves.length > 0 ? templatesFor(act, request.category.id, request.state) : [],
  ])
  const pressure = pressureOf(request, act.now)
  const category = isEnglish ? request.category.nameEn : request.category.name
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={`${request.number} ${category}`}
        crumbs={[{ label: t('title'), href: PATH }, { label: request.number }]}
        lead={
          <span className="flex flex-wrap gap-2">
            <Badge tone="note">{t(`states.${request.state}`)}</Badge>
            {request.outcome && <Badge>{t(`outcomes.${request.outcome}`)}</Badge>}
            {request.round > 1 && <Badge>{t('round', { round: request.round })}</Badge>}
            {pressure !== 'none' && (
              <Badge tone={pressure === 'soon' ? 'warn' : 'bad'}>{t(`pressures.${pressure}`)}</Badge>
            )}
            {request.state === 'closed' && !request.feedback.some(({ round }) => round === request.round) && (
              <Badge>{t('noFeedback')}</Badge>
            )}
            {request.wasLate && <Badge tone="warn">{t('lateMark')}</Badge>}
          </span>
        }
      />
      <Panel title={t('steps')}>
        {moves.length === 0 ? (
          <p className="text-sm text-ink-faint">{t('noSteps')}</p>
        ) : (
          <ClientMessages namespaces={['requests', 'phone-outbox']}>
            <MoveButtons
              requestId={request.id}
              version={request.version}
              moves={moves}
              workers={workers.map(({ id, name, post, openJobs, reasons }) => ({
                value: id,
                label: `${name} ${post}`,
                description: [
                  ...reasons.map((reason) => t(`reasons.${reason}`)),
                  t('openJobs', { count: openJobs }),
                ].join(' · '),
              }))}
              templates={templates.map(({ id, name, words, wordsEn }) => ({
                id,
                name,
                words: filledIn(isEnglish ? wordsEn : words, {
                  number: request.number,
                  category,
                  compound: request.compound.name,
                  building: request.building?.name ?? '',
                  due: request.dueAt ? format.dateTime(request.dueAt, 'moment') : '',
                  today: format.dateTime(act.now, 'day'),
                }),
              }))}
            />
          </ClientMessages>
        )}
      </Panel>
      <Panel>
        <DescriptionList
          emptyLabel={t('notKnown')}
          items={[
            { term: t('fields.words'), value: request.words, wide: true },
            {
              term: t('fields.where'),
              value: [
                request.compound.community.name,
                request.compound.name,
                request.building?.name,
                request.stairwell?.name,
              ]
                .filter(Boolean)
                .join(' '),
            },
            { term: t('fields.place'), value: request.place },
            {
              term: t('fields.due'),
              value:
                request.dueAt && request.dueKind
                  ? t('dueAt', {
                      kind: t(`dueKinds.${request.dueKind as 'accept' | 'arrive' | 'resolve'}`),
                      at: format.dateTime(request.dueAt, 'moment'),
                    })
                  : t('noDue'),
            },
            { term: t('fields.worker'), value: request.worker?.person.name ?? t('nobody') },
            { term: t('fields.createdAt'), value: format.dateTime(request.createdAt, 'moment') },
            { term: t('fields.source'), value: t(`sources.${request.source}`) },
            { term: t('fields.sourceNumber'), value: request.sourceNumber },
            { term: t('fields.reporter'), value: request.reporter.name },
            {
              term: t('fields.reporterPhone'),
              value: request.reporter.phone && (
                <MaskedValue
                  masked={request.reporter.phone}
                  label={t('fields.reporterPhone')}
                  {...(holds(act.principal, 'people.contact')
                    ? { revealUrl: `/api/v1/requests/${request.id}/contact` }
                    : {})}
                />
              ),
            },
          ]}
        />
        {request.parent && (
          <p className="mt-3">
            <TextLink href={`${PATH}/${request.parent.id}`}>
              {t('mergedInto', { number: request.parent.number })}
            </TextLink>
          </p>
        )}
      </Panel>
      {request.photos.length > 0 && (
        <Panel title={t('photos')}>
          <PhotoStrip photos={request.photos} />
        </Panel>
      )}
      {request.children.length > 0 && (
        <Panel title={t('children')}>
          <ul className="flex flex-wrap gap-x-4">
            {request.children.map(({ id, number }) => (
              <li key={id}>
                <TextLink href={`${PATH}/${id}`}>{number}</TextLink>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {request.feedback.length > 0 && (
        <Panel title={t('feedback')}>
          <ul className="flex flex-col gap-2 text-sm">
            {request.feedback.map(({ round, satisfied, overall, speed, manner, words }) => (
              <li key={round} className="flex flex-wrap items-baseline gap-2">
                <Badge tone={satisfied ? 'good' : 'bad'}>{t(satisfied ? 'satisfied' : 'notSatisfied')}</Badge>
                <span>{t('round', { round })}</span>
                {overall !== null && (
                  <span>{t('starsOf', { overall, speed: speed ?? '—', manner: manner ?? '—' })}</span>
                )}
                {words && <span className="text-ink-soft">{words}</span>}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t('events')}>
        <RequestEvents events={request.events} />
      </Panel>
    </div>
  )
}

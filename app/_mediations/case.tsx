import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { readMediation } from '@/features/logbook/mediations/cases/queries'
import { CaseActions } from '@/features/logbook/mediations/components/case-actions'
import { MeetingList } from '@/features/logbook/mediations/components/meeting-list'
import { PartyList } from '@/features/logbook/mediations/components/party-list'
import { isRunning } from '@/features/logbook/mediations/rules'
import { mediationKey } from '@/features/logbook/mediations/schema'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { DocumentLink } from '@/ui/document-link'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

/** One case, for those who are in it; that it was read is kept. */
export async function MediationCase({ base, id }: { base: string; id: string }) {
  const act = await pageAct('mediations.use')
  const key = mediationKey.safeParse({ id })
  const found = key.success ? await readMediation(act, key.data.id) : null
  if (!found) notFound()
  const [t, words, format, locale, happenings] = await Promise.all([
    getTranslations('mediations'),
    getTranslations('timeline'),
    getFormatter(),
    getLocale(),
    timelineOf(act, 'mediation', id),
  ])
  const { building, state, outcome, agreements, parties, meetings, seats } = found
  const [latest] = agreements
  const here = `${base}/${id}`
  const mayWrite = isRunning(state)
  const title = t('entryTitle', { place: `${building.compound.name}${building.name}`, number: found.number })
  const day = (date: Date | null) => date && format.dateTime(date, 'day')
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={title}
        crumbs={[{ label: t('title'), href: base }, { label: title }]}
        lead={
          <Badge tone={state === 'agreed' ? 'good' : state === 'ended' ? 'neutral' : 'note'}>
            {outcome ? t(`outcomes.${outcome}`) : t(`states.${state}`)}
          </Badge>
        }
        actions={mayWrite && <CaseActions mediation={found} />}
      />
      <Panel
        title={t('fields.matter')}
        actions={mayWrite && <LinkButton href={`${here}/matter`}>{t('change')}</LinkButton>}
      >
        <p className="whitespace-pre-wrap">{found.matter}</p>
        <DescriptionList
          emptyLabel="—"
          items={[
            { term: t('fields.openedOn'), value: day(found.openedOn) },
            { term: t('fields.followUpOn'), value: day(found.followUpOn) },
            ...(found.endedOn ? [{ term: t('fields.endedOn'), value: day(found.endedOn) }] : []),
            ...(found.closing ? [{ term: t('fields.closing'), value: found.closing, wide: true }] : []),
          ]}
        />
      </Panel>
      <Panel
        title={t('fields.parties')}
        actions={
          mayWrite &&
          !latest?.signatures.length && <LinkButton href={`${here}/party`}>{t('addParty')}</LinkButton>
        }
      >
        <PartyList
          parties={parties}
          signatures={latest?.signatures ?? []}
          agreementId={latest?.id ?? null}
          here={here}
          mayWrite={mayWrite}
        />
      </Panel>
      <Panel
        title={t('agreement')}
        actions={
          <>
            {latest && (
              <DocumentLink href={`/api/v1/mediations/${id}/agreement?lang=${locale}`}>
                {t('print')}
              </DocumentLink>
            )}
            {mayWrite && (
              <LinkButton href={`${here}/agreement`}>{t(latest ? 'drawUpAgain' : 'drawUp')}</LinkButton>
            )}
          </>
        }
      >
        {latest ? (
          <>
            <p className="text-sm text-ink-soft">
              {t('edition', {
                edition: latest.edition,
                day: day(latest.drawnUpOn) ?? '',
                mediator: latest.mediator,
              })}
            </p>
            <p className="whitespace-pre-wrap">{latest.words}</p>
          </>
        ) : (
          <p className="text-sm text-ink-soft">{t('noAgreement')}</p>
        )}
      </Panel>
      <Panel
        title={t('meetings')}
        actions={
          mayWrite && (
            <>
              {state === 'agreed' && <LinkButton href={`${here}/follow-up`}>{t('followUp')}</LinkButton>}
              <LinkButton href={`${here}/meeting`}>{t('addMeeting')}</LinkButton>
            </>
          )
        }
      >
        <MeetingList meetings={meetings} />
      </Panel>
      <Panel
        title={t('people')}
        actions={mayWrite && <LinkButton href={`${here}/colleague`}>{t('bringIn')}</LinkButton>}
      >
        <ul className="flex flex-col divide-y divide-line">
          {seats.map((seat) => (
            <li key={seat.id} className="flex flex-wrap gap-2 py-1.5">
              <span>{seat.account.displayName}</span>
              <Badge tone="neutral">{t(`posts.${seat.post}`)}</Badge>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={words('title')}>
        <RecordTimeline happenings={happenings} namespace="mediations" />
      </Panel>
    </div>
  )
}

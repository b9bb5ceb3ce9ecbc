import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { CountPanel } from '@/features/captains/elections/components/count-panel'
import { ElectionRules } from '@/features/captains/elections/components/election-rules'
import { ElectionSteps } from '@/features/captains/elections/components/election-steps'
import { NomineeList } from '@/features/captains/elections/components/nominee-list'
import { ObjectionList } from '@/features/captains/elections/components/objection-list'
import { type ElectionDetail, findElection, findElectionToWrite } from '@/features/captains/elections/queries'
import { isOpen } from '@/features/captains/elections/rules'
import { electionKey } from '@/features/captains/elections/schema'
import { mayAskNumber } from '@/features/people/persons/queries'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import type { Act } from '@/server/act'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { Badge } from '@/ui/badge'
import { DocumentLink } from '@/ui/document-link'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { RecordForm } from '@/ui/record-form'
import { TextLink } from '@/ui/text-link'

/** The people whose number the reader may ask for. */
async function revealable(act: Act, { nominees }: ElectionDetail): Promise<Set<string>> {
  const asked = await Promise.all(
    nominees.map(async ({ person }) => ((await mayAskNumber(act, person.id)) ? [person.id] : [])),
  )
  return new Set(asked.flat())
}

export default async function ElectionPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('elections.read')
  const key = electionKey.safeParse(await params)
  const election = key.success ? await findElection(act, key.data.id) : null
  if (!election) notFound()
  const { id, name, kind, state } = election
  const t = await getTranslations('elections')
  const [locale, mine, happenings, reveals] = await Promise.all([
    getLocale(),
    holds(act.principal, 'elections.write') ? findElectionToWrite(act, id) : null,
    timelineOf(act, 'election', id),
    revealable(act, election),
  ])
  const mayWrite = mine !== null && isOpen(state)
  const today = dayOf(act.now)
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={name}
        crumbs={[{ label: t('title'), href: '/office/elections' }, { label: name }]}
        lead={
          <span className="flex flex-wrap gap-2">
            <Badge tone={state === 'appointed' ? 'good' : isOpen(state) ? 'note' : 'warn'}>
              {t(`states.${state}`)}
            </Badge>
            {election.isRipe && <Badge tone="good">{t('ripe')}</Badge>}
          </span>
        }
        actions={mayWrite && <ElectionSteps election={election} today={today} />}
      />
      <Panel title={t('rules')}>
        <ElectionRules election={election} />
      </Panel>
      <Panel title={t('nominees')}>
        <NomineeList election={election} reveals={reveals} mayWrite={mayWrite} today={today} />
      </Panel>
      {state === 'voting' && <Ballots election={election} mayWrite={mayWrite} />}
      {kind === 'vote' && state !== 'nominating' && state !== 'voting' && (
        <Panel
          title={t('countTitle')}
          actions={
            <DocumentLink href={`/api/v1/elections/${id}/count-sheet?lang=${locale}`}>
              {t('countSheet')}
            </DocumentLink>
          }
        >
          <CountPanel election={election} />
        </Panel>
      )}
      {election.publicFrom && <Publicity election={election} mayWrite={mayWrite} />}
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="elections" />
      </Panel>
    </div>
  )
}

/** Households ticked off as they hand in their one ballot. */
async function Ballots({ election, mayWrite }: { election: ElectionDetail; mayWrite: boolean }) {
  const t = await getTranslations('elections')
  const { id, ballots, entitled } = election
  return (
    <Panel
      title={t('ballots')}
      actions={
        <DocumentLink href={`/api/v1/elections/${id}/count-sheet?lang=${await getLocale()}`}>
          {t('countSheet')}
        </DocumentLink>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm">{t('ballotsOf', { count: ballots, entitled: entitled ?? 0 })}</p>
        <p className="text-sm text-ink-soft">{t('ballotsHint')}</p>
        {mayWrite && (
          <RecordForm
            key={ballots}
            action={`/api/v1/elections/${id}/ballots`}
            method="POST"
            submit={t('tick')}
            cancel={{ label: t('title'), href: '/office/elections' }}
            doneHref={`/office/elections/${id}`}
            fields={[
              {
                kind: 'search',
                name: 'householdId',
                label: t('household'),
                searchUrl: `/api/v1/elections/${id}/households`,
                required: true,
              },
            ]}
          />
        )}
      </div>
    </Panel>
  )
}

async function Publicity({ election, mayWrite }: { election: ElectionDetail; mayWrite: boolean }) {
  const t = await getTranslations('elections')
  const format = await getFormatter()
  const { id, publicTo, appointmentId, isRipe, state } = election
  const day = publicTo ? format.dateTime(publicTo, 'day') : ''
  return (
    <Panel
      title={t('publicity')}
      actions={
        <DocumentLink href={`/api/v1/elections/${id}/notice?lang=${await getLocale()}`}>
          {t('notice')}
        </DocumentLink>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm">
          {t(isRipe || state !== 'publicity' ? 'publicityOver' : 'publicityRunning', { day })}{' '}
          {appointmentId && (
            <TextLink href={`/office/captains/${appointmentId}`}>{t('appointment')}</TextLink>
          )}
        </p>
        <h3 className="text-sm font-semibold">{t('objections')}</h3>
        <ObjectionList election={election} mayWrite={mayWrite} />
      </div>
    </Panel>
  )
}

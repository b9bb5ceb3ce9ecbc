import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { findCaptain, findCaptainToWrite } from '@/features/captains/appointments/queries'
import { captainKey, END_KINDS } from '@/features/captains/appointments/schema'
import { HeldBuildings } from '@/features/captains/buildings/components/held-buildings'
import { ConsentPanel } from '@/features/people/consents/components/consent-panel'
import { consentsOf, mayKeepConsentsOf } from '@/features/people/consents/queries'
import { mayAskNumber } from '@/features/people/persons/queries'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOfAll } from '@/features/people/timeline/queries'
import { handoversOf } from '@/features/requests/captain-handovers/queries'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { todayOf } from '@/server/term'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { MaskedValue } from '@/ui/masked-value'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

const TONES = { now: 'good', upcoming: 'note', ended: 'warn' } as const

export default async function CaptainPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('captains.read')
  const key = captainKey.safeParse(await params)
  const captain = key.success ? await findCaptain(act, key.data.id) : null
  if (!captain) notFound()
  const { person, state } = captain
  const t = await getTranslations('captains')
  const format = await getFormatter()
  const dayWords = (day: Date) => format.dateTime(day, 'day')
  const [mayWrite, reveals, mayKeepConsents, consents, handovers, happenings] = await Promise.all([
    holds(act.principal, 'captains.write') ? findCaptainToWrite(act, captain.id) : null,
    mayAskNumber(act, person.id),
    mayKeepConsentsOf(act, person.id),
    consentsOf(act, { personId: person.id }),
    handoversOf(act, captain.id),
    timelineOfAll(act, [
      { kind: 'captain', id: captain.id },
      { kind: 'person', id: person.id },
    ]),
  ])
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={person.name}
        crumbs={[{ label: t('title'), href: '/office/captains' }, { label: person.name }]}
        lead={<Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>}
        actions={
          mayWrite &&
          state !== 'ended' && (
            <>
              <LinkButton href={`/office/captains/${captain.id}/edit`} kind="primary">
                {t('edit')}
              </LinkButton>
              <ActionButton
                trigger={t('end')}
                title={t('endTitle', { name: person.name })}
                why={t('endWhy')}
                confirm={t('end')}
                danger
                action={`/api/v1/captains/${captain.id}/end`}
                body={{ version: captain.version }}
                asks={[
                  {
                    name: 'endsOn',
                    label: t('endsOn'),
                    type: 'date',
                    value: dayOf(act.now),
                    required: true,
                  },
                  {
                    name: 'kind',
                    label: t('endKind'),
                    type: 'choice',
                    value: 'resigned',
                    options: END_KINDS.map((value) => ({ value, label: t(`endKinds.${value}`) })),
                  },
                  { name: 'reason', label: t('endReason'), type: 'text', required: true },
                ]}
              />
            </>
          )
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel={t('notKnown')}
          items={[
            {
              term: t('fields.term'),
              value: captain.endsOn
                ? t('fromTo', { from: dayWords(captain.startsOn), to: dayWords(captain.endsOn) })
                : t('since', { from: dayWords(captain.startsOn) }),
            },
            {
              term: t('fields.phone'),
              value: person.maskedPhone && (
                <MaskedValue
                  masked={person.maskedPhone}
                  label={t('fields.phone')}
                  {...(reveals ? { revealUrl: `/api/v1/people/${person.id}/contact` } : {})}
                />
              ),
            },
            { term: t('fields.duties'), value: captain.duties.join('、') },
            { term: t('fields.doorPlaque'), value: t(captain.doorPlaque ? 'plaqueYes' : 'plaqueNo') },
            ...(captain.endKind
              ? [{ term: t('fields.endKind'), value: t(`endKinds.${captain.endKind as 'other'}`) }]
              : []),
            ...(captain.endReason ? [{ term: t('endedBecause'), value: captain.endReason, wide: true }] : []),
          ]}
        />
      </Panel>
      <Panel title={t('buildingsTitle')}>
        <HeldBuildings buildings={captain.buildings} today={todayOf(act.now)} />
      </Panel>
      <Handovers
        captainId={captain.id}
        handovers={handovers}
        mayDrawUp={captain.endsOn !== null && holds(act.principal, 'captains.write')}
      />
      <ConsentPanel
        consents={consents}
        action={`/api/v1/people/${person.id}/consent`}
        hasPhone={person.maskedPhone !== null}
        mayWrite={mayKeepConsents}
        today={dayOf(act.now)}
      />
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="captains" />
      </Panel>
    </div>
  )
}

/** What the captain handed over and took over, or the step that draws it up. */
async function Handovers({
  captainId,
  handovers,
  mayDrawUp,
}: {
  captainId: string
  handovers: Awaited<ReturnType<typeof handoversOf>>
  mayDrawUp: boolean
}) {
  const t = await getTranslations('captain-handovers')
  const hasGiven = handovers.some(({ appointmentId }) => appointmentId === captainId)
  if (handovers.length === 0 && !mayDrawUp) return null
  return (
    <Panel title={t('title')}>
      <div className="flex flex-wrap items-center gap-3 text-sm">
        {handovers.map(({ id, appointmentId }) => (
          <LinkButton key={id} href={`/office/captains/handovers/${id}`}>
            {t(appointmentId === captainId ? 'fields.from' : 'fields.to')}
          </LinkButton>
        ))}
        {!hasGiven && mayDrawUp && (
          <ActionButton
            trigger={t('drawUp')}
            title={t('drawUpTitle')}
            why={t('drawUpWhy')}
            confirm={t('drawUp')}
            action="/api/v1/captain-handovers"
            body={{ appointmentId: captainId, words: null }}
            asks={[{ name: 'words', label: t('words'), type: 'text' }]}
          />
        )}
      </div>
    </Panel>
  )
}

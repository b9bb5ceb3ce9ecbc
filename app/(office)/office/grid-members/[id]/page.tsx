import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { OtherTerms } from '@/features/grids/members/components/other-terms'
import { findMember, otherTermsOf } from '@/features/grids/members/queries'
import { memberKey } from '@/features/grids/members/schema'
import { ConsentPanel } from '@/features/people/consents/components/consent-panel'
import { consentsOf, mayKeepConsentsOf } from '@/features/people/consents/queries'
import { mayAskNumber } from '@/features/people/persons/queries'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOfAll } from '@/features/people/timeline/queries'
import { mayWriteIn } from '@/features/places/policy'
import { pageAct } from '@/server/page'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { MaskedValue } from '@/ui/masked-value'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

const TONES = { now: 'good', upcoming: 'note', ended: 'warn' } as const

export default async function GridMemberPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('grids.read')
  const key = memberKey.safeParse(await params)
  const member = key.success ? await findMember(act, key.data.id) : null
  if (!member) notFound()
  const { person, grid, state } = member
  const t = await getTranslations('grid-members')
  const format = await getFormatter()
  const dayWords = (day: Date) => format.dateTime(day, 'day')
  const [reveals, mayKeepConsents, consents, others, happenings] = await Promise.all([
    mayAskNumber(act, person.id),
    mayKeepConsentsOf(act, person.id),
    consentsOf(act, { personId: person.id }),
    otherTermsOf(act, member),
    timelineOfAll(act, [
      { kind: 'grid-member', id: member.id },
      { kind: 'person', id: person.id },
    ]),
  ])
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={person.name}
        crumbs={[{ label: t('title'), href: '/office/grid-members' }, { label: person.name }]}
        lead={<Badge tone={TONES[state]}>{t(`states.${state}`)}</Badge>}
        actions={
          mayWriteIn(act.principal, 'grids.write', grid.community.id) &&
          state !== 'ended' && (
            <>
              <LinkButton href={`/office/grid-members/${member.id}/edit`} kind="primary">
                {t('edit')}
              </LinkButton>
              <ActionButton
                trigger={t('end')}
                title={t('endTitle', { name: person.name })}
                why={t('endWhy')}
                confirm={t('end')}
                danger
                action={`/api/v1/grid-members/${member.id}/end`}
                body={{ version: member.version }}
                asks={[
                  {
                    name: 'endsOn',
                    label: t('endsOn'),
                    type: 'date',
                    value: dayOf(act.now),
                    required: true,
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
              term: t('fields.grid'),
              value: <TextLink href={`/office/grids/${grid.id}`}>{grid.name}</TextLink>,
            },
            { term: t('community'), value: grid.community.name },
            { term: t('fields.post'), value: t(`values.post.${member.post}`) },
            {
              term: t('fields.term'),
              value: member.endsOn
                ? t('fromTo', { from: dayWords(member.startsOn), to: dayWords(member.endsOn) })
                : t('since', { from: dayWords(member.startsOn) }),
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
            ...(member.endReason ? [{ term: t('endedBecause'), value: member.endReason, wide: true }] : []),
          ]}
        />
      </Panel>
      <Panel title={t('otherTitle')}>
        <OtherTerms terms={others} />
      </Panel>
      <ConsentPanel
        consents={consents}
        action={`/api/v1/people/${person.id}/consent`}
        hasPhone={person.maskedPhone !== null}
        mayWrite={mayKeepConsents}
        today={dayOf(act.now)}
      />
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="grid-members" />
      </Panel>
    </div>
  )
}

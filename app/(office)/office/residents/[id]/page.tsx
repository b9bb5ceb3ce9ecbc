import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ClaimActions } from '@/features/people/household-members/components/claim-actions'
import { doorOf, findMember } from '@/features/people/household-members/queries'
import { memberKey } from '@/features/people/household-members/schema'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { MaskedValue } from '@/ui/masked-value'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

const LIST = '/office/residents'

export default async function ResidentPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('residents.read')
  const key = memberKey.safeParse(await params)
  const member = key.success ? await findMember(act, key.data.id, 'residents.read') : null
  if (!member) notFound()
  const [t, format, happenings] = await Promise.all([
    getTranslations('residents'),
    getFormatter(),
    timelineOf(act, 'household-member', member.id),
  ])
  const { id, name, state, way, version, phone, household, reason } = member
  const door = doorOf(household)
  const { building } = household.stairwell
  const action = `/api/v1/household-members/${id}`
  const confirms = holds(act.principal, 'residents.confirm')
  const asks = [{ name: 'reason', label: t('asksReason'), type: 'text' as const, required: true }]
  const moment = (at: Date | null) => at && format.dateTime(at, 'moment')
  const isOpen = state === 'claimed' || state === 'confirmed'
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={name}
        crumbs={[{ label: t('title'), href: LIST }, { label: name }]}
        lead={<Badge tone="note">{t(`states.${state}`)}</Badge>}
        actions={
          <>
            {confirms && state === 'claimed' && <ClaimActions claim={{ id, name, version }} door={door} />}
            {confirms && state === 'confirmed' && (
              <ActionButton
                trigger={t('moveOut')}
                title={t('moveOutTitle')}
                why={t('moveOutWhy', { name })}
                confirm={t('moveOut')}
                danger
                action={`${action}/end`}
                body={{ version }}
                asks={asks}
              />
            )}
            {holds(act.principal, 'residents.manage') && isOpen && (
              <ActionButton
                trigger={t('passOn')}
                title={t('passOnTitle')}
                why={t('passOnWhy')}
                confirm={t('passOn')}
                danger
                action={`${action}/passing-on`}
                body={{}}
                asks={asks}
              />
            )}
          </>
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel="—"
          items={[
            {
              term: t('fields.household'),
              value: (
                <TextLink href={`/office/buildings/${building.id}/households/${household.id}`}>
                  {door}
                </TextLink>
              ),
            },
            { term: t('fields.community'), value: building.compound.community.name },
            {
              term: t('fields.phone'),
              value: phone && (
                <MaskedValue
                  masked={phone}
                  label={t('fields.phone')}
                  {...(holds(act.principal, 'people.contact') ? { revealUrl: `${action}/contact` } : {})}
                />
              ),
            },
            { term: t('fields.way'), value: t(`ways.${way as 'claim'}`) },
            { term: t('fields.claimedAt'), value: moment(member.claimedAt) },
            { term: t('fields.decidedAt'), value: moment(member.decidedAt) },
            { term: t('fields.endedAt'), value: moment(member.endedAt) },
            {
              term: t('fields.reason'),
              value:
                reason && t.has(`reasons.${reason as 'left'}`) ? t(`reasons.${reason as 'left'}`) : reason,
            },
          ]}
        />
      </Panel>
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="residents" />
      </Panel>
    </div>
  )
}

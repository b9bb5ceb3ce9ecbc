import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { InvitationLetter } from '@/features/people/household-invitations/components/invitation-letter'
import { goodInvitation } from '@/features/people/household-invitations/queries'
import { findHousehold } from '@/features/places/households/queries'
import { householdKey } from '@/features/places/households/schema'
import { mayWriteIn } from '@/features/places/policy'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import { DescriptionList } from '@/ui/description-list'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

type Asked = { params: Promise<{ id: string; householdId: string }> }

export default async function HouseholdPage({ params }: Asked) {
  const act = await pageAct('places.read')
  const { id, householdId } = await params
  const key = householdKey.safeParse({ id: householdId })
  const household = key.success ? await findHousehold(act, key.data.id) : null
  if (!household || household.stairwell.building.id !== id) notFound()
  const t = await getTranslations('households')
  const { stairwell, room, version, endedAt } = household
  const { building } = stairwell
  const name = `${building.compound.name} ${building.name}`
  const action = `/api/v1/households/${household.id}`
  const step = (kind: 'end' | 'resume', path: string) => (
    <ActionButton
      trigger={t(kind)}
      title={t(`${kind}Title`)}
      why={t(`${kind}Why`)}
      confirm={t(kind)}
      danger={kind === 'end'}
      action={`${action}/${path}`}
      body={{ version }}
    />
  )
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={`${name} ${stairwell.name} ${room}`}
        crumbs={[
          { label: name, href: `/office/buildings/${building.id}` },
          { label: t('title'), href: `/office/buildings/${building.id}/households` },
          { label: room },
        ]}
        lead={endedAt && <Badge tone="warn">{t('ended')}</Badge>}
        actions={
          mayWriteIn(act.principal, 'places.write', building.compound.communityId) &&
          (endedAt ? (
            step('resume', 'resumption')
          ) : (
            <>
              <ActionButton
                trigger={t('rename')}
                triggerKind="primary"
                title={t('renameTitle')}
                why={t('renameWhy')}
                confirm={t('save')}
                action={action}
                method="PATCH"
                body={{ version }}
                asks={[{ name: 'room', label: t('fields.room'), type: 'text', value: room, required: true }]}
              />
              {step('end', 'end')}
            </>
          ))
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel="—"
          items={[
            {
              term: t('fields.building'),
              value: <TextLink href={`/office/buildings/${building.id}`}>{name}</TextLink>,
            },
            { term: t('fields.stairwell'), value: stairwell.name },
            { term: t('fields.room'), value: room },
          ]}
        />
      </Panel>
      {holds(act.principal, 'residents.manage') && !endedAt && (
        <Invitation
          householdId={household.id}
          door={`${name} ${stairwell.name} ${room}`}
          good={await goodInvitation(act, household.id)}
        />
      )}
    </div>
  )
}

async function Invitation(props: {
  householdId: string
  door: string
  good: Awaited<ReturnType<typeof goodInvitation>>
}) {
  const { householdId, door, good } = props
  const [t, format] = await Promise.all([getTranslations('residents'), getFormatter()])
  return (
    <Panel title={t('invitation')}>
      <p className="print:hidden">{t('invitationWhy')}</p>
      <p className="print:hidden">
        {good ? t('inviteGood', { until: format.dateTime(good.expiresAt, 'day') }) : t('inviteNone')}
      </p>
      <ClientMessages namespaces={['residents']}>
        <InvitationLetter householdId={householdId} door={door} hasGood={good !== null} />
      </ClientMessages>
      {good && (
        <ActionButton
          trigger={t('inviteRevoke')}
          title={t('inviteRevokeTitle')}
          why={t('inviteRevokeWhy')}
          confirm={t('inviteRevoke')}
          danger
          action={`/api/v1/household-invitations/${good.id}/revocation`}
          body={{}}
        />
      )}
    </Panel>
  )
}

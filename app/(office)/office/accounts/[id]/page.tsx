import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { AccountActions } from '@/features/people/accounts/components/account-actions'
import { RoleList } from '@/features/people/accounts/components/role-list'
import { describeAccount } from '@/features/people/accounts/queries'
import { accountKey } from '@/features/people/accounts/schema'
import { IssueLink } from '@/features/people/invitations/components/issue-link'
import { RoleForm } from '@/features/people/role-grants/components/role-form'
import { ROLES, type RoleKey } from '@/features/people/role-grants/schema'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { todayOf } from '@/server/term'
import { ActionButton } from '@/ui/action-button'
import { Alert } from '@/ui/alert'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import { DescriptionList } from '@/ui/description-list'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

const TONES = { active: 'good', invited: 'note', suspended: 'bad' } as const

export default async function AccountPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('accounts.manage')
  const key = accountKey.safeParse(await params)
  const account = key.success ? await describeAccount(act, key.data.id) : null
  if (!account) notFound()
  const [t, names, format, happenings] = await Promise.all([
    getTranslations('accounts'),
    getTranslations('frame.roles'),
    getFormatter(),
    timelineOf(act, 'account', account.id),
  ])
  const isOwn = account.id === act.principal.accountId
  const roles = Object.fromEntries(ROLES.map((role) => [role, names(role)])) as Record<RoleKey, string>
  const moment = (at: Date | null) => at && format.dateTime(at, 'moment')
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={account.displayName}
        crumbs={[{ label: t('title'), href: '/office/accounts' }, { label: account.displayName }]}
        lead={<Badge tone={TONES[account.state]}>{t(`states.${account.state}`)}</Badge>}
        actions={<AccountActions account={account} isOwn={isOwn} />}
      />
      {isOwn && <Alert tone="note">{t('own')}</Alert>}
      <Panel>
        <DescriptionList
          emptyLabel={t('none')}
          items={[
            { term: t('fields.username'), value: account.username },
            { term: t('fields.person'), value: account.person?.name },
            { term: t('fields.lastSeenAt'), value: moment(account.lastSeenAt) ?? t('never') },
            { term: t('fields.openSessions'), value: account.openSessions },
            {
              term: t('fields.secondFactor'),
              value: account.hasSecondFactor ? t('factorOn') : t('factorOff'),
            },
            { term: t('fields.createdAt'), value: moment(account.createdAt) },
          ]}
        />
      </Panel>
      <ClientMessages namespaces={['accounts']}>
        <Panel title={t('fields.roles')}>
          <RoleList accountId={account.id} roles={account.roles} today={todayOf(act.now)} canEnd={!isOwn} />
          {!isOwn && <RoleForm accountId={account.id} roles={roles} />}
        </Panel>
        {!isOwn && account.state !== 'suspended' && (
          <Panel title={t('link.title')}>
            {account.link && (
              <div className="flex flex-wrap items-center justify-between gap-2 text-sm print:hidden">
                <p>{t('link.out', { moment: moment(account.link.expiresAt) ?? '' })}</p>
                <ActionButton
                  trigger={t('link.revoke')}
                  title={t('link.revokeTitle')}
                  why={t('link.revokeWhy')}
                  confirm={t('link.revoke')}
                  danger
                  action={`/api/v1/accounts/${account.id}/link/revocation`}
                  body={{}}
                />
              </div>
            )}
            <IssueLink
              accountId={account.id}
              username={account.username}
              hasPassword={account.state === 'active'}
            />
          </Panel>
        )}
      </ClientMessages>
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="accounts" />
      </Panel>
    </div>
  )
}

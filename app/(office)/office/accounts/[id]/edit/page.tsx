import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/features/people/accounts/components/account-form'
import { findAccount } from '@/features/people/accounts/queries'
import { accountKey } from '@/features/people/accounts/schema'
import { ROLES, type RoleKey } from '@/features/people/role-grants/schema'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function EditAccountPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('accounts.manage')
  const key = accountKey.safeParse(await params)
  const found = key.success ? await findAccount(act, key.data.id) : null
  if (!found) notFound()
  const { id, version, username, displayName, person } = found
  const t = await getTranslations('accounts')
  const names = await getTranslations('frame.roles')
  const roles = Object.fromEntries(ROLES.map((role) => [role, names(role)])) as Record<RoleKey, string>
  return (
    <>
      <PageHeader
        title={`${t('edit')} · ${displayName}`}
        crumbs={[
          { label: t('title'), href: '/office/accounts' },
          { label: displayName, href: `/office/accounts/${id}` },
          { label: t('edit') },
        ]}
      />
      <ClientMessages namespaces={['accounts']}>
        <AccountForm
          account={{ id, version, username, displayName, person }}
          roles={roles}
          isOwn={id === act.principal.accountId}
        />
      </ClientMessages>
    </>
  )
}

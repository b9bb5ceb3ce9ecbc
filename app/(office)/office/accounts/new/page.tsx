import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/features/people/accounts/components/account-form'
import { ROLES, type RoleKey } from '@/features/people/role-grants/schema'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewAccountPage() {
  await pageAct('accounts.manage')
  const t = await getTranslations('accounts')
  const names = await getTranslations('frame.roles')
  const roles = Object.fromEntries(ROLES.map((role) => [role, names(role)])) as Record<RoleKey, string>
  return (
    <>
      <PageHeader
        title={t('add')}
        lead={t('addLead')}
        crumbs={[{ label: t('title'), href: '/office/accounts' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['accounts']}>
        <AccountForm roles={roles} />
      </ClientMessages>
    </>
  )
}

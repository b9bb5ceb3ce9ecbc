import { getTranslations } from 'next-intl/server'
import { SignOutButton } from '@/features/people/own-account/components/sign-out-button'
import { pageAct } from '@/server/page'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'

export default async function SignOutPage() {
  const { principal } = await pageAct()
  const t = await getTranslations('account.signOut')
  const words = await getTranslations('ui')
  return (
    <>
      <PageHeader title={t('title')} lead={t('why', { name: principal.name })} />
      <div className="flex flex-wrap gap-2">
        <SignOutButton label={t('submit')} failed={words('unreachable')} />
        <LinkButton href="/office">{t('stay')}</LinkButton>
      </div>
    </>
  )
}

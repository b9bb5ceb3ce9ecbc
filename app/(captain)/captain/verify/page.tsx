import { getTranslations } from 'next-intl/server'
import { OwnJobs } from '@/features/requests/own-jobs/components/own-jobs'
import { signedIn } from '@/server/page'
import { PageTitle } from '@/ui/page-title'

export default async function VerifyPage() {
  const principal = await signedIn()
  const t = await getTranslations('ownJobs')
  return (
    <div className="flex flex-col gap-4">
      <PageTitle>{t('verifyTitle')}</PageTitle>
      <header className="flex flex-col gap-1">
        <h1 className="text-2xl font-semibold">{t('verifyTitle')}</h1>
        <p className="text-base text-ink-soft">{t('verifyLead')}</p>
      </header>
      <OwnJobs owner={principal.accountId} part="toVerify" />
    </div>
  )
}

import { getTranslations } from 'next-intl/server'
import { OwnJobs } from '@/features/requests/own-jobs/components/own-jobs'
import { signedIn } from '@/server/page'
import { holds } from '@/server/principal'
import { EmptyState } from '@/ui/empty-state'
import { PageTitle } from '@/ui/page-title'

export default async function WorkerPage() {
  const principal = await signedIn()
  const t = await getTranslations('ownJobs')
  return (
    <div className="flex flex-col gap-4">
      <PageTitle>{t('title')}</PageTitle>
      <header className="flex flex-col gap-1">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="text-base text-ink-soft">{t('lead')}</p>
      </header>
      {holds(principal, 'requests.work') ? (
        <OwnJobs owner={principal.accountId} part="toDo" />
      ) : (
        <EmptyState title={t('whyNoneTitle')} why={t('whyNone')} icon="wrench" />
      )}
    </div>
  )
}

import { getTranslations } from 'next-intl/server'
import { OwnBook } from '@/features/logbook/own-book/components/own-book'
import { signedIn } from '@/server/page'
import { PageTitle } from '@/ui/page-title'

export default async function LogbookPage() {
  const principal = await signedIn()
  const t = await getTranslations('logbook')
  return (
    <div className="flex flex-col gap-4">
      <PageTitle>{t('ownTitle')}</PageTitle>
      <header className="flex flex-col gap-1">
        <h1 className="text-2xl font-semibold">{t('ownTitle')}</h1>
        <p className="text-base text-ink-soft">{t('ownLead')}</p>
      </header>
      <OwnBook owner={principal.accountId} />
    </div>
  )
}

import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageTitle } from '@/ui/page-title'

/** What does not exist, or not for this reader: both look alike. */
export default async function NotFound() {
  const t = await getTranslations('errors')
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-4 px-4 py-12">
      <PageTitle>{t('missingTitle')}</PageTitle>
      <h1 className="text-2xl font-semibold">{t('missingTitle')}</h1>
      <EmptyState
        icon="search"
        title={t('missingWhy')}
        why={t('missingNext')}
        action={<LinkButton href="/">{t('home')}</LinkButton>}
      />
    </main>
  )
}

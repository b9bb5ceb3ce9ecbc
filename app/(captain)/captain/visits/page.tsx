import { getTranslations } from 'next-intl/server'
import { OwnVisits } from '@/features/surveys/visits/components/own-visits'
import { pageAct } from '@/server/page'
import { PageTitle } from '@/ui/page-title'

/** Visits on the phone, of captains, grid members and the community. */
export default async function OwnVisitsPage() {
  const { principal } = await pageAct('visits.write')
  const t = await getTranslations('household-visits.phone')
  return (
    <div className="flex flex-col gap-4">
      <PageTitle>{t('title')}</PageTitle>
      <header className="flex flex-col gap-1">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="text-base text-ink-soft">{t('lead')}</p>
      </header>
      <OwnVisits owner={principal.accountId} />
    </div>
  )
}

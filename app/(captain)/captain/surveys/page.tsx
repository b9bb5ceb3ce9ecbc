import { getTranslations } from 'next-intl/server'
import { OwnSurveys } from '@/features/surveys/answers/components/own-surveys'
import { pageAct } from '@/server/page'
import { PageTitle } from '@/ui/page-title'

/** Surveys on the phone, of grid members and the community. */
export default async function OwnSurveysPage() {
  const { principal } = await pageAct('surveys.answers')
  const t = await getTranslations('surveys.phone')
  return (
    <div className="flex flex-col gap-4">
      <PageTitle>{t('title')}</PageTitle>
      <header className="flex flex-col gap-1">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="text-base text-ink-soft">{t('lead')}</p>
      </header>
      <OwnSurveys owner={principal.accountId} />
    </div>
  )
}

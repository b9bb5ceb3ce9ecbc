import { getTranslations } from 'next-intl/server'
import { SurveyForm } from '@/features/surveys/campaigns/components/survey-form'
import { surveyOptions } from '@/features/surveys/campaigns/queries'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewSurveyPage() {
  const act = await pageAct('surveys.write')
  const t = await getTranslations('surveys')
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/surveys' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['surveys']}>
        <SurveyForm sources={await surveyOptions(act)} />
      </ClientMessages>
    </>
  )
}

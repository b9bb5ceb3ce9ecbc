import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mayWriteSurveys } from '@/features/surveys/campaigns/policy'
import { findSurvey } from '@/features/surveys/campaigns/queries'
import { surveyKey } from '@/features/surveys/campaigns/schema'
import { IssueForm } from '@/features/surveys/issuing/components/issue-form'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

const LIST = '/office/surveys'

export default async function IssueSurveyPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('surveys.write')
  const key = surveyKey.safeParse(await params)
  const found = key.success ? await findSurvey(act, key.data.id, 'surveys.write') : null
  if (!found || found.state === 'finished' || !mayWriteSurveys(act.principal)) notFound()
  const t = await getTranslations('surveys')
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('issuing.title')}
        crumbs={[
          { label: t('title'), href: LIST },
          { label: found.name, href: `${LIST}/${found.id}` },
          { label: t('issuing.title') },
        ]}
        lead={t('issuing.lead')}
      />
      <ClientMessages namespaces={['surveys']}>
        <IssueForm surveyId={found.id} />
      </ClientMessages>
    </div>
  )
}

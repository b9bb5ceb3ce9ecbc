import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { mayWriteSurveys } from '@/features/surveys/campaigns/policy'
import { findSurvey } from '@/features/surveys/campaigns/queries'
import { surveyKey } from '@/features/surveys/campaigns/schema'
import { FormBuilder } from '@/features/surveys/questions/components/form-builder'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

const LIST = '/office/surveys'

export default async function SurveyQuestionsPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('surveys.write')
  const key = surveyKey.safeParse(await params)
  const found = key.success ? await findSurvey(act, key.data.id, 'surveys.write') : null
  if (!found || found.state === 'finished' || !mayWriteSurveys(act.principal)) notFound()
  const t = await getTranslations('surveys')
  const { id, version, name, form } = found
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('builder.title')}
        crumbs={[
          { label: t('title'), href: LIST },
          { label: name, href: `${LIST}/${id}` },
          { label: t('builder.title') },
        ]}
        lead={t('builder.lead')}
      />
      <ClientMessages namespaces={['surveys']}>
        <FormBuilder survey={{ id, version }} given={form?.questions ?? []} />
      </ClientMessages>
    </div>
  )
}

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SurveyForm } from '@/features/surveys/campaigns/components/survey-form'
import { mayWriteSurveys } from '@/features/surveys/campaigns/policy'
import { findSurvey } from '@/features/surveys/campaigns/queries'
import { surveyKey } from '@/features/surveys/campaigns/schema'
import { pageAct } from '@/server/page'
import { dayFrom } from '@/server/term'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

const LIST = '/office/surveys'

export default async function EditSurveyPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('surveys.write')
  const key = surveyKey.safeParse(await params)
  const found = key.success ? await findSurvey(act, key.data.id, 'surveys.write') : null
  if (!found || found.state === 'finished' || !mayWriteSurveys(act.principal)) notFound()
  const t = await getTranslations('surveys')
  const { id, version, name, nameEn, intro, introEn, startsOn, endsOn } = found
  return (
    <>
      <PageHeader
        title={t('edit')}
        crumbs={[
          { label: t('title'), href: LIST },
          { label: name, href: `${LIST}/${id}` },
          { label: t('edit') },
        ]}
      />
      <ClientMessages namespaces={['surveys']}>
        <SurveyForm
          survey={{
            id,
            version,
            name,
            nameEn,
            intro,
            introEn,
            startsOn: startsOn && dayFrom(startsOn),
            endsOn: endsOn && dayFrom(endsOn),
          }}
        />
      </ClientMessages>
    </>
  )
}

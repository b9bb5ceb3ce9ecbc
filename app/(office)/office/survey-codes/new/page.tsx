import { getTranslations } from 'next-intl/server'
import { CodeForm } from '@/features/surveys/coding/components/code-form'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

export default async function NewSurveyCodePage() {
  await pageAct('surveys.single')
  const t = await getTranslations('survey-codes')
  return (
    <>
      <PageHeader
        title={t('add')}
        crumbs={[{ label: t('title'), href: '/office/survey-codes' }, { label: t('add') }]}
      />
      <ClientMessages namespaces={['survey-codes']}>
        <CodeForm />
      </ClientMessages>
    </>
  )
}

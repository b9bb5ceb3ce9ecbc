import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findSurvey } from '@/features/surveys/campaigns/queries'
import { surveyKey } from '@/features/surveys/campaigns/schema'
import { TypingDesk } from '@/features/surveys/typing/components/typing-desk'
import { pageAct } from '@/server/page'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'

const LIST = '/office/surveys'

export default async function TypingPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('surveys.answers')
  const key = surveyKey.safeParse(await params)
  const found = key.success ? await findSurvey(act, key.data.id, 'surveys.answers') : null
  if (found?.state !== 'running') notFound()
  const t = await getTranslations('surveys')
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('typing.title')}
        crumbs={[
          { label: t('title'), href: LIST },
          { label: found.name, href: `${LIST}/${found.id}` },
          { label: t('typing.title') },
        ]}
        lead={t('typing.lead')}
      />
      <ClientMessages namespaces={['surveys']}>
        <TypingDesk surveyId={found.id} />
      </ClientMessages>
    </div>
  )
}

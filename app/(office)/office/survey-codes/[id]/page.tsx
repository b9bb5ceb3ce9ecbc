import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { CodeForm } from '@/features/surveys/coding/components/code-form'
import { findCode } from '@/features/surveys/coding/queries'
import { codeKey } from '@/features/surveys/coding/schema'
import { pageAct } from '@/server/page'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

const LIST = '/office/survey-codes'

export default async function SurveyCodePage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('surveys.single')
  const key = codeKey.safeParse(await params)
  const code = key.success ? await findCode(act, key.data.id) : null
  if (!code) notFound()
  const { id, name, version, endedAt } = code
  const [t, timeline, happenings] = await Promise.all([
    getTranslations('survey-codes'),
    getTranslations('timeline'),
    timelineOf(act, 'survey-code', id),
  ])
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={name}
        crumbs={[{ label: t('title'), href: LIST }, { label: name }]}
        lead={endedAt && <Badge tone="warn">{t('ended')}</Badge>}
        actions={
          !endedAt && (
            <ActionButton
              trigger={t('end')}
              title={t('endTitle', { name })}
              why={t('endWhy')}
              confirm={t('end')}
              danger
              action={`/api/v1/survey-codes/${id}/end`}
              body={{ version }}
            />
          )
        }
      />
      {!endedAt && (
        <Panel title={t('edit')}>
          <ClientMessages namespaces={['survey-codes']}>
            <CodeForm key={version} code={{ id, version, name, keywords: code.keywords }} />
          </ClientMessages>
        </Panel>
      )}
      <Panel title={timeline('title')}>
        <RecordTimeline happenings={happenings} namespace="survey-codes" />
      </Panel>
    </div>
  )
}

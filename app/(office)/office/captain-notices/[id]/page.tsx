import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { NoticeForm } from '@/features/captains/notices/components/notice-form'
import { findNotice } from '@/features/captains/notices/queries'
import { noticeKey } from '@/features/captains/notices/schema'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { dayFrom } from '@/server/term'
import { ActionButton } from '@/ui/action-button'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

const LIST = '/office/captain-notices'

/** A notice: its words and days to change, and what was done to it. */
export default async function CaptainNoticePage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('notices.write')
  const key = noticeKey.safeParse(await params)
  const notice = key.success ? await findNotice(act, key.data.id) : null
  if (!notice) notFound()
  const { id, version, words, from, until, endedAt, grid } = notice
  const [t, timeline, happenings] = await Promise.all([
    getTranslations('captain-notices'),
    getTranslations('timeline'),
    timelineOf(act, 'captain-notice', id),
  ])
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('noticeTitle', { grid: grid.name })}
        crumbs={[{ label: t('title'), href: LIST }, { label: grid.name }]}
        lead={endedAt ? t('takenOff') : words}
        actions={
          !endedAt && (
            <ActionButton
              trigger={t('end')}
              title={t('endTitle')}
              why={t('endWhy')}
              confirm={t('end')}
              danger
              action={`/api/v1/captain-notices/${id}/end`}
              body={{ version }}
            />
          )
        }
      />
      {!endedAt && (
        <Panel title={t('change')}>
          <ClientMessages namespaces={['captain-notices']}>
            <NoticeForm
              key={version}
              notice={{ id, version, words, from: dayFrom(from), until: dayFrom(until) }}
            />
          </ClientMessages>
        </Panel>
      )}
      <Panel title={timeline('title')}>
        <RecordTimeline happenings={happenings} namespace="captain-notices" />
      </Panel>
    </div>
  )
}

import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RhythmForm } from '@/features/logbook/visits/components/rhythm-form'
import { findRhythm } from '@/features/logbook/visits/queries'
import { rhythmKey } from '@/features/logbook/visits/schema'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

const LIST = '/office/visits'

export default async function VisitPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('logbook.visits')
  const key = rhythmKey.safeParse(await params)
  const rhythm = key.success ? await findRhythm(act, key.data.id) : null
  if (!rhythm) notFound()
  const [t, happenings] = await Promise.all([
    getTranslations('visits'),
    timelineOf(act, 'visit-rhythm', rhythm.id),
  ])
  const { room, stairwell } = rhythm.household
  const name = `${stairwell.building.compound.name} ${stairwell.building.name} ${stairwell.name} ${room}`
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={name}
        crumbs={[{ label: t('title'), href: LIST }, { label: name }]}
        lead={rhythm.endsOn && <Badge tone="warn">{t('ended')}</Badge>}
        actions={
          !rhythm.endsOn && (
            <ActionButton
              trigger={t('end')}
              title={t('endTitle', { name })}
              why={t('endWhy')}
              confirm={t('end')}
              danger
              action={`/api/v1/visit-rhythms/${rhythm.id}/end`}
              body={{ version: rhythm.version }}
            />
          )
        }
      />
      {!rhythm.endsOn && (
        <Panel title={t('rhythm')}>
          <ClientMessages namespaces={['visits']}>
            <RhythmForm
              key={rhythm.version}
              rhythm={{ id: rhythm.id, version: rhythm.version, everyDays: rhythm.everyDays }}
            />
          </ClientMessages>
        </Panel>
      )}
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="visits" />
      </Panel>
    </div>
  )
}

import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { LeaveOutForm } from '@/features/logbook/checkpoints/components/leave-out-form'
import { findCheckpoint } from '@/features/logbook/checkpoints/queries'
import { checkpointKey } from '@/features/logbook/checkpoints/schema'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

const LIST = '/office/checkpoints'

export default async function CheckpointPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('logbook.settings')
  const key = checkpointKey.safeParse(await params)
  const checkpoint = key.success ? await findCheckpoint(act, key.data.id) : null
  if (!checkpoint) notFound()
  const { id, version, building, leftOut, category } = checkpoint
  const [t, locale, happenings] = await Promise.all([
    getTranslations('checkpoints'),
    getLocale(),
    timelineOf(act, 'checkpoint', id),
  ])
  const isEnglish = locale === 'en'
  const name = isEnglish ? checkpoint.nameEn : checkpoint.name
  const site = (one: { name: string; compound: { name: string } }) => `${one.compound.name} ${one.name}`
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={name}
        crumbs={[{ label: t('title'), href: LIST }, { label: name }]}
        lead={checkpoint.endedAt && <Badge tone="warn">{t('ended')}</Badge>}
        actions={
          !checkpoint.endedAt && (
            <>
              <LinkButton href={`${LIST}/${id}/edit`} kind="primary">
                {t('edit')}
              </LinkButton>
              <ActionButton
                trigger={t('end')}
                title={t('endTitle', { name })}
                why={t('endWhy')}
                confirm={t('end')}
                danger
                action={`/api/v1/checkpoints/${id}/end`}
                body={{ version }}
              />
            </>
          )
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel="—"
          items={[
            { term: t('fields.kind'), value: t(`kinds.${checkpoint.kind as 'hygiene'}`) },
            { term: t('fields.name'), value: checkpoint.name },
            { term: t('fields.nameEn'), value: checkpoint.nameEn },
            { term: t('fields.building'), value: building ? site(building) : t('allBuildings') },
            {
              term: t('fields.category'),
              value: category ? (isEnglish ? category.nameEn : category.name) : t('noCategory'),
            },
            { term: t('fields.position'), value: checkpoint.position },
          ]}
        />
      </Panel>
      {!building && !checkpoint.endedAt && (
        <Panel title={t('leftOutAt')}>
          <div className="flex flex-col gap-3">
            <p className="text-sm text-ink-soft">{t('leftOutWhy')}</p>
            <ul className="flex flex-col gap-2">
              {leftOut.map(({ building: one }) => (
                <li key={one.id} className="flex flex-wrap items-center gap-2">
                  {site(one)}
                  <ActionButton
                    trigger={t('takeIn')}
                    title={t('takeInTitle', { name: site(one) })}
                    why={t('takeInWhy')}
                    confirm={t('takeIn')}
                    action={`/api/v1/checkpoints/${id}/left-out`}
                    body={{ buildingId: one.id, leftOut: false }}
                  />
                </li>
              ))}
            </ul>
            <ClientMessages namespaces={['checkpoints']}>
              <LeaveOutForm checkpointId={id} />
            </ClientMessages>
          </div>
        </Panel>
      )}
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="checkpoints" />
      </Panel>
    </div>
  )
}

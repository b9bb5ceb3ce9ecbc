import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { GridBuildings } from '@/features/grids/register/components/grid-buildings'
import { GridMembers } from '@/features/grids/register/components/grid-members'
import { findGrid } from '@/features/grids/register/queries'
import { gridKey } from '@/features/grids/register/schema'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { mayWriteIn } from '@/features/places/policy'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

export default async function GridPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('grids.read')
  const key = gridKey.safeParse(await params)
  const grid = key.success ? await findGrid(act, key.data.id) : null
  if (!grid) notFound()
  const t = await getTranslations('grids')
  const happenings = await timelineOf(act, 'grid', grid.id)
  const writes = mayWriteIn(act.principal, 'grids.write', grid.community.id)
  const action = `/api/v1/grids/${grid.id}`
  const body = { version: grid.version }
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={grid.name}
        crumbs={[{ label: t('title'), href: '/office/grids' }, { label: grid.name }]}
        lead={
          <span className="flex flex-wrap gap-2">
            {grid.forces.map((force) => (
              <Badge key={force}>{t(`forces.${force}`)}</Badge>
            ))}
            {grid.members.length === 0 && <Badge tone="warn">{t('membersNone')}</Badge>}
            {grid.endedAt && <Badge tone="warn">{t('ended')}</Badge>}
          </span>
        }
        actions={
          writes &&
          (grid.endedAt ? (
            <ActionButton
              trigger={t('resume')}
              title={t('resumeTitle')}
              why={t('resumeWhy')}
              confirm={t('resume')}
              action={`${action}/resumption`}
              body={body}
            />
          ) : (
            <>
              <LinkButton href={`/office/grids/${grid.id}/edit`} kind="primary">
                {t('edit')}
              </LinkButton>
              <ActionButton
                trigger={t('end')}
                title={t('endTitle')}
                why={t('endWhy')}
                confirm={t('end')}
                danger
                action={`${action}/end`}
                body={body}
              />
            </>
          ))
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel={t('notKnown')}
          items={[
            { term: t('fields.code'), value: grid.code },
            { term: t('fields.community'), value: grid.community.name },
            { term: t('fields.branchName'), value: grid.branchName },
            { term: t('fields.buildingCount'), value: grid.buildingCount },
            {
              term: t('fields.compounds'),
              value: grid.compounds.map(({ compound }) => compound.name).join('、'),
              wide: true,
            },
          ]}
        />
      </Panel>
      <Panel
        title={t('fields.members')}
        actions={
          writes &&
          !grid.endedAt && (
            <LinkButton href={`/office/grid-members/new?grid=${grid.id}`} icon="plus">
              {t('appointMember')}
            </LinkButton>
          )
        }
      >
        <GridMembers members={grid.members} reveals={holds(act.principal, 'people.contact')} />
      </Panel>
      <Panel title={t('buildings')}>
        <GridBuildings buildings={grid.buildings} linked={holds(act.principal, 'captains.read')} />
      </Panel>
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="grids" />
      </Panel>
    </div>
  )
}

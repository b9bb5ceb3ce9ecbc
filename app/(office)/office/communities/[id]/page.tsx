import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { LinkedNames } from '@/features/places/communities/components/linked-names'
import { mayKeepCommunities, mayKeepOffice } from '@/features/places/communities/policy'
import { findCommunity } from '@/features/places/communities/queries'
import { communityKey } from '@/features/places/communities/schema'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

export default async function CommunityPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('places.read')
  const key = communityKey.safeParse(await params)
  const community = key.success ? await findCommunity(act, key.data.id) : null
  if (!community) notFound()
  const { principal } = act
  const t = await getTranslations('communities')
  const happenings = await timelineOf(act, 'community', community.id)
  const keeps = holds(principal, 'places.write') && mayKeepCommunities(principal)
  const edits = holds(principal, 'places.write') && mayKeepOffice(principal, community.id)
  const action = `/api/v1/communities/${community.id}`
  const body = { version: community.version }
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={community.name}
        crumbs={[{ label: t('title'), href: '/office/communities' }, { label: community.name }]}
        lead={community.endedAt && <Badge tone="warn">{t('ended')}</Badge>}
        actions={
          community.endedAt
            ? keeps && (
                <ActionButton
                  trigger={t('resume')}
                  title={t('resumeTitle')}
                  why={t('resumeWhy')}
                  confirm={t('resume')}
                  action={`${action}/resumption`}
                  body={body}
                />
              )
            : edits && (
                <>
                  <LinkButton href={`/office/communities/${community.id}/edit`} kind="primary">
                    {t(keeps ? 'edit' : 'editOffice')}
                  </LinkButton>
                  {keeps && (
                    <ActionButton
                      trigger={t('end')}
                      title={t('endTitle')}
                      why={t('endWhy')}
                      confirm={t('end')}
                      danger
                      action={`${action}/end`}
                      body={body}
                    />
                  )}
                </>
              )
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel={t('notKnown')}
          items={[
            { term: t('fields.code'), value: community.code },
            { term: t('fields.officePhone'), value: community.officePhone },
            { term: t('fields.officeAddress'), value: community.officeAddress },
            { term: t('fields.officeHours'), value: community.officeHours },
            { term: t('fields.compoundCount'), value: community.compounds.length },
            { term: t('fields.buildingCount'), value: community.buildingCount },
            { term: t('fields.gridCount'), value: community.grids.length },
          ]}
        />
      </Panel>
      <Panel title={t('compounds')}>
        <LinkedNames rows={community.compounds} path="/office/compounds" none={t('noCompounds')} />
      </Panel>
      {holds(principal, 'grids.read') && (
        <Panel title={t('grids')}>
          <LinkedNames rows={community.grids} path="/office/grids" none={t('noGrids')} />
        </Panel>
      )}
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="communities" />
      </Panel>
    </div>
  )
}

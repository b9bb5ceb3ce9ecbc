import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { findMatch } from '@/features/demands/kitchen/queries'
import { matchKey } from '@/features/demands/kitchen/schema'
import { mayWriteMenus } from '@/features/menus/policy'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

/** One match of the kitchen. What is made of it on the menu stands on this page too. */
export default async function MatchPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('kitchen.read')
  const key = matchKey.safeParse(await params)
  const match = key.success ? await findMatch(act, key.data.id) : null
  if (!match) notFound()
  const [t, menus, demands, resources, format, happenings] = await Promise.all([
    getTranslations('kitchen'),
    getTranslations('menus'),
    getTranslations('demands'),
    getTranslations('resources'),
    getFormatter(),
    timelineOf(act, 'kitchen-match', match.id),
  ])
  const { demand, resource, zone, compound } = match
  const title = `${demand.title} · ${resource.name}`
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={title}
        crumbs={[
          { label: t('title'), href: '/office/kitchen' },
          { label: t('matches'), href: '/office/kitchen/matches' },
          { label: title },
        ]}
        lead={
          <span className="flex flex-wrap gap-2">
            <Badge tone={match.coverage === 'full' ? 'good' : 'warn'}>
              {t(`matchCoverages.${match.coverage}`)}
            </Badge>
            {match.endedAt && <Badge tone="warn">{t('ended')}</Badge>}
          </span>
        }
        actions={
          !match.endedAt && (
            <>
              {holds(act.principal, 'menus.write') && mayWriteMenus(act.principal, 'menus.write') && (
                <ActionButton
                  trigger={menus('makeItem')}
                  triggerKind="primary"
                  title={menus('makeItem')}
                  why={menus('makeItemWhy')}
                  confirm={menus('makeItem')}
                  action={`/api/v1/kitchen-matches/${match.id}/menu-item`}
                  body={{}}
                  doneHref="/office/menu-items/{id}/edit"
                />
              )}
              {holds(act.principal, 'kitchen.write') && (
                <ActionButton
                  trigger={t('end')}
                  title={t('end')}
                  why={t('endWhy')}
                  confirm={t('end')}
                  danger
                  action={`/api/v1/kitchen-matches/${match.id}/end`}
                  body={{ version: match.version }}
                />
              )}
            </>
          )
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel="—"
          items={[
            {
              term: t('fields.demand'),
              value: holds(act.principal, 'demands.read') ? (
                <TextLink href={`/office/demands/${demand.id}`}>{demand.title}</TextLink>
              ) : (
                demand.title
              ),
            },
            {
              term: t('fields.resource'),
              value: holds(act.principal, 'resources.read') ? (
                <TextLink href={`/office/resources/${resource.id}`}>{resource.name}</TextLink>
              ) : (
                resource.name
              ),
            },
            { term: t('fields.area'), value: zone?.name ?? compound?.name ?? t('wholeStreet') },
            { term: t('fields.category'), value: demands(`categories.${demand.category as 'other'}`) },
            { term: t('fields.state'), value: demands(`states.${demand.state}`) },
            { term: t('fields.capacity'), value: resource.capacityPerWeek },
            { term: t('fields.hours'), value: resource.hoursText },
            {
              term: t('fields.cost'),
              value:
                resource.costFen === null
                  ? null
                  : resources('cost', {
                      yuan: resource.costFen / 100,
                      unit: resource.costUnit ? resources(`costUnits.${resource.costUnit as 'hour'}`) : '',
                    }),
            },
            { term: t('fields.createdAt'), value: format.dateTime(match.createdAt, 'moment') },
            { term: t('fields.reason'), value: match.reason, wide: true },
          ]}
        />
      </Panel>
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="kitchen" />
      </Panel>
    </div>
  )
}

import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { captainsOf, findBuilding } from '@/features/places/buildings/queries'
import { buildingKey } from '@/features/places/buildings/schema'
import { mayWriteIn } from '@/features/places/policy'
import { StairwellList } from '@/features/places/stairwells/components/stairwell-list'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

export default async function BuildingPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('places.read')
  const key = buildingKey.safeParse(await params)
  const building = key.success ? await findBuilding(act, key.data.id) : null
  if (!building) notFound()
  const t = await getTranslations('buildings')
  const format = await getFormatter()
  const readsCaptains = holds(act.principal, 'captains.read')
  const [happenings, captains] = await Promise.all([
    timelineOf(act, 'building', building.id),
    readsCaptains ? captainsOf(act, building.id) : [],
  ])
  const { compound, grid, captain } = building
  const mayWrite = mayWriteIn(act.principal, 'places.write', compound.community.id)
  const households = building.stairwells.reduce((sum, stairwell) => sum + stairwell.households, 0)
  const title = t('building', { compound: compound.name, name: building.name })
  const action = `/api/v1/buildings/${building.id}`
  const step = (name: 'end' | 'resume', path: string) => (
    <ActionButton
      trigger={t(name)}
      title={t(`${name}Title`)}
      why={t(`${name}Why`)}
      confirm={t(name)}
      danger={name === 'end'}
      action={`${action}/${path}`}
      body={{ version: building.version }}
    />
  )
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={title}
        crumbs={[{ label: t('title'), href: '/office/buildings' }, { label: title }]}
        lead={building.endedAt && <Badge tone="warn">{t('ended')}</Badge>}
        actions={
          mayWrite &&
          (building.endedAt ? (
            step('resume', 'resumption')
          ) : (
            <>
              <LinkButton href={`/office/buildings/${building.id}/edit`} kind="primary">
                {t('edit')}
              </LinkButton>
              {step('end', 'end')}
            </>
          ))
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel={t('notKnown')}
          items={[
            {
              term: t('fields.compound'),
              value: <TextLink href={`/office/compounds/${compound.id}`}>{compound.name}</TextLink>,
            },
            { term: t('fields.community'), value: compound.community.name },
            { term: t('fields.grid'), value: grid && `${grid.name} ${grid.code}` },
            {
              term: t('fields.captain'),
              value:
                captain && readsCaptains ? (
                  <TextLink href={`/office/captains/${captain.id}`}>{captain.name}</TextLink>
                ) : (
                  (captain?.name ?? t('nobody'))
                ),
            },
            { term: t('fields.floors'), value: building.floors },
            { term: t('fields.stairwellCount'), value: building.stairwellCount },
            { term: t('fields.householdCount'), value: building.householdCount },
          ]}
        />
      </Panel>
      <Panel title={t('stairwells')}>
        <div className="flex flex-col gap-4">
          <StairwellList building={building} mayWrite={mayWrite} />
          <div className="flex flex-wrap gap-2">
            <LinkButton href={`/office/buildings/${building.id}/households`}>
              {t('manageHouseholds', { count: households })}
            </LinkButton>
            {mayWrite && !building.endedAt && (
              <LinkButton href={`/office/buildings/${building.id}/stairwells/new`} icon="plus">
                {t('addStairwell')}
              </LinkButton>
            )}
          </div>
        </div>
      </Panel>
      {readsCaptains && (
        <Panel title={t('captainHistory')}>
          {captains.length === 0 ? (
            <p className="text-sm text-ink-faint">{t('noCaptainYet')}</p>
          ) : (
            <ul className="flex flex-col gap-1">
              {captains.map(({ id, name, startsOn, endsOn }) => (
                <li key={`${id} ${startsOn.toISOString()}`}>
                  <TextLink href={`/office/captains/${id}`}>{name}</TextLink>
                  <span className="ms-3 text-ink-faint">
                    {format.dateTime(startsOn, 'day')} –{' '}
                    {endsOn ? format.dateTime(endsOn, 'day') : t('today')}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      )}
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="buildings" />
      </Panel>
    </div>
  )
}

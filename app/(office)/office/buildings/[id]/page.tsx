import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { captainsOf, findBuilding } from '@/features/places/buildings/queries'
import { buildingKey } from '@/features/places/buildings/schema'
import { mayWriteIn } from '@/features/places/policy'
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
          mayWriteIn(act.principal, 'places.write', compound.community.id) &&
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
        {building.stairwells.length === 0 ? (
          <p className="text-sm text-ink-faint">{t('noStairwells')}</p>
        ) : (
          <ul className="grid grid-cols-1 gap-2 sm:grid-cols-2">
            {building.stairwells.map(({ id, name, isEnded, code, households }) => (
              <li key={id} className="flex flex-wrap items-baseline gap-x-3">
                <span className="font-medium">{name}</span>
                {households > 0 && (
                  <span className="text-ink-faint">{t('households', { count: households })}</span>
                )}
                {isEnded ? (
                  <Badge tone="warn">{t('ended')}</Badge>
                ) : code && !building.endedAt ? (
                  <TextLink href={`/b/${code}`}>{t('openSheet')}</TextLink>
                ) : (
                  <span className="text-ink-faint">{t('noCode')}</span>
                )}
              </li>
            ))}
          </ul>
        )}
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

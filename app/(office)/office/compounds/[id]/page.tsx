import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { findCompound } from '@/features/places/compounds/queries'
import { compoundKey } from '@/features/places/compounds/schema'
import { mayWriteIn } from '@/features/places/policy'
import { StageLadder } from '@/features/places/stages/components/stage-ladder'
import { stepsOf } from '@/features/places/stages/queries'
import { BoardsLink, PlaceActions } from '@/features/sheets/boards/components/place-actions'
import { countSheets, MOST_SHEETS } from '@/features/sheets/printing/queries'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

const FIELDS = [
  'builtYear',
  'buildingCount',
  'stairwellCount',
  'householdCount',
  'population',
  'over60',
] as const

export default async function CompoundPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('places.read')
  const key = compoundKey.safeParse(await params)
  const compound = key.success ? await findCompound(act, key.data.id) : null
  if (!compound) notFound()
  const t = await getTranslations('compounds')
  const stages = await getTranslations('stages')
  const stars = await getTranslations('stars')
  const happenings = await timelineOf(act, 'compound', compound.id)
  const prints = holds(act.principal, 'sheets.print')
  const place = { kind: 'compound' as const, id: compound.id }
  const printed = prints && !compound.endedAt ? await countSheets(act, { compound: compound.id }) : 0
  const writes = mayWriteIn(act.principal, 'places.write', compound.community.id)
  const action = `/api/v1/compounds/${compound.id}`
  const body = { version: compound.version }
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={compound.name}
        crumbs={[{ label: t('title'), href: '/office/compounds' }, { label: compound.name }]}
        lead={
          <span className="flex flex-wrap gap-2">
            <Badge>{t(`stages.${compound.stage}`)}</Badge>
            {compound.pilot && <Badge tone="note">{t('fields.pilot')}</Badge>}
            {compound.endedAt && <Badge tone="warn">{t('ended')}</Badge>}
          </span>
        }
        actions={
          writes &&
          (compound.endedAt ? (
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
              <LinkButton href={`/office/compounds/${compound.id}/edit`} kind="primary">
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
            { term: t('fields.community'), value: compound.community.name },
            {
              term: t('fields.zone'),
              value:
                compound.zoneCompound &&
                (holds(act.principal, 'zones.read') ? (
                  <TextLink href={`/office/zones/${compound.zoneCompound.zone.id}`}>
                    {compound.zoneCompound.zone.name}
                  </TextLink>
                ) : (
                  compound.zoneCompound.zone.name
                )),
            },
            ...FIELDS.map((field) => ({ term: t(`fields.${field}`), value: compound[field] })),
            {
              term: t('fields.areaSquareMetres'),
              value: compound.areaSquareMetres === null ? null : `${compound.areaSquareMetres} ㎡`,
            },
            { term: t('fields.longitude'), value: compound.longitude },
            { term: t('fields.latitude'), value: compound.latitude },
            { term: t('fields.facilities'), value: compound.facilities.join('、'), wide: true },
          ]}
        />
      </Panel>
      <Panel
        title={stars('title')}
        actions={
          holds(act.principal, 'stages.write') &&
          !compound.endedAt && (
            <LinkButton href={`/office/compounds/${compound.id}/stars`}>{stars('change')}</LinkButton>
          )
        }
      >
        <p>{compound.stars === 0 ? stars('none') : stars('level', { stars: compound.stars })}</p>
      </Panel>
      <Panel
        title={stages('ladder')}
        actions={
          holds(act.principal, 'stages.write') &&
          !compound.endedAt && (
            <LinkButton href={`/office/compounds/${compound.id}/stage`}>{stages('change')}</LinkButton>
          )
        }
      >
        <StageLadder
          stage={compound.stage}
          steps={(await stepsOf(act, compound.id)).map(({ decidedOn, ...step }) => ({
            ...step,
            day: decidedOn,
          }))}
        />
      </Panel>
      <Panel
        title={t('buildings')}
        actions={
          <>
            {holds(act.principal, 'sheets.read') && <BoardsLink place={place} />}
            <PlaceActions place={place} printed={printed} most={MOST_SHEETS} />
          </>
        }
      >
        {compound.buildings.length === 0 ? (
          <p className="text-sm text-ink-faint">{t('noBuildings')}</p>
        ) : (
          <ul className="grid grid-cols-2 gap-2 text-sm sm:grid-cols-4">
            {compound.buildings.map((building) => (
              <li key={building.id}>
                <TextLink href={`/office/buildings/${building.id}`}>{building.name}</TextLink>
                <span className="ms-2 text-ink-faint">
                  {t('stairwells', { count: building.stairwellCount ?? 0 })}
                </span>
              </li>
            ))}
          </ul>
        )}
        {writes && !compound.endedAt && (
          <p className="mt-3">
            <LinkButton href={`/office/buildings/new?compound=${compound.id}`} icon="plus">
              {t('addBuilding')}
            </LinkButton>
          </p>
        )}
      </Panel>
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="compounds" />
      </Panel>
    </div>
  )
}

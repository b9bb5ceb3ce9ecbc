import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { findResource } from '@/features/demands/resources/queries'
import { resourceKey } from '@/features/demands/resources/schema'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

const LIST = '/office/resources'

export default async function ResourcePage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('resources.read')
  const key = resourceKey.safeParse(await params)
  const resource = key.success ? await findResource(act, key.data.id) : null
  if (!resource) notFound()
  const [t, demands, kitchen, format, happenings] = await Promise.all([
    getTranslations('resources'),
    getTranslations('demands'),
    getTranslations('kitchen'),
    getFormatter(),
    timelineOf(act, 'resource', resource.id),
  ])
  const { provider, costFen, costUnit, contractStartsOn, contractEndsOn } = resource
  const day = (date: Date | null) => date && format.dateTime(date, { dateStyle: 'long', timeZone: 'UTC' })
  const body = { version: resource.version }
  const action = `/api/v1/resources/${resource.id}`
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={resource.name}
        crumbs={[{ label: t('title'), href: LIST }, { label: resource.name }]}
        lead={
          <span className="flex flex-wrap gap-2">
            <Badge>{t(`kinds.${resource.kind}`)}</Badge>
            {resource.contract !== 'none' && (
              <Badge tone={resource.contract === 'running' ? 'good' : 'warn'}>
                {t(`contracts.${resource.contract}`)}
              </Badge>
            )}
            {resource.endedAt && <Badge tone="warn">{t('ended')}</Badge>}
          </span>
        }
        actions={
          holds(act.principal, 'resources.write') &&
          (resource.endedAt ? (
            <ActionButton
              trigger={t('resume')}
              title={t('resume')}
              why={t('resumeWhy')}
              confirm={t('resume')}
              action={`${action}/resumption`}
              body={body}
            />
          ) : (
            <>
              <LinkButton href={`${LIST}/${resource.id}/edit`} kind="primary">
                {t('edit')}
              </LinkButton>
              <ActionButton
                trigger={t('end')}
                title={t('end')}
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
          emptyLabel="—"
          items={[
            {
              term: t('fields.categories'),
              value: resource.categories.map((one) => demands(`categories.${one as 'other'}`)).join('、'),
            },
            {
              term: t('fields.area'),
              value: resource.zone?.name ?? resource.compound?.name ?? t('wholeStreet'),
            },
            { term: t('fields.skills'), value: resource.skills.join('、'), wide: true },
            { term: t('fields.capacityPerWeek'), value: resource.capacityPerWeek },
            { term: t('fields.hoursText'), value: resource.hoursText },
            { term: t('fields.slotMinutes'), value: resource.slotMinutes },
            { term: t('fields.perSlot'), value: resource.perSlot },
            { term: t('fields.leadHours'), value: resource.leadHours },
            {
              term: t('fields.cost'),
              value:
                costFen === null
                  ? null
                  : t('cost', {
                      yuan: costFen / 100,
                      unit: costUnit ? t(`costUnits.${costUnit as 'hour'}`) : '',
                    }),
            },
            {
              term: t('fields.provider'),
              value:
                provider &&
                (holds(act.principal, 'providers.read') ? (
                  <TextLink href={`/office/providers/${provider.id}`}>{provider.name}</TextLink>
                ) : (
                  provider.name
                )),
            },
            { term: t('fields.operator'), value: resource.operator?.name },
            { term: t('fields.contractNumber'), value: resource.contractNumber },
            { term: t('fields.contractStartsOn'), value: day(contractStartsOn) },
            { term: t('fields.contractEndsOn'), value: day(contractEndsOn) },
            { term: t('fields.note'), value: resource.note, wide: true },
          ]}
        />
      </Panel>
      <Panel title={t('matches')}>
        {resource.matches.length === 0 ? (
          <p className="text-sm text-ink-faint">{t('noMatches')}</p>
        ) : (
          <ul className="flex flex-col gap-2 text-sm">
            {resource.matches.map(({ id, demand, zone, compound, coverage }) => (
              <li key={id} className="flex flex-wrap items-center gap-2">
                <TextLink href={`/office/kitchen/matches/${id}`}>
                  {`${demand.title} · ${zone?.name ?? compound?.name ?? t('wholeStreet')}`}
                </TextLink>
                <Badge tone={coverage === 'full' ? 'good' : 'warn'}>
                  {kitchen(`matchCoverages.${coverage}`)}
                </Badge>
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="resources" />
      </Panel>
    </div>
  )
}

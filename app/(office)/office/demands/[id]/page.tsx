import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { MergeForm } from '@/features/demands/demands/components/merge-form'
import { MoveForm } from '@/features/demands/demands/components/move-form'
import { PriorityRule } from '@/features/demands/demands/components/priority-rule'
import { type EvidenceGroup, findDemand, mayChange } from '@/features/demands/demands/queries'
import { demandKey } from '@/features/demands/demands/schema'
import { type EvidenceRow, listEvidence } from '@/features/demands/evidence/queries'
import { evidenceFilter } from '@/features/demands/evidence/schema'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds, type Principal } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import { type Column, DataTable } from '@/ui/data-table'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { addressWith, type PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { Pagination } from '@/ui/pagination'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

const LIST = '/office/demands'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<PageQuery> }

export default async function DemandPage({ params, searchParams }: Props) {
  const act = await pageAct('demands.read')
  const key = demandKey.safeParse(await params)
  const demand = key.success ? await findDemand(act, key.data.id) : null
  if (!demand) notFound()
  const query = await searchParams
  const path = `${LIST}/${demand.id}`
  const [t, format, writes, evidence, happenings] = await Promise.all([
    getTranslations('demands'),
    getFormatter(),
    holds(act.principal, 'demands.write') ? mayChange(act, demand.id) : false,
    listEvidence(act, demand.id, filterFrom(evidenceFilter, query)),
    timelineOf(act, 'demand', demand.id),
  ])
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium', timeZone: 'UTC' })
  const isOwn = !demand.mergedInto
  const groups: Column<EvidenceGroup>[] = [
    { key: 'compound', header: t('fields.compound'), names: true, cell: ({ compound }) => compound.name },
    { key: 'kind', header: t('fields.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    { key: 'pieces', header: t('fields.pieces'), numeric: true, cell: ({ pieces }) => pieces },
    {
      key: 'households',
      header: t('fields.households'),
      numeric: true,
      cell: ({ households }) => households,
    },
    { key: 'sinceOn', header: t('fields.sinceOn'), cell: ({ sinceOn }) => day(sinceOn) },
  ]
  const pieces: Column<EvidenceRow>[] = [
    {
      key: 'kind',
      header: t('fields.kind'),
      names: true,
      cell: (row) => <Source row={row} label={t(`kinds.${row.kind}`)} principal={act.principal} />,
    },
    {
      key: 'place',
      header: t('fields.place'),
      cell: ({ compound, place }) => [compound.name, place].filter(Boolean).join(' '),
    },
    { key: 'happenedOn', header: t('fields.happenedOn'), cell: ({ happenedOn }) => day(happenedOn) },
    { key: 'words', header: t('fields.evidenceWords'), cell: ({ words }) => words ?? '—' },
  ]
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={demand.title}
        crumbs={[{ label: t('title'), href: LIST }, { label: demand.title }]}
        lead={
          <span className="flex flex-wrap gap-2">
            <Badge tone="note">{t(`states.${demand.state}`)}</Badge>
            <Badge tone={demand.level === 'high' ? 'bad' : 'neutral'}>{t(`levels.${demand.level}`)}</Badge>
            {demand.isUrgent && <Badge tone="bad">{t('urgent')}</Badge>}
            {demand.mergedInto && <Badge tone="warn">{t('isMerged')}</Badge>}
          </span>
        }
        actions={
          <>
            {isOwn && holds(act.principal, 'kitchen.read') && (
              <LinkButton href={`/office/kitchen/suggestions?demand=${demand.id}`}>
                {t('toKitchen')}
              </LinkButton>
            )}
            {writes && isOwn && (
              <>
                <LinkButton href={`${path}/edit`} kind="primary">
                  {t('edit')}
                </LinkButton>
                <LinkButton href={`${path}/split`}>{t('split')}</LinkButton>
              </>
            )}
          </>
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel="—"
          items={[
            { term: t('fields.households'), value: format.number(demand.households, 'whole') },
            { term: t('fields.compounds'), value: demand.compounds },
            { term: t('fields.sinceOn'), value: demand.sinceOn && day(demand.sinceOn) },
            { term: t('fields.priority'), value: demand.priority },
            { term: t('fields.category'), value: t(`categories.${demand.category as 'other'}`) },
            { term: t('fields.owner'), value: demand.owner },
            { term: t('fields.words'), value: demand.words, wide: true },
            ...(demand.declinedReason
              ? [{ term: t('fields.declinedReason'), value: demand.declinedReason, wide: true }]
              : []),
            ...(demand.mergedInto
              ? [
                  {
                    term: t('fields.mergedInto'),
                    value: (
                      <TextLink href={`${LIST}/${demand.mergedInto.id}`}>{demand.mergedInto.title}</TextLink>
                    ),
                  },
                ]
              : []),
          ]}
        />
        <PriorityRule />
      </Panel>
      {demand.mergedInto && writes && (
        <Panel title={t('separate')}>
          <p className="text-sm">{t('separateWhy')}</p>
          <div>
            <ActionButton
              trigger={t('separate')}
              title={t('separate')}
              why={t('separateWhy')}
              confirm={t('separate')}
              action={`/api/v1/demands/${demand.id}/separation`}
              body={{ version: demand.version }}
            />
          </div>
        </Panel>
      )}
      {demand.merged.length > 0 && (
        <Panel title={t('fields.merged')}>
          <ul className="flex flex-wrap gap-3 text-sm">
            {demand.merged.map(({ id, title }) => (
              <li key={id}>
                <TextLink href={`${LIST}/${id}`}>{title}</TextLink>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {demand.groups.length > 0 && (
        <Panel title={t('groups')} flush>
          <DataTable
            caption={t('groupsCaption')}
            columns={groups}
            rows={demand.groups}
            rowKey={({ compound, kind }) => `${compound.id}/${kind}`}
            path={path}
            query={query}
          />
        </Panel>
      )}
      {evidence.total > 0 && (
        <Panel title={t('evidence')} flush>
          <p className="text-sm text-ink-soft">{t('evidenceWhy')}</p>
          <DataTable
            caption={t('evidenceCaption')}
            columns={pieces}
            rows={evidence.rows}
            rowKey={({ id }) => id}
            path={path}
            query={query}
          />
          <Pagination
            total={evidence.total}
            shown={evidence.rows.length}
            {...(query.cursor ? { firstHref: addressWith(path, query, { cursor: null }) } : {})}
            {...(evidence.previous
              ? { previousHref: addressWith(path, query, { cursor: evidence.previous }) }
              : {})}
            {...(evidence.next ? { nextHref: addressWith(path, query, { cursor: evidence.next }) } : {})}
          />
        </Panel>
      )}
      {writes && isOwn && (
        <ClientMessages namespaces={['demands']}>
          <Panel title={t('move')}>
            <MoveForm key={demand.version} demand={demand} />
          </Panel>
          <Panel title={t('merge')}>
            <MergeForm key={demand.version} demand={demand} />
          </Panel>
        </ClientMessages>
      )}
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="demands" />
      </Panel>
    </div>
  )
}

const PAGES = {
  visit: ['/office/household-visits', 'visits.read'],
  consultation: ['/office/consultations', 'consultations.read'],
  opinion: ['/office/opinions', 'opinions.read'],
  request: ['/office/requests', 'requests.read'],
} as const

/** The record behind a piece of evidence, for who may read it there. */
function Source({ row, label, principal }: { row: EvidenceRow; label: string; principal: Principal }) {
  const page = row.kind in PAGES ? PAGES[row.kind as keyof typeof PAGES] : null
  if (!page || !row.sourceId || !holds(principal, page[1])) return label
  return <TextLink href={`${page[0]}/${row.sourceId}`}>{label}</TextLink>
}

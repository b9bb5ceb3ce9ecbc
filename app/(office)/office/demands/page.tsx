import { getFormatter, getTranslations } from 'next-intl/server'
import { SERVICE_CATEGORIES } from '@/core/service-categories'
import { PriorityRule } from '@/features/demands/demands/components/priority-rule'
import { type DemandRow, listDemands } from '@/features/demands/demands/queries'
import { demandFilter, STATES } from '@/features/demands/demands/schema'
import { EVIDENCE_KINDS } from '@/features/demands/evidence/schema'
import { communityOptions } from '@/features/places/communities/queries'
import { compoundOptions } from '@/features/places/compounds/queries'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'
import { PrintButton } from '@/ui/print-button'

const PATH = '/office/demands'
const TONES = { high: 'bad', middle: 'warn', low: 'neutral' } as const

/** What households ask for, the most pressing first, by a rule that stands above the list. */
export default async function DemandsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('demands.read')
  const query = await searchParams
  const filter = filterFrom(demandFilter, query)
  const [t, format, page, communities, compounds] = await Promise.all([
    getTranslations('demands'),
    getFormatter(),
    listDemands(act, filter),
    communityOptions(act, 'demands.read'),
    compoundOptions(act, 'demands.read'),
  ])
  const writes = holds(act.principal, 'demands.write')
  const columns: Column<DemandRow>[] = [
    {
      key: 'title',
      header: t('fields.title'),
      sort: 'title',
      names: true,
      cell: ({ title }) => title,
    },
    {
      key: 'priority',
      header: t('fields.priority'),
      sort: 'priority',
      cell: ({ priority, level, isUrgent }) => (
        <span className="inline-flex flex-wrap items-center gap-1">
          <Badge tone={TONES[level]}>{t(`levels.${level}`)}</Badge>
          {isUrgent && <Badge tone="bad">{t('urgent')}</Badge>}
          <span className="text-ink-faint tabular-nums">{priority}</span>
        </span>
      ),
    },
    {
      key: 'households',
      header: t('fields.households'),
      sort: 'households',
      numeric: true,
      cell: ({ households }) => format.number(households, 'whole'),
    },
    {
      key: 'compounds',
      header: t('fields.compounds'),
      numeric: true,
      cell: ({ compounds: count }) => count,
    },
    {
      key: 'sinceOn',
      header: t('fields.sinceOn'),
      sort: 'sinceOn',
      optional: true,
      cell: ({ sinceOn }) =>
        sinceOn ? format.dateTime(sinceOn, { dateStyle: 'medium', timeZone: 'UTC' }) : '—',
    },
    {
      key: 'category',
      header: t('fields.category'),
      optional: true,
      cell: ({ category }) => t(`categories.${category as 'other'}`),
    },
    { key: 'state', header: t('fields.state'), cell: ({ state }) => t(`states.${state}`) },
    { key: 'owner', header: t('fields.owner'), optional: true, cell: ({ owner }) => owner ?? '—' },
  ]
  const { cursor: _cursor, columns: _columns, ...exported } = filter
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      path={PATH}
      query={query}
      page={page}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${PATH}/${id}`}
      sort={{ by: filter.sort, direction: filter.direction }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'state',
          label: t('fields.state'),
          all: t('allStates'),
          options: STATES.map((value) => ({ value, label: t(`states.${value}`) })),
        },
        {
          name: 'category',
          label: t('fields.category'),
          all: t('allCategories'),
          options: SERVICE_CATEGORIES.map((value) => ({ value, label: t(`categories.${value}`) })),
        },
        {
          name: 'kind',
          label: t('fields.kind'),
          all: t('allKinds'),
          options: EVIDENCE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
        },
        { name: 'community', label: t('fields.community'), all: t('allCommunities'), options: communities },
        { name: 'compound', label: t('fields.compound'), all: t('allCompounds'), options: compounds },
        {
          name: 'owner',
          label: t('fields.owner'),
          all: t('allOwners'),
          options: [
            { value: 'mine', label: t('ownerMine') },
            { value: 'none', label: t('noOwner') },
          ],
        },
        {
          name: 'merged',
          label: t('fields.merged'),
          all: t('notMerged'),
          options: [{ value: 'yes', label: t('onlyMerged') }],
        },
      ]}
      actions={
        writes && (
          <>
            <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
              {t('add')}
            </LinkButton>
            <ActionButton
              trigger={t('gather')}
              title={t('gather')}
              why={t('gatherWhy')}
              confirm={t('gather')}
              action="/api/v1/demands/gathering"
              body={{}}
            />
          </>
        )
      }
      tools={
        <>
          <PrintButton label={t('print')} size="small" />
          {holds(act.principal, 'registers.export') && (
            <ExportButton
              label={t('export')}
              failed={t('exportFailed')}
              action="/api/v1/demands/export"
              body={exported}
            />
          )}
        </>
      }
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} />}
    >
      <PriorityRule />
    </ListPage>
  )
}

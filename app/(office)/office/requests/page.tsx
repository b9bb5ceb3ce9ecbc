import type { Route } from 'next'
import { redirect } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { type BoardRow, boardChoices, countOpen, listRequests } from '@/features/requests/board/queries'
import { boardFilter, SOURCES } from '@/features/requests/board/schema'
import { BoardSelection, RowPick } from '@/features/requests/bulk/components/board-selection'
import { STATES } from '@/features/requests/life/schema'
import { BoardLive } from '@/features/requests/live/components/board-live'
import { ViewLinks } from '@/features/requests/views/components/view-links'
import { listViews, presetFor } from '@/features/requests/views/queries'
import { filterIn } from '@/features/requests/views/rules'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import { addressWith, type PageQuery } from '@/ui/page-address'
import { StatTile } from '@/ui/stat-tile'
import type { Tone } from '@/ui/tone'

const PATH = '/office/requests'
const PRESSURE_TONE: Record<BoardRow['pressure'], Tone> = {
  thrice: 'bad',
  late: 'bad',
  soon: 'warn',
  none: 'neutral',
}

export default async function RequestsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('requests.read')
  const query = await searchParams
  const preset = Object.keys(query).length === 0 ? await presetFor(act) : null
  if (preset) redirect(`${PATH}?${preset}` as Route)
  const filter = filterFrom(boardFilter, query)
  const t = await getTranslations('requests')
  const format = await getFormatter()
  const isEnglish = (await getLocale()) === 'en'
  const [views, page, counts, choices] = await Promise.all([
    listViews(act),
    listRequests(act, filter),
    countOpen(act),
    boardChoices(act),
  ])
  const mayDispatch = holds(act.principal, 'requests.dispatch')
  const bulk = await getTranslations('request-bulk')
  const pick: Column<BoardRow> = {
    key: 'pick',
    header: bulk('pickColumn'),
    cell: ({ id, version, number }) => <RowPick request={{ id, version, number }} />,
  }
  const columns: Column<BoardRow>[] = [
    ...(mayDispatch ? [pick] : []),
    { key: 'number', header: t('fields.number'), names: true, cell: ({ number }) => number },
    {
      key: 'due',
      header: t('fields.due'),
      sort: 'due',
      cell: ({ pressure, dueAt, dueKind }) =>
        dueAt && dueKind ? (
          <span className="flex flex-col items-start">
            {pressure !== 'none' && (
              <Badge tone={PRESSURE_TONE[pressure]}>{t(`pressures.${pressure}`)}</Badge>
            )}
            <span className="text-sm text-ink-soft">
              {t('dueAt', {
                kind: t(`dueKinds.${dueKind as 'accept' | 'arrive' | 'resolve'}`),
                at: format.dateTime(dueAt, 'moment'),
              })}
            </span>
          </span>
        ) : (
          t('noDue')
        ),
    },
    { key: 'state', header: t('fields.state'), cell: ({ state }) => t(`states.${state}`) },
    {
      key: 'category',
      header: t('fields.category'),
      cell: ({ category }) => (isEnglish ? category.nameEn : category.name),
    },
    {
      key: 'where',
      header: t('fields.where'),
      cell: ({ compound, building, stairwell }) =>
        [compound.name, building?.name, stairwell?.name].filter(Boolean).join(' '),
    },
    {
      key: 'words',
      header: t('fields.words'),
      optional: true,
      cell: ({ words }) => <span className="line-clamp-2">{words}</span>,
    },
    {
      key: 'worker',
      header: t('fields.worker'),
      optional: true,
      cell: ({ worker }) => worker?.person.name ?? t('nobody'),
    },
    {
      key: 'createdAt',
      header: t('fields.createdAt'),
      sort: 'created',
      optional: true,
      cell: ({ createdAt }) => format.dateTime(createdAt, 'moment'),
    },
    {
      key: 'source',
      header: t('fields.source'),
      optional: 'off',
      cell: ({ source }) => t(`sources.${source}`),
    },
  ]
  const { cursor: _cursor, columns: _columns, ...exported } = filter
  const tile = (key: 'soon' | 'late' | 'thrice') => (
    <StatTile
      key={key}
      label={t(`${key}Ones`)}
      value={format.number(counts[key], 'whole')}
      href={`${PATH}?late=${key}`}
      {...(counts[key] > 0 ? { tone: 'warn' as const } : {})}
    />
  )
  return (
    <ClientMessages namespaces={['request-bulk']}>
      <BoardSelection mayDispatch={mayDispatch}>
        <BoardLive />
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
              label: t('state'),
              all: t('allStates'),
              options: [
                { value: 'all', label: t('everyState') },
                ...STATES.map((value) => ({ value, label: t(`states.${value}`) })),
              ],
            },
            {
              name: 'late',
              label: t('pressure'),
              all: t('anyPressure'),
              options: (['soon', 'late', 'thrice'] as const).map((value) => ({
                value,
                label: t(`pressures.${value}`),
              })),
            },
            {
              name: 'category',
              label: t('fields.category'),
              all: t('allCategories'),
              options: choices.categories.map(({ id, name, nameEn }) => ({
                value: id,
                label: isEnglish ? nameEn : name,
              })),
            },
            {
              name: 'community',
              label: t('fields.community'),
              all: t('allCommunities'),
              options: choices.communities,
            },
            {
              name: 'compound',
              label: t('fields.compound'),
              all: t('allCompounds'),
              options: choices.compounds,
            },
            { name: 'zone', label: t('fields.zone'), all: t('allZones'), options: choices.zones },
            { name: 'worker', label: t('fields.worker'), all: t('allWorkers'), options: choices.workers },
            {
              name: 'source',
              label: t('fields.source'),
              all: t('allSources'),
              options: SOURCES.map((value) => ({ value, label: t(`sources.${value}`) })),
            },
          ]}
          dates={[
            { name: 'from', label: t('from') },
            { name: 'to', label: t('to') },
          ]}
          actions={
            <>
              <LinkButton href={`${PATH}/plan`} icon="map">
                {t('plan.link')}
              </LinkButton>
              {holds(act.principal, 'requests.report') && (
                <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
                  {t('add')}
                </LinkButton>
              )}
            </>
          }
          tools={
            holds(act.principal, 'requests.export') && (
              <ExportButton
                label={t('export')}
                failed={t('exportFailed')}
                action="/api/v1/requests/export"
                body={exported}
              />
            )
          }
          empty={
            <EmptyState
              title={t('emptyTitle')}
              why={t('emptyWhy')}
              action={<LinkButton href={`${PATH}?state=open`}>{t('title')}</LinkButton>}
            />
          }
        >
          <ViewLinks views={views} filter={filterIn(addressWith('', query, {}).slice(1))} />
          <section aria-label={t('pressure')} className="grid grid-cols-2 gap-3 lg:grid-cols-4">
            <StatTile
              label={t('openOnes')}
              value={format.number(counts.open, 'whole')}
              href={`${PATH}?state=open`}
            />
            {(['soon', 'late', 'thrice'] as const).map(tile)}
          </section>
        </ListPage>
      </BoardSelection>
    </ClientMessages>
  )
}

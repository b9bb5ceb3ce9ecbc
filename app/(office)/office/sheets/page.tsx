import { getFormatter, getTranslations } from 'next-intl/server'
import { communityOptions } from '@/features/places/communities/queries'
import { BoardState } from '@/features/sheets/boards/components/board-state'
import { PlaceActions } from '@/features/sheets/boards/components/place-actions'
import { type BoardRow, boardPlaces, listBoards, previewHanging } from '@/features/sheets/boards/queries'
import { BOARD_STATES, type BoardFilter, boardFilter } from '@/features/sheets/boards/schema'
import { countSheets, MOST_SHEETS } from '@/features/sheets/printing/queries'
import type { Act } from '@/server/act'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/sheets'

export default async function SheetsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('sheets.read')
  const query = await searchParams
  const filter = filterFrom(boardFilter, query)
  const t = await getTranslations('boards')
  const [page, communities, { compounds, zones }] = await Promise.all([
    listBoards(act, filter),
    communityOptions(act, 'sheets.read'),
    boardPlaces(act, filter.community),
  ])
  const columns = await boardColumns()
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
      sort={{ by: 'place', direction: filter.direction }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'state',
          label: t('fields.state'),
          all: t('allStates'),
          options: BOARD_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
        },
        { name: 'community', label: t('fields.community'), all: t('allCommunities'), options: communities },
        { name: 'compound', label: t('fields.compound'), all: t('allCompounds'), options: compounds },
        ...(zones.length > 0
          ? [{ name: 'zone', label: t('fields.zone'), all: t('allZones'), options: zones }]
          : []),
      ]}
      actions={await placeActions(act, filter)}
      tools={
        holds(act.principal, 'registers.export') && (
          <ExportButton
            label={t('export')}
            failed={t('exportFailed')}
            action="/api/v1/sheets/export"
            body={exported}
          />
        )
      }
      empty={
        <EmptyState
          title={t('emptyTitle')}
          why={t('emptyWhy')}
          action={<LinkButton href={PATH}>{t('title')}</LinkButton>}
        />
      }
    />
  )
}

async function boardColumns(): Promise<Column<BoardRow>[]> {
  const t = await getTranslations('boards')
  const format = await getFormatter()
  return [
    {
      key: 'place',
      header: t('fields.place'),
      names: true,
      sort: 'place',
      cell: ({ compound, building, stairwell }) => `${compound} ${building} ${stairwell}`,
    },
    { key: 'community', header: t('fields.community'), optional: true, cell: ({ community }) => community },
    { key: 'zone', header: t('fields.zone'), optional: 'off', cell: ({ zone }) => zone ?? '—' },
    { key: 'code', header: t('fields.code'), optional: true, cell: ({ code }) => code },
    { key: 'version', header: t('fields.version'), numeric: true, cell: ({ version }) => version },
    {
      key: 'hungVersion',
      header: t('fields.hungVersion'),
      numeric: true,
      cell: ({ hungVersion }) => hungVersion ?? '—',
    },
    {
      key: 'hungAt',
      header: t('fields.hungAt'),
      optional: true,
      cell: ({ hungAt }) => (hungAt ? format.dateTime(hungAt, 'day') : '—'),
    },
    { key: 'hungBy', header: t('fields.hungBy'), optional: true, cell: ({ hungBy }) => hungBy ?? '—' },
    { key: 'state', header: t('fields.state'), cell: ({ state }) => <BoardState state={state} /> },
  ]
}

/** Printing and marking as hung go by one place, the narrowest that the filters name. */
async function placeActions(act: Act, { building, compound, zone }: BoardFilter) {
  const place = building
    ? { kind: 'building' as const, id: building }
    : compound
      ? { kind: 'compound' as const, id: compound }
      : zone
        ? { kind: 'zone' as const, id: zone }
        : null
  if (!place) return undefined
  const printed = holds(act.principal, 'sheets.print')
    ? await countSheets(act, { [place.kind]: place.id })
    : 0
  const hangs = place.kind === 'compound' && holds(act.principal, 'sheets.hang')
  const hanging = hangs ? { compoundId: place.id, ...(await previewHanging(act, place.id)) } : undefined
  return <PlaceActions place={place} printed={printed} most={MOST_SHEETS} hanging={hanging} />
}

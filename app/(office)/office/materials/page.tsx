import { getFormatter, getTranslations } from 'next-intl/server'
import { StockTable } from '@/features/captains/materials/components/stock-table'
import { listMovements, type MovementRow, stocksWithin } from '@/features/captains/materials/queries'
import { KINDS, MOVES, materialFilter } from '@/features/captains/materials/schema'
import { communityOptions } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/materials'

/** The ledger of what captains and households are handed, and what lies in store. */
export default async function MaterialsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('materials.read')
  const query = await searchParams
  const filter = filterFrom(materialFilter, query)
  const [t, format, page, stocks, communities] = await Promise.all([
    getTranslations('materials'),
    getFormatter(),
    listMovements(act, filter),
    stocksWithin(act, filter.community),
    communityOptions(act, 'materials.read'),
  ])
  const columns: Column<MovementRow>[] = [
    {
      key: 'kind',
      header: t('fields.kind'),
      names: true,
      cell: ({ kind, move }) => `${t(`kinds.${kind}`)} · ${t(`moves.${move}`)}`,
    },
    { key: 'quantity', header: t('fields.quantity'), numeric: true, cell: ({ quantity }) => quantity },
    {
      key: 'holder',
      header: t('fields.holder'),
      cell: ({ isNamed, move, person, door }) =>
        isNamed
          ? [person?.name, door].filter(Boolean).join(' · ') || '—'
          : move === 'issued'
            ? t('hidden')
            : '—',
    },
    {
      key: 'state',
      header: t('fields.state'),
      cell: ({ out, isSigned, consent }) =>
        out === null || out === 0 ? (
          '—'
        ) : consent?.withdrawnAt ? (
          <Badge tone="bad">{t('states.takeBack')}</Badge>
        ) : (
          <Badge tone={isSigned ? 'good' : 'warn'}>{t(isSigned ? 'signedYes' : 'signedNo')}</Badge>
        ),
    },
    { key: 'day', header: t('fields.day'), cell: ({ day }) => format.dateTime(day, 'day') },
    {
      key: 'community',
      header: t('fields.community'),
      optional: true,
      cell: ({ community }) => community.name,
    },
    { key: 'words', header: t('fields.words'), optional: 'off', cell: ({ words }) => words ?? '—' },
    { key: 'actor', header: t('fields.actor'), optional: 'off', cell: ({ actor }) => actor },
  ]
  const { cursor: _cursor, columns: _columns, ...exported } = filter
  const mayWrite = holds(act.principal, 'materials.write')
  const choices = (name: 'kinds' | 'moves' | 'states', values: readonly string[]) =>
    values.map((value) => ({ value, label: t(`${name}.${value}` as 'kinds.logbook') }))
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      path={PATH}
      query={query}
      page={page}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id, issueId }) => `${PATH}/${issueId ?? id}`}
      sort={{ by: 'createdAt', direction: 'desc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        { name: 'kind', label: t('fields.kind'), all: t('allKinds'), options: choices('kinds', KINDS) },
        { name: 'move', label: t('fields.move'), all: t('allMoves'), options: choices('moves', MOVES) },
        {
          name: 'state',
          label: t('state'),
          all: t('allStates'),
          options: choices('states', ['unsigned', 'out', 'takeBack']),
        },
        {
          name: 'community',
          label: t('fields.community'),
          all: t('allCommunities'),
          options: communities,
        },
      ]}
      actions={
        mayWrite && (
          <>
            <LinkButton href={`${PATH}/issue`} kind="primary" icon="plus">
              {t('issue')}
            </LinkButton>
            <LinkButton href={`${PATH}/plaque`}>{t('plaque')}</LinkButton>
            <LinkButton href={`${PATH}/receive`}>{t('receive')}</LinkButton>
            <LinkButton href={`${PATH}/write-off`}>{t('writeOff')}</LinkButton>
          </>
        )
      }
      tools={
        holds(act.principal, 'registers.export') && (
          <ExportButton
            label={t('export')}
            failed={t('exportFailed')}
            action="/api/v1/materials/export"
            body={exported}
          />
        )
      }
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} />}
    >
      <StockTable stocks={stocks} path={PATH} />
    </ListPage>
  )
}

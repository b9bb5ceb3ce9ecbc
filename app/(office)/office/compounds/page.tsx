import { getTranslations } from 'next-intl/server'
import { communityOptions } from '@/features/places/communities/queries'
import { type CompoundRow, listCompounds } from '@/features/places/compounds/queries'
import { compoundFilter } from '@/features/places/compounds/schema'
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

const PATH = '/office/compounds'

export default async function CompoundsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('places.read')
  const query = await searchParams
  const filter = filterFrom(compoundFilter, query)
  const t = await getTranslations('compounds')
  const [page, communities] = await Promise.all([
    listCompounds(act, filter),
    communityOptions(act, 'places.read'),
  ])
  const number = (
    key: 'buildingCount' | 'stairwellCount' | 'householdCount' | 'population' | 'over60' | 'areaSquareMetres',
  ) => ({
    key,
    header: t(`fields.${key}`),
    numeric: true,
    cell: (row: CompoundRow) => row[key] ?? '—',
  })
  const columns: Column<CompoundRow>[] = [
    { key: 'name', header: t('fields.name'), sort: 'name', names: true, cell: ({ name }) => name },
    { key: 'community', header: t('fields.community'), cell: ({ community }) => community.name },
    {
      key: 'zone',
      header: t('fields.zone'),
      optional: true,
      cell: ({ zoneCompound }) => zoneCompound?.zone.name ?? '—',
    },
    {
      key: 'builtYear',
      header: t('fields.builtYear'),
      sort: 'builtYear',
      numeric: true,
      optional: true,
      cell: ({ builtYear }) => builtYear ?? '—',
    },
    { ...number('buildingCount'), optional: true },
    { ...number('stairwellCount'), optional: 'off' },
    { ...number('householdCount'), sort: 'householdCount' },
    { ...number('population'), optional: 'off' },
    { ...number('over60'), sort: 'over60', optional: true },
    { ...number('areaSquareMetres'), sort: 'areaSquareMetres', optional: 'off' },
    { key: 'stage', header: t('fields.stage'), cell: ({ stage }) => t(`stages.${stage}`) },
    {
      key: 'pilot',
      header: t('fields.pilot'),
      optional: true,
      cell: ({ pilot }) => (pilot ? <Badge tone="note">{t('fields.pilot')}</Badge> : '—'),
    },
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
        { name: 'community', label: t('fields.community'), all: t('allCommunities'), options: communities },
        {
          name: 'stage',
          label: t('fields.stage'),
          all: t('allStages'),
          options: (['none', 'managed', 'good'] as const).map((value) => ({
            value,
            label: t(`stages.${value}`),
          })),
        },
        {
          name: 'pilot',
          label: t('fields.pilot'),
          all: t('allPilots'),
          options: [
            { value: 'yes', label: t('pilotYes') },
            { value: 'no', label: t('pilotNo') },
          ],
        },
        {
          name: 'ended',
          label: t('state'),
          all: t('inUse'),
          options: [{ value: 'yes', label: t('endedOnly') }],
        },
      ]}
      actions={
        holds(act.principal, 'places.write') && (
          <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
            {t('add')}
          </LinkButton>
        )
      }
      tools={
        holds(act.principal, 'registers.export') && (
          <ExportButton
            label={t('export')}
            failed={t('exportFailed')}
            action="/api/v1/compounds/export"
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

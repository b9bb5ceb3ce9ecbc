import { getTranslations } from 'next-intl/server'
import { type BuildingRow, listBuildings } from '@/features/places/buildings/queries'
import { buildingFilter } from '@/features/places/buildings/schema'
import { communityOptions } from '@/features/places/communities/queries'
import { compoundOptions } from '@/features/places/compounds/queries'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/buildings'

export default async function BuildingsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('places.read')
  const query = await searchParams
  const filter = filterFrom(buildingFilter, query)
  const t = await getTranslations('buildings')
  const [page, communities, compounds] = await Promise.all([
    listBuildings(act, filter),
    communityOptions(act, 'places.read'),
    compoundOptions(act, 'places.read'),
  ])
  const columns: Column<BuildingRow>[] = [
    {
      key: 'name',
      header: t('fields.name'),
      sort: 'name',
      names: true,
      cell: ({ name, compound }) => t('building', { compound: compound.name, name }),
    },
    {
      key: 'community',
      header: t('fields.community'),
      optional: true,
      cell: ({ compound }) => compound.community.name,
    },
    { key: 'grid', header: t('fields.grid'), optional: true, cell: ({ grid }) => grid?.name ?? '—' },
    { key: 'captain', header: t('fields.captain'), cell: ({ captain }) => captain?.name ?? t('nobody') },
    {
      key: 'stairwellCount',
      header: t('fields.stairwellCount'),
      numeric: true,
      optional: true,
      cell: ({ stairwellCount }) => stairwellCount ?? '—',
    },
    {
      key: 'floors',
      header: t('fields.floors'),
      sort: 'floors',
      numeric: true,
      optional: true,
      cell: ({ floors }) => floors ?? '—',
    },
    {
      key: 'householdCount',
      header: t('fields.householdCount'),
      sort: 'householdCount',
      numeric: true,
      cell: ({ householdCount }) => householdCount ?? '—',
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
        { name: 'compound', label: t('fields.compound'), all: t('allCompounds'), options: compounds },
        {
          name: 'captain',
          label: t('captains'),
          all: t('allCaptains'),
          options: [
            { value: 'none', label: t('captainNone') },
            { value: 'any', label: t('captainAny') },
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
            action="/api/v1/buildings/export"
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

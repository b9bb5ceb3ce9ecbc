import { getTranslations } from 'next-intl/server'
import { type GridRow, listGrids } from '@/features/grids/register/queries'
import { FORCES, gridFilter } from '@/features/grids/register/schema'
import { communityOptions } from '@/features/places/communities/queries'
import { compoundOptions } from '@/features/places/compounds/queries'
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

const PATH = '/office/grids'

export default async function GridsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('grids.read')
  const query = await searchParams
  const filter = filterFrom(gridFilter, query)
  const t = await getTranslations('grids')
  const [page, communities, compounds] = await Promise.all([
    listGrids(act, filter),
    communityOptions(act, 'grids.read'),
    compoundOptions(act, 'grids.read'),
  ])
  const columns: Column<GridRow>[] = [
    { key: 'name', header: t('fields.name'), sort: 'name', names: true, cell: ({ name }) => name },
    { key: 'code', header: t('fields.code'), sort: 'code', optional: true, cell: ({ code }) => code },
    { key: 'community', header: t('fields.community'), cell: ({ community }) => community.name },
    {
      key: 'branchName',
      header: t('fields.branchName'),
      optional: 'off',
      cell: ({ branchName }) => branchName ?? '—',
    },
    {
      key: 'forces',
      header: t('fields.forces'),
      optional: 'off',
      cell: ({ forces }) => forces.map((force) => t(`forces.${force}`)).join('、') || '—',
    },
    {
      key: 'compounds',
      header: t('fields.compounds'),
      optional: true,
      cell: (row) => row.compounds.map(({ compound }) => compound.name).join('、') || '—',
    },
    {
      key: 'buildingCount',
      header: t('fields.buildingCount'),
      sort: 'buildingCount',
      numeric: true,
      optional: true,
      cell: ({ buildingCount }) => buildingCount ?? '—',
    },
    {
      key: 'members',
      header: t('fields.members'),
      cell: ({ members }) =>
        members.length > 0 ? (
          members.map(({ person }) => person.name).join('、')
        ) : (
          <Badge tone="warn">{t('membersNone')}</Badge>
        ),
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
        { name: 'compound', label: t('compound'), all: t('allCompounds'), options: compounds },
        {
          name: 'force',
          label: t('fields.forces'),
          all: t('allForces'),
          options: FORCES.map((value) => ({ value, label: t(`forces.${value}`) })),
        },
        {
          name: 'members',
          label: t('fields.members'),
          all: t('allMembers'),
          options: [
            { value: 'none', label: t('membersNone') },
            { value: 'some', label: t('membersSome') },
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
        holds(act.principal, 'grids.write') && (
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
            action="/api/v1/grids/export"
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

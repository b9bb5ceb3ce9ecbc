import { getTranslations } from 'next-intl/server'
import { mayKeepCommunities } from '@/features/places/communities/policy'
import { type CommunityRow, listCommunities } from '@/features/places/communities/queries'
import { communityFilter } from '@/features/places/communities/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/communities'

export default async function CommunitiesPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('places.read')
  const query = await searchParams
  const filter = filterFrom(communityFilter, query)
  const t = await getTranslations('communities')
  const page = await listCommunities(act, filter)
  const columns: Column<CommunityRow>[] = [
    { key: 'name', header: t('fields.name'), sort: 'name', names: true, cell: ({ name }) => name },
    { key: 'code', header: t('fields.code'), sort: 'code', optional: true, cell: ({ code }) => code ?? '—' },
    {
      key: 'officePhone',
      header: t('fields.officePhone'),
      cell: ({ officePhone }) => officePhone ?? '—',
    },
    {
      key: 'officeAddress',
      header: t('fields.officeAddress'),
      optional: 'off',
      cell: ({ officeAddress }) => officeAddress ?? '—',
    },
    {
      key: 'officeHours',
      header: t('fields.officeHours'),
      optional: 'off',
      cell: ({ officeHours }) => officeHours ?? '—',
    },
    {
      key: 'compoundCount',
      header: t('fields.compoundCount'),
      numeric: true,
      cell: ({ compounds }) => compounds.length,
    },
    {
      key: 'buildingCount',
      header: t('fields.buildingCount'),
      numeric: true,
      optional: true,
      cell: ({ buildingCount }) => buildingCount,
    },
    {
      key: 'gridCount',
      header: t('fields.gridCount'),
      numeric: true,
      optional: true,
      cell: ({ grids }) => grids.length,
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
        {
          name: 'ended',
          label: t('state'),
          all: t('inUse'),
          options: [{ value: 'yes', label: t('endedOnly') }],
        },
      ]}
      actions={
        holds(act.principal, 'places.write') &&
        mayKeepCommunities(act.principal) && (
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
            action="/api/v1/communities/export"
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

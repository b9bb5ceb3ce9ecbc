import { getFormatter, getTranslations } from 'next-intl/server'
import { gridOptions, listMembers, type MemberRow } from '@/features/grids/members/queries'
import { memberFilter } from '@/features/grids/members/schema'
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

const PATH = '/office/grid-members'

export default async function GridMembersPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('grids.read')
  const query = await searchParams
  const filter = filterFrom(memberFilter, query)
  const t = await getTranslations('grid-members')
  const format = await getFormatter()
  const [page, communities, grids] = await Promise.all([
    listMembers(act, filter),
    communityOptions(act, 'grids.read'),
    gridOptions(act),
  ])
  const columns: Column<MemberRow>[] = [
    {
      key: 'name',
      header: t('fields.name'),
      sort: 'name',
      names: true,
      cell: ({ person }) => person.name,
    },
    { key: 'grid', header: t('fields.grid'), cell: ({ grid }) => grid.name },
    {
      key: 'community',
      header: t('community'),
      optional: true,
      cell: ({ grid }) => grid.community.name,
    },
    {
      key: 'phone',
      header: t('fields.phone'),
      cell: ({ person }) => person.maskedPhone ?? <Badge tone="warn">{t('phoneNone')}</Badge>,
    },
    { key: 'post', header: t('fields.post'), optional: true, cell: ({ post }) => t(`values.post.${post}`) },
    {
      key: 'state',
      header: t('state'),
      optional: true,
      cell: ({ state }) => (
        <Badge tone={state === 'now' ? 'good' : state === 'upcoming' ? 'note' : 'neutral'}>
          {t(`states.${state}`)}
        </Badge>
      ),
    },
    {
      key: 'startsOn',
      header: t('fields.startsOn'),
      sort: 'startsOn',
      optional: true,
      cell: ({ startsOn }) => format.dateTime(startsOn, 'day'),
    },
    {
      key: 'endsOn',
      header: t('fields.endsOn'),
      optional: 'off',
      cell: ({ endsOn }) => (endsOn ? format.dateTime(endsOn, 'day') : '—'),
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
          name: 'state',
          label: t('state'),
          all: t('states.now'),
          options: [
            { value: 'upcoming', label: t('states.upcoming') },
            { value: 'ended', label: t('states.ended') },
            { value: 'all', label: t('allStates') },
          ],
        },
        { name: 'community', label: t('community'), all: t('allCommunities'), options: communities },
        { name: 'grid', label: t('fields.grid'), all: t('allGrids'), options: grids },
        {
          name: 'post',
          label: t('fields.post'),
          all: t('allPosts'),
          options: (['full_time', 'part_time'] as const).map((value) => ({
            value,
            label: t(`values.post.${value}`),
          })),
        },
        {
          name: 'phone',
          label: t('fields.phone'),
          all: t('allPhones'),
          options: [{ value: 'none', label: t('phoneNone') }],
        },
      ]}
      actions={
        holds(act.principal, 'grids.write') && (
          <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
            {t('appoint')}
          </LinkButton>
        )
      }
      tools={
        holds(act.principal, 'registers.export') && (
          <ExportButton
            label={t('export')}
            failed={t('exportFailed')}
            action="/api/v1/grid-members/export"
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

import { getFormatter, getTranslations } from 'next-intl/server'
import { listMatches, type MatchRow } from '@/features/demands/kitchen/queries'
import { matchFilter } from '@/features/demands/kitchen/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/kitchen/matches'

export default async function MatchesPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('kitchen.read')
  const query = await searchParams
  const [t, format, page] = await Promise.all([
    getTranslations('kitchen'),
    getFormatter(),
    listMatches(act, filterFrom(matchFilter, query)),
  ])
  const columns: Column<MatchRow>[] = [
    { key: 'demand', header: t('fields.demand'), names: true, cell: ({ demand }) => demand.title },
    { key: 'resource', header: t('fields.resource'), cell: ({ resource }) => resource.name },
    {
      key: 'area',
      header: t('fields.area'),
      cell: ({ zone, compound }) => zone?.name ?? compound?.name ?? t('wholeStreet'),
    },
    {
      key: 'coverage',
      header: t('fields.coverage'),
      cell: ({ coverage }) => (
        <Badge tone={coverage === 'full' ? 'good' : 'warn'}>{t(`matchCoverages.${coverage}`)}</Badge>
      ),
    },
    { key: 'reason', header: t('fields.reason'), optional: true, cell: ({ reason }) => reason },
    {
      key: 'createdAt',
      header: t('fields.createdAt'),
      optional: true,
      cell: ({ createdAt }) => format.dateTime(createdAt, 'moment'),
    },
  ]
  return (
    <ListPage
      title={t('matches')}
      lead={t('matchesLead')}
      crumbs={[{ label: t('title'), href: '/office/kitchen' }, { label: t('matches') }]}
      path={PATH}
      query={query}
      page={page}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${PATH}/${id}`}
      sort={{ by: 'createdAt', direction: 'desc' }}
      selects={[
        {
          name: 'ended',
          label: t('state'),
          all: t('inUse'),
          options: [{ value: 'yes', label: t('endedOnly') }],
        },
      ]}
      empty={
        <EmptyState
          title={t('matchesEmptyTitle')}
          why={t('matchesEmptyWhy')}
          action={<LinkButton href="/office/kitchen">{t('title')}</LinkButton>}
        />
      }
    />
  )
}

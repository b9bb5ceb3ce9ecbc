import { getFormatter, getTranslations } from 'next-intl/server'
import { doorOf, listMembers, type MemberRow } from '@/features/people/household-members/queries'
import { MEMBER_STATES, memberFilter } from '@/features/people/household-members/schema'
import { communityOptions } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/residents'

/** Who says where they live, and who was confirmed, in the reader's scope. */
export default async function ResidentsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('residents.read')
  const query = await searchParams
  const [t, format, page, communities] = await Promise.all([
    getTranslations('residents'),
    getFormatter(),
    listMembers(act, filterFrom(memberFilter, query)),
    communityOptions(act, 'residents.read'),
  ])
  const columns: Column<MemberRow>[] = [
    { key: 'name', header: t('fields.name'), names: true, cell: ({ name }) => name },
    { key: 'household', header: t('fields.household'), cell: ({ household }) => doorOf(household) },
    { key: 'phone', header: t('fields.phone'), cell: ({ phone }) => phone ?? t('noPhone') },
    { key: 'way', header: t('fields.way'), cell: ({ way }) => t(`ways.${way as 'claim'}`) },
    {
      key: 'claimedAt',
      header: t('fields.claimedAt'),
      cell: ({ claimedAt }) => format.dateTime(claimedAt, 'moment'),
    },
    { key: 'state', header: t('fields.state'), cell: ({ state }) => t(`states.${state}`) },
  ]
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
      sort={{ by: 'claimedAt', direction: 'desc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'state',
          label: t('fields.state'),
          all: t('states.claimed'),
          options: MEMBER_STATES.filter((state) => state !== 'claimed').map((value) => ({
            value,
            label: t(`states.${value}`),
          })),
        },
        { name: 'community', label: t('fields.community'), all: t('allCommunities'), options: communities },
      ]}
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} icon="people" />}
    />
  )
}

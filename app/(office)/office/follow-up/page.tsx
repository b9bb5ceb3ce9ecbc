import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { communityOptions } from '@/features/places/communities/queries'
import { type CallRow, listCalls } from '@/features/requests/calls/queries'
import { callFilter, OUTCOMES } from '@/features/requests/calls/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/follow-up'

/** Whom the command room calls to ask how it went. */
export default async function FollowUpPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('calls.read')
  const query = await searchParams
  const filter = filterFrom(callFilter, query)
  const [t, format, locale, page, communities] = await Promise.all([
    getTranslations('calls'),
    getFormatter(),
    getLocale(),
    listCalls(act, filter),
    communityOptions(act, 'calls.read'),
  ])
  const columns: Column<CallRow>[] = [
    { key: 'number', header: t('fields.number'), names: true, cell: ({ request }) => request.number },
    {
      key: 'category',
      header: t('fields.category'),
      cell: ({ request }) => (locale === 'en' ? request.category.nameEn : request.category.name),
    },
    {
      key: 'place',
      header: t('fields.place'),
      cell: ({ request }) => `${request.compound.name} ${request.building?.name ?? ''}`,
    },
    {
      key: 'reason',
      header: t('fields.reason'),
      cell: ({ reason }) =>
        reason && <Badge tone={reason === 'sample' ? 'neutral' : 'warn'}>{t(`reasons.${reason}`)}</Badge>,
    },
    { key: 'reporter', header: t('fields.reporter'), cell: ({ reporter }) => reporter.phone },
    {
      key: 'dueOn',
      header: t('fields.dueOn'),
      cell: ({ dueOn }) => format.dateTime(dueOn, { dateStyle: 'long', timeZone: 'UTC' }),
    },
    {
      key: 'outcome',
      header: t('fields.outcome'),
      cell: ({ outcome }) => outcome && t(`outcomes.${outcome as 'reached'}`),
    },
    { key: 'quality', header: t('fields.quality'), cell: ({ quality }) => quality },
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
      sort={{ by: 'dueOn', direction: filter.show === 'done' ? 'desc' : 'asc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'show',
          label: t('fields.show'),
          all: t('shows.due'),
          options: (['later', 'done'] as const).map((value) => ({ value, label: t(`shows.${value}`) })),
        },
        {
          name: 'outcome',
          label: t('fields.outcome'),
          all: t('allOutcomes'),
          options: OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) })),
        },
        { name: 'community', label: t('fields.community'), all: t('allCommunities'), options: communities },
      ]}
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} icon="phone" />}
    />
  )
}

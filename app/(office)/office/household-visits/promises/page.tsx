import { getFormatter, getTranslations } from 'next-intl/server'
import { communityOptions } from '@/features/places/communities/queries'
import { SettleButton } from '@/features/surveys/visits/components/settle-button'
import { listPromises, type PromiseRow, placeOf } from '@/features/surveys/visits/queries'
import { PROMISE_STATES, promiseFilter } from '@/features/surveys/visits/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { todayOf } from '@/server/term'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const LIST = '/office/household-visits'
const PATH = `${LIST}/promises`

/** What was promised at visits; what is overdue comes first. */
export default async function PromisesPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('visits.read')
  const query = await searchParams
  const [t, format, page, communities] = await Promise.all([
    getTranslations('household-visits'),
    getFormatter(),
    listPromises(act, filterFrom(promiseFilter, query)),
    communityOptions(act, 'visits.read'),
  ])
  const today = todayOf(act.now)
  const columns: Column<PromiseRow>[] = [
    { key: 'words', header: t('fields.promise'), names: true, cell: ({ words }) => words },
    { key: 'place', header: t('fields.place'), cell: ({ visit }) => placeOf(visit) },
    { key: 'visitor', header: t('fields.visitor'), cell: ({ visit }) => visit.visitor },
    {
      key: 'dueOn',
      header: t('fields.dueOn'),
      cell: ({ dueOn, state }) => (
        <Badge tone={state === 'open' && dueOn < today ? 'bad' : 'neutral'}>
          {format.dateTime(dueOn, { dateStyle: 'medium', timeZone: 'UTC' })}
        </Badge>
      ),
    },
    {
      key: 'state',
      header: t('fields.state'),
      cell: (promise) =>
        promise.state === 'open' && holds(act.principal, 'visits.write') ? (
          <SettleButton promise={promise} />
        ) : (
          [t(`promiseStates.${promise.state}`), promise.note].filter(Boolean).join('：')
        ),
    },
  ]
  return (
    <ListPage
      title={t('promises')}
      lead={t('promisesLead')}
      crumbs={[{ label: t('title'), href: LIST }, { label: t('promises') }]}
      path={PATH}
      query={query}
      page={page}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ visit }) => `${LIST}/${visit.id}`}
      sort={{ by: 'dueOn', direction: 'asc' }}
      selects={[
        {
          name: 'state',
          label: t('fields.state'),
          all: t('promiseStates.overdue'),
          options: PROMISE_STATES.map((value) => ({ value, label: t(`promiseStates.${value}`) })),
        },
        { name: 'community', label: t('fields.community'), all: t('allCommunities'), options: communities },
      ]}
      empty={<EmptyState title={t('promisesEmptyTitle')} why={t('promisesEmptyWhy')} />}
    />
  )
}

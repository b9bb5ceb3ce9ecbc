import { getFormatter, getTranslations } from 'next-intl/server'
import { SERVICE_CATEGORIES } from '@/core/service-categories'
import { communityOptions } from '@/features/places/communities/queries'
import { countOverdue, listVisits, placeOf, type VisitRow } from '@/features/surveys/visits/queries'
import { PROMISE_STATES, visitFilter } from '@/features/surveys/visits/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { todayOf } from '@/server/term'
import { Alert } from '@/ui/alert'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'
import { PrintButton } from '@/ui/print-button'
import { TextLink } from '@/ui/text-link'

const PATH = '/office/household-visits'

export default async function HouseholdVisitsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('visits.read')
  const query = await searchParams
  const filter = filterFrom(visitFilter, query)
  const [t, demands, format, page, overdue, communities] = await Promise.all([
    getTranslations('household-visits'),
    getTranslations('demands'),
    getFormatter(),
    listVisits(act, filter),
    countOverdue(act),
    communityOptions(act, 'visits.read'),
  ])
  const today = todayOf(act.now)
  const columns: Column<VisitRow>[] = [
    { key: 'place', header: t('fields.place'), names: true, cell: (row) => placeOf(row) },
    {
      key: 'happenedAt',
      header: t('fields.happenedAt'),
      cell: ({ happenedAt }) => format.dateTime(happenedAt, 'moment'),
    },
    { key: 'visitor', header: t('fields.visitor'), cell: ({ visitor }) => visitor },
    {
      key: 'topics',
      header: t('fields.topics'),
      cell: ({ topics }) => topics.map((topic) => demands(`categories.${topic as 'other'}`)).join('、'),
    },
    {
      key: 'promises',
      header: t('fields.promises'),
      cell: ({ promises }) => (
        <span className="flex flex-wrap gap-1 max-sm:justify-end">
          {promises.length === 0
            ? '—'
            : promises.map(({ id, state, dueOn }) => {
                const shown = state === 'open' && dueOn < today ? 'overdue' : state
                return (
                  <Badge key={id} tone={TONES[shown]}>
                    {t(`promiseStates.${shown}`)}
                  </Badge>
                )
              })}
        </span>
      ),
    },
    { key: 'words', header: t('fields.words'), optional: 'off', cell: ({ words }) => words ?? '—' },
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
      sort={{ by: 'happenedAt', direction: 'desc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'topic',
          label: t('fields.topic'),
          all: t('allTopics'),
          options: SERVICE_CATEGORIES.map((value) => ({ value, label: demands(`categories.${value}`) })),
        },
        {
          name: 'promise',
          label: t('fields.promise'),
          all: t('allPromises'),
          options: [...PROMISE_STATES, 'overdue' as const].map((value) => ({
            value,
            label: t(`promiseStates.${value}`),
          })),
        },
        { name: 'community', label: t('fields.community'), all: t('allCommunities'), options: communities },
      ]}
      dates={[
        { name: 'from', label: t('from') },
        { name: 'to', label: t('to') },
      ]}
      actions={
        <>
          {holds(act.principal, 'visits.write') && (
            <LinkButton href="/captain/visits" kind="primary">
              {t('onPhone')}
            </LinkButton>
          )}
          <LinkButton href={`${PATH}/promises`}>{t('promises')}</LinkButton>
        </>
      }
      tools={
        <>
          <PrintButton label={t('print')} size="small" />
          {holds(act.principal, 'registers.export') && (
            <ExportButton
              label={t('export')}
              failed={t('exportFailed')}
              action="/api/v1/household-visits/export"
              body={exported}
            />
          )}
        </>
      }
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} />}
    >
      {overdue > 0 && (
        <Alert tone="warn">
          <TextLink href={`${PATH}/promises`}>{t('overdueCount', { count: overdue })}</TextLink>
        </Alert>
      )}
    </ListPage>
  )
}

const TONES = { open: 'note', overdue: 'bad', kept: 'good', broken: 'warn' } as const

import { getFormatter, getTranslations } from 'next-intl/server'
import { listOutages, type OutageRow } from '@/features/requests/outages/queries'
import { OUTAGE_KINDS, OUTAGE_STATES, outageFilter } from '@/features/requests/outages/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { Status } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/outages'
const TONES = { current: 'bad', upcoming: 'warn', over: 'good', withdrawn: 'note' } as const

/** What residents are told of outages, newest first. */
export default async function OutagesPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('outages.read')
  const query = await searchParams
  const [t, format, page] = await Promise.all([
    getTranslations('outages'),
    getFormatter(),
    listOutages(act, filterFrom(outageFilter, query)),
  ])
  const columns: Column<OutageRow>[] = [
    { key: 'title', header: t('fields.title'), names: true, cell: ({ title }) => title },
    { key: 'kind', header: t('fields.kind'), cell: ({ kind }) => t(`kinds.${kind as 'water'}`) },
    { key: 'place', header: t('fields.place'), cell: ({ place }) => place ?? t('wholeStreet') },
    {
      key: 'isPlanned',
      header: t('fields.isPlanned'),
      optional: true,
      cell: ({ isPlanned }) => t(isPlanned ? 'planned' : 'sudden'),
    },
    {
      key: 'startsAt',
      header: t('fields.startsAt'),
      cell: ({ startsAt }) => format.dateTime(startsAt, 'moment'),
    },
    {
      key: 'endsAt',
      header: t('fields.endsAt'),
      cell: ({ endsAt }) => (endsAt ? format.dateTime(endsAt, 'moment') : t('open')),
    },
    {
      key: 'state',
      header: t('fields.state'),
      cell: ({ state }) => <Status tone={TONES[state]}>{t(`states.${state}`)}</Status>,
    },
  ]
  const add = holds(act.principal, 'outages.write') && (
    <LinkButton href={`${PATH}/new`} kind="primary">
      {t('add')}
    </LinkButton>
  )
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
      sort={{ by: 'startsAt', direction: 'desc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'state',
          label: t('fields.state'),
          all: t('allStates'),
          options: OUTAGE_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
        },
        {
          name: 'kind',
          label: t('fields.kind'),
          all: t('allKinds'),
          options: OUTAGE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
        },
      ]}
      tools={add}
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} action={add} />}
    />
  )
}

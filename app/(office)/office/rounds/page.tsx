import { getFormatter, getTranslations } from 'next-intl/server'
import { addDays, dayOf } from '@/core/instants'
import { RoundsPlan } from '@/features/logbook/rounds/components/rounds-plan'
import {
  type CompoundRounds,
  listRounds,
  monthOf,
  type RoundsRow,
  roundsByCompound,
} from '@/features/logbook/rounds/queries'
import { roundsFilter } from '@/features/logbook/rounds/schema'
import { communityOptions } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { Badge } from '@/ui/badge'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'
import { Panel } from '@/ui/panel'

const PATH = '/office/rounds'
const MONTHS_SHOWN = 12

/** The rounds of a month, done against due: where nobody looks after a building. */
export default async function RoundsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('logbook.rounds')
  const query = await searchParams
  const filter = filterFrom(roundsFilter, query)
  const [t, format, page, compounds, communities] = await Promise.all([
    getTranslations('logbook.rounds'),
    getFormatter(),
    listRounds(act, filter),
    roundsByCompound(act, filter),
    communityOptions(act, 'logbook.rounds'),
  ])
  const monthName = (month: string) =>
    format.dateTime(new Date(`${month}-01T00:00:00Z`), { year: 'numeric', month: 'long', timeZone: 'UTC' })
  const done = ({ done: count, due }: { done: number; due: number }) => (
    <Badge tone={count >= due ? 'good' : count > 0 ? 'warn' : 'bad'}>
      {t('doneOfDue', { done: count, due })}
    </Badge>
  )
  const columns: Column<RoundsRow>[] = [
    {
      key: 'building',
      header: t('buildings'),
      names: true,
      cell: ({ compound, name }) => `${compound.name} ${name}`,
    },
    { key: 'captain', header: t('captain'), cell: ({ captain }) => captain?.name ?? t('noCaptain') },
    { key: 'hygiene', header: t('hygiene'), cell: ({ hygiene }) => done(hygiene) },
    { key: 'safety', header: t('safety'), cell: ({ safety }) => done(safety) },
    { key: 'visits', header: t('visits'), cell: ({ visits }) => visits },
    { key: 'bad', header: t('bad'), cell: ({ bad }) => bad },
    { key: 'photos', header: t('photos'), cell: ({ photos }) => photos },
    {
      key: 'last',
      header: t('last'),
      cell: ({ lastAt }) => (lastAt ? format.dateTime(lastAt, 'moment') : t('never')),
    },
  ]
  const planColumns: Column<CompoundRounds>[] = [
    { key: 'name', header: t('compound'), names: true, cell: ({ name }) => name },
    { key: 'buildings', header: t('buildingCount'), cell: ({ buildings }) => buildings },
    { key: 'lookedAfter', header: t('lookedAfter'), cell: ({ lookedAfter }) => lookedAfter },
    { key: 'rounds', header: t('rounds'), cell: ({ rounds }) => rounds },
  ]
  const { cursor: _cursor, columns: _columns, ...exported } = filter
  return (
    <div className="flex flex-col gap-6">
      <ListPage
        title={t('title')}
        lead={t('lead', { month: monthName(monthOf(filter, act.now)) })}
        path={PATH}
        query={query}
        page={page}
        columns={columns}
        rowKey={({ id }) => id}
        {...(holds(act.principal, 'logbook.read')
          ? { rowHref: ({ id }: RoundsRow) => `/office/logbook?building=${id}` }
          : {})}
        sort={{ by: 'building', direction: 'asc' }}
        search={{ label: t('search'), placeholder: t('searchExample') }}
        selects={[
          {
            name: 'month',
            label: t('month'),
            all: t('thisMonth'),
            options: lastMonths(dayOf(act.now)).map((value) => ({ value, label: monthName(value) })),
          },
          {
            name: 'show',
            label: t('show'),
            all: t('shows.all'),
            options: (['behind', 'nobody'] as const).map((value) => ({ value, label: t(`shows.${value}`) })),
          },
          { name: 'community', label: t('community'), all: t('allCommunities'), options: communities },
        ]}
        actions={
          holds(act.principal, 'logbook.read') && (
            <LinkButton href="/office/logbook">{t('entries')}</LinkButton>
          )
        }
        tools={
          holds(act.principal, 'registers.export') && (
            <ExportButton
              label={t('export')}
              failed={t('exportFailed')}
              action="/api/v1/rounds/export"
              body={exported}
            />
          )
        }
        empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} icon="building" />}
      />
      <Panel title={t('plan')}>
        <div className="flex flex-col gap-4">
          <p className="text-sm text-ink-soft">{t('planDesc')}</p>
          <RoundsPlan compounds={compounds} title={t('plan')} />
          <DataTable
            caption={t('planCaption')}
            path={PATH}
            query={query}
            rows={compounds}
            rowKey={({ id }) => id}
            columns={planColumns}
          />
        </div>
      </Panel>
    </div>
  )
}

/** The months before this one, the latest first. */
function lastMonths(today: string): string[] {
  const months: string[] = []
  for (let month = today.slice(0, 7); months.length < MONTHS_SHOWN; ) {
    month = addDays(`${month}-01`, -1).slice(0, 7)
    months.push(month)
  }
  return months
}

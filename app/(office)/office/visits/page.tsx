import { getFormatter, getTranslations } from 'next-intl/server'
import { listRhythms, type RhythmRow } from '@/features/logbook/visits/queries'
import { rhythmFilter } from '@/features/logbook/visits/schema'
import { communityOptions } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { dateOf } from '@/server/term'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/visits'

/** Households that are looked in on regularly: the door, never the person. */
export default async function VisitsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('logbook.visits')
  const query = await searchParams
  const [t, format, page, communities] = await Promise.all([
    getTranslations('visits'),
    getFormatter(),
    listRhythms(act, filterFrom(rhythmFilter, query)),
    communityOptions(act, 'logbook.visits'),
  ])
  const day = (text: string) => format.dateTime(dateOf(text), { dateStyle: 'long', timeZone: 'UTC' })
  const columns: Column<RhythmRow>[] = [
    {
      key: 'household',
      header: t('fields.household'),
      names: true,
      cell: ({ household: { room, stairwell } }) =>
        `${stairwell.building.compound.name} ${stairwell.building.name} ${stairwell.name} ${room}`,
    },
    { key: 'everyDays', header: t('fields.everyDays'), cell: ({ everyDays }) => everyDays },
    {
      key: 'lastOn',
      header: t('fields.lastOn'),
      cell: ({ lastOn }) => (lastOn ? day(lastOn) : t('never')),
    },
    {
      key: 'dueOn',
      header: t('fields.dueOn'),
      cell: ({ dueOn, isOverdue }) => (
        <Badge tone={isOverdue ? 'bad' : 'neutral'}>
          {isOverdue ? t('overdue', { day: day(dueOn) }) : day(dueOn)}
        </Badge>
      ),
    },
    {
      key: 'community',
      header: t('fields.community'),
      optional: true,
      cell: ({ household }) => household.stairwell.building.compound.community.name,
    },
  ]
  const add = (
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
      sort={{ by: 'startsOn', direction: 'asc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'due',
          label: t('fields.dueOn'),
          all: t('allDue'),
          options: [{ value: 'overdue', label: t('onlyOverdue') }],
        },
        {
          name: 'community',
          label: t('fields.community'),
          all: t('allCommunities'),
          options: communities,
        },
      ]}
      tools={add}
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} action={add} />}
    />
  )
}

import { getFormatter, getTranslations } from 'next-intl/server'
import { type HandoverRow, listHandovers } from '@/features/requests/captain-handovers/queries'
import { handoverFilter } from '@/features/requests/captain-handovers/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/captains/handovers'

/** What captains hand over to those who come after them. */
export default async function CaptainHandoversPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('captains.read')
  const query = await searchParams
  const [t, captains, format, page] = await Promise.all([
    getTranslations('captain-handovers'),
    getTranslations('captains'),
    getFormatter(),
    listHandovers(act, filterFrom(handoverFilter, query)),
  ])
  const signed = (day: Date | null) =>
    day ? format.dateTime(day, 'day') : <Badge tone="warn">{t('unsigned')}</Badge>
  const columns: Column<HandoverRow>[] = [
    { key: 'from', header: t('fields.from'), names: true, cell: ({ from }) => from.name },
    {
      key: 'buildings',
      header: t('fields.buildings'),
      cell: ({ buildings }) => buildings.map(({ name }) => name).join('、'),
    },
    { key: 'to', header: t('fields.to'), cell: ({ successor }) => successor?.person.name ?? '—' },
    { key: 'givenOn', header: t('fields.givenOn'), cell: ({ givenOn }) => signed(givenOn) },
    { key: 'takenOn', header: t('fields.takenOn'), cell: ({ takenOn }) => signed(takenOn) },
  ]
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      crumbs={[{ label: captains('title'), href: '/office/captains' }, { label: t('title') }]}
      path={PATH}
      query={query}
      page={page}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${PATH}/${id}`}
      sort={{ by: 'createdAt', direction: 'desc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'state',
          label: t('fields.state'),
          all: t('allStates'),
          options: (['open', 'done'] as const).map((value) => ({ value, label: t(`states.${value}`) })),
        },
      ]}
      empty={
        <EmptyState
          title={t('emptyTitle')}
          why={t('emptyWhy')}
          action={<LinkButton href="/office/captains?state=ended">{t('endedCaptains')}</LinkButton>}
        />
      }
    />
  )
}

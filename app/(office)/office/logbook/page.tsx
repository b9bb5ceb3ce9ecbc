import { getFormatter, getTranslations } from 'next-intl/server'
import { type EntryRow, listEntries } from '@/features/logbook/entries/queries'
import { entryFilter, KINDS, MARKS } from '@/features/logbook/entries/schema'
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

const PATH = '/office/logbook'
const TONES = { good: 'good', fair: 'warn', bad: 'bad' } as const

/** What the captains wrote down, the latest first. */
export default async function LogbookPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('logbook.read')
  const query = await searchParams
  const filter = filterFrom(entryFilter, query)
  const [t, format, page, communities] = await Promise.all([
    getTranslations('logbook'),
    getFormatter(),
    listEntries(act, filter),
    communityOptions(act, 'logbook.read'),
  ])
  const { cursor: _cursor, columns: _columns, ...exported } = filter
  const columns: Column<EntryRow>[] = [
    {
      key: 'happenedAt',
      header: t('fields.happenedAt'),
      names: true,
      cell: ({ happenedAt }) => format.dateTime(happenedAt, 'moment'),
    },
    { key: 'kind', header: t('fields.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    {
      key: 'mark',
      header: t('fields.mark'),
      cell: ({ mark }) => mark && <Badge tone={TONES[mark]}>{t(`marks.${mark}`)}</Badge>,
    },
    {
      key: 'building',
      header: t('fields.building'),
      cell: ({ building }) => `${building.compound.name} ${building.name}`,
    },
    { key: 'captain', header: t('fields.captain'), cell: ({ person }) => person.name },
    {
      key: 'words',
      header: t('fields.words'),
      cell: ({ words }) => <span className="line-clamp-2">{words}</span>,
    },
    {
      key: 'receivedAt',
      header: t('fields.receivedAt'),
      optional: true,
      cell: ({ receivedAt }) => format.dateTime(receivedAt, 'moment'),
    },
    {
      key: 'community',
      header: t('fields.community'),
      optional: true,
      cell: ({ building }) => building.compound.community.name,
    },
  ]
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      actions={
        holds(act.principal, 'logbook.rounds') && (
          <LinkButton href="/office/rounds">{t('rounds.title')}</LinkButton>
        )
      }
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
          name: 'kind',
          label: t('fields.kind'),
          all: t('allKinds'),
          options: KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
        },
        {
          name: 'mark',
          label: t('fields.mark'),
          all: t('allMarks'),
          options: MARKS.map((value) => ({ value, label: t(`marks.${value}`) })),
        },
        {
          name: 'state',
          label: t('fields.state'),
          all: t('states.counted'),
          options: (['aside', 'discarded'] as const).map((value) => ({ value, label: t(`states.${value}`) })),
        },
        {
          name: 'community',
          label: t('fields.community'),
          all: t('allCommunities'),
          options: communities,
        },
      ]}
      dates={[
        { name: 'from', label: t('fields.from') },
        { name: 'to', label: t('fields.to') },
      ]}
      tools={
        holds(act.principal, 'registers.export') && (
          <ExportButton
            label={t('export')}
            failed={t('exportFailed')}
            action="/api/v1/log-entries/export"
            body={exported}
          />
        )
      }
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} icon="book" />}
    />
  )
}

import { getFormatter, getTranslations } from 'next-intl/server'
import { listNotes, type NoteRow } from '@/features/requests/handover/queries'
import { noteFilter } from '@/features/requests/handover/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/handover'

/** What one shift of the command room tells the next. */
export default async function HandoverPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('handover.read')
  const query = await searchParams
  const [t, format, page] = await Promise.all([
    getTranslations('handover'),
    getFormatter(),
    listNotes(act, filterFrom(noteFilter, query)),
  ])
  const columns: Column<NoteRow>[] = [
    {
      key: 'at',
      header: t('fields.at'),
      names: true,
      cell: ({ createdAt }) => format.dateTime(createdAt, 'moment'),
    },
    { key: 'shift', header: t('fields.shift'), cell: ({ shift }) => t(`shifts.${shift as 'day'}`) },
    { key: 'author', header: t('fields.author'), cell: ({ author }) => author },
    {
      key: 'words',
      header: t('fields.words'),
      cell: ({ words }) => <span className="block sm:min-w-56 whitespace-pre-line break-words">{words}</span>,
    },
    {
      key: 'counts',
      header: t('fields.counts'),
      cell: ({ counts }) => (counts ? t('countsThen', counts) : '—'),
    },
  ]
  const add = holds(act.principal, 'handover.write') && (
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
      sort={{ by: 'at', direction: 'desc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      dates={[
        { name: 'from', label: t('from') },
        { name: 'to', label: t('to') },
      ]}
      tools={add}
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} action={add} />}
    />
  )
}

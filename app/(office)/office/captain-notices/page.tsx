import { getFormatter, getTranslations } from 'next-intl/server'
import { listNotices, type NoticeRow } from '@/features/captains/notices/queries'
import { noticeFilter } from '@/features/captains/notices/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/captain-notices'

/** What grid members and communities tell the captains of their grids. */
export default async function CaptainNoticesPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('notices.write')
  const query = await searchParams
  const [t, format, page] = await Promise.all([
    getTranslations('captain-notices'),
    getFormatter(),
    listNotices(act, filterFrom(noticeFilter, query)),
  ])
  const columns: Column<NoticeRow>[] = [
    { key: 'words', header: t('fields.words'), names: true, cell: ({ words }) => words },
    { key: 'grid', header: t('fields.gridId'), cell: ({ grid }) => grid.name },
    { key: 'from', header: t('fields.from'), cell: ({ from }) => format.dateTime(from, 'day') },
    { key: 'until', header: t('fields.until'), cell: ({ until }) => format.dateTime(until, 'day') },
    { key: 'actor', header: t('fields.actor'), cell: ({ actor }) => actor },
  ]
  const add = (
    <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
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
      sort={{ by: 'createdAt', direction: 'desc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'show',
          label: t('fields.show'),
          all: t('show.all'),
          options: [{ value: 'past', label: t('show.past') }],
        },
      ]}
      actions={add}
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} action={add} />}
    />
  )
}

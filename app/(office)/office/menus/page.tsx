import { getTranslations } from 'next-intl/server'
import { listMenus, type MenuRow } from '@/features/menus/menus/queries'
import { menuFilter } from '@/features/menus/menus/schema'
import { mayWriteMenus } from '@/features/menus/policy'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'
import { PrintButton } from '@/ui/print-button'

const PATH = '/office/menus'
const FILTER_STATES = ['published', 'draft', 'review', 'none'] as const

/** The menus of the street, its zones and its compounds, with what is in force and what is worked on. */
export default async function MenusPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('menus.read')
  const query = await searchParams
  const [t, page] = await Promise.all([
    getTranslations('menus'),
    listMenus(act, filterFrom(menuFilter, query)),
  ])
  const one = (row: MenuRow, isPublished: boolean) =>
    row.versions.find(({ state }) => (state === 'published') === isPublished)
  const version = (row: MenuRow, isPublished: boolean) => {
    const found = one(row, isPublished)
    if (!found) return t('noVersion')
    return (
      <span className="inline-flex flex-wrap items-center gap-1">
        <Badge tone={isPublished ? 'good' : 'note'}>{t(`states.${found.state}`)}</Badge>
        {t('versionNumber', { number: found.number })} · {t('items', { count: found._count.items })}
      </span>
    )
  }
  const columns: Column<MenuRow>[] = [
    { key: 'name', header: t('fields.name'), names: true, cell: ({ name }) => name },
    {
      key: 'area',
      header: t('fields.area'),
      cell: ({ zone, compound }) => zone?.name ?? compound?.name ?? t('wholeStreet'),
    },
    { key: 'published', header: t('fields.published'), cell: (row) => version(row, true) },
    { key: 'working', header: t('fields.working'), cell: (row) => version(row, false) },
  ]
  const writes = holds(act.principal, 'menus.write') && mayWriteMenus(act.principal, 'menus.write')
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
      sort={{ by: 'name', direction: 'asc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'state',
          label: t('fields.state'),
          all: t('allStates'),
          options: FILTER_STATES.map((value) => ({ value, label: t(`filterStates.${value}`) })),
        },
      ]}
      actions={
        writes && (
          <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
            {t('add')}
          </LinkButton>
        )
      }
      tools={<PrintButton label={t('print')} size="small" />}
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} />}
    />
  )
}

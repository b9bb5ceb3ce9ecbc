import { type Column, DataTable, type Order } from './data-table'
import { FilterBar, type FilterBarProps } from './filter-bar'
import { addressWith, type PageQuery } from './page-address'
import { PageHeader, type PageHeaderProps } from './page-header'
import { Pagination } from './pagination'

export type ListPageProps<Row> = Omit<PageHeaderProps, 'title'> & {
  title: string
  page: { rows: readonly Row[]; next: string | null; previous: string | null; total: number }
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  rowHref?: (row: Row) => string
  path: string
  query: PageQuery
  sort: Order
  search?: FilterBarProps['search']
  selects?: FilterBarProps['selects']
  dates?: FilterBarProps['dates']
  empty: React.ReactNode
  tools?: React.ReactNode
  /** Between the filters and the table, such as tiles. */
  children?: React.ReactNode
}

/** A register's list: title, filters, table and the way to the next page, all of it kept in the address. */
export function ListPage<Row>(props: ListPageProps<Row>) {
  const { title, crumbs, lead, actions, page, path, query, search, selects, dates, children, ...table } =
    props
  const at = (cursor: string | null) => addressWith(path, query, { cursor })
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={title}
        {...(crumbs ? { crumbs } : {})}
        {...(lead ? { lead } : {})}
        {...(actions ? { actions } : {})}
      />
      {children}
      <FilterBar
        {...(search ? { search } : {})}
        {...(selects ? { selects } : {})}
        {...(dates ? { dates } : {})}
        total={page.total}
      />
      <DataTable caption={title} rows={page.rows} path={path} query={query} {...table} />
      <Pagination
        total={page.total}
        shown={page.rows.length}
        {...(query.cursor ? { firstHref: at(null) } : {})}
        {...(page.previous ? { previousHref: at(page.previous) } : {})}
        {...(page.next ? { nextHref: at(page.next) } : {})}
      />
    </div>
  )
}

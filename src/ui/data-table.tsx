import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { ColumnMenu } from './column-menu'
import { Icon } from './icon'
import { addressWith, type PageQuery } from './page-address'
import { ScrollRegion } from './scroll-region'

export type Column<Row> = {
  key: string
  header: string
  cell: (row: Row) => React.ReactNode
  /** The name of the order that this column's header asks for. */
  sort?: string
  /** Names the row: its header cell, the card's title and the row's link. One column has it. */
  names?: boolean
  /** Numbers stand at the end. */
  numeric?: boolean
  /** May be switched off in the column menu; `off` is so from the start. */
  optional?: boolean | 'off'
}

export type Order = { by: string; direction: 'asc' | 'desc' }

export type DataTableProps<Row> = {
  /** What the table lists; its title for screen readers and on paper. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  rowHref?: (row: Row) => string
  /** The page's own path and search part: links for order and columns are made from them. */
  path: string
  query: PageQuery
  /** The order that the rows are in; the address says it as `sort` and `direction`. */
  sort?: Order
  /** Shown in place of the table when there is no row. */
  empty?: React.ReactNode
  /** Beside the column menu, such as an export. */
  tools?: React.ReactNode
}

const visible = <Row,>(columns: readonly Column<Row>[], chosen: PageQuery[string]) => {
  const wanted = typeof chosen === 'string' ? new Set(chosen.split(',')) : null
  return columns.filter(({ key, optional }) => !optional || (wanted ? wanted.has(key) : optional !== 'off'))
}

/** Rows that the server drew: a plain table with links in its headers, cards on a phone. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowHref, path, query, sort, empty, tools } = props
  const t = useTranslations('ui')
  const id = useId()
  const shown = visible(columns, query.columns)
  const menu = columns.filter(({ optional }) => optional)
  const sortHref = (name: string) =>
    addressWith(path, query, {
      sort: name,
      direction: sort?.by === name && sort.direction === 'asc' ? 'desc' : 'asc',
      cursor: null,
    })

  if (rows.length === 0 && empty) return empty

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-end gap-2 empty:hidden print:hidden">
        {shown.some((column) => column.sort) && (
          <details className="group me-auto sm:hidden">
            <summary className="inline-flex min-h-control cursor-pointer list-none items-center gap-1.5 rounded-md border border-edge bg-surface px-3 text-sm">
              <Icon name="sort" />
              {t('sort')}
            </summary>
            <ul className="mt-1 flex flex-col rounded-md border border-line bg-surface">
              {shown.map((column) =>
                column.sort ? (
                  <li key={column.key}>
                    <Link
                      href={sortHref(column.sort) as Route}
                      className="flex min-h-control items-center justify-between gap-3 px-3 text-sm"
                    >
                      {column.header}
                      <SortMark sort={sort} name={column.sort} />
                    </Link>
                  </li>
                ) : null,
              )}
            </ul>
          </details>
        )}
        {tools}
        {menu.length > 0 && (
          <ColumnMenu
            label={t('columns')}
            columns={menu.map(({ key, header }) => ({ key, label: header }))}
            shown={shown.filter(({ optional }) => optional).map(({ key }) => key)}
          />
        )}
      </div>
      <ScrollRegion labelledBy={id} tall>
        <table {...ROLES.table} className="w-full border-collapse text-sm max-sm:block">
          <caption
            id={id}
            className="sr-only print:not-sr-only print:pb-2 print:text-start print:font-semibold"
          >
            {caption}
          </caption>
          <thead className="max-sm:hidden">
            <tr {...ROLES.row}>
              {shown.map((column) => (
                <th
                  key={column.key}
                  scope="col"
                  {...ROLES.columnheader}
                  aria-sort={sortDirection(column.sort, sort)}
                  className={`sticky top-0 z-10 border-b border-line bg-sunken px-3 font-medium whitespace-nowrap text-ink-soft print:static ${column.numeric ? 'text-end' : 'text-start'}`}
                >
                  {column.sort ? (
                    <Link
                      href={sortHref(column.sort) as Route}
                      scroll={false}
                      className="-mx-1 inline-flex min-h-control-small items-center gap-1 rounded px-1 text-ink-soft hover:text-ink"
                    >
                      {column.header}
                      <SortMark sort={sort} name={column.sort} />
                    </Link>
                  ) : (
                    <span className="inline-flex min-h-control-small items-center">{column.header}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...ROLES.rowgroup} className="max-sm:flex max-sm:flex-col max-sm:gap-2">
            {rows.map((row) => (
              <tr
                key={rowKey(row)}
                {...ROLES.row}
                className="border-b border-line last:border-b-0 hover:bg-canvas max-sm:flex max-sm:flex-col max-sm:rounded-lg max-sm:border max-sm:bg-surface max-sm:p-3 max-sm:last:border-b"
              >
                {shown.map((column) => (
                  <BodyCell key={column.key} column={column} row={row} href={rowHref?.(row)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  )
}

/** Browsers drop a table's roles when its display changes, as the cards on phones do. */
const ROLES = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

const sortDirection = (name: string | undefined, sort: Order | undefined) => {
  if (name === undefined || sort?.by !== name) return undefined
  return sort.direction === 'asc' ? 'ascending' : 'descending'
}

function BodyCell<Row>({ column, row, href }: { column: Column<Row>; row: Row; href?: string | undefined }) {
  const content = column.cell(row)
  if (column.names) {
    return (
      <th
        scope="row"
        {...ROLES.rowheader}
        className="px-3 text-start font-medium max-sm:mb-1 max-sm:px-0 max-sm:text-base"
      >
        {href ? (
          <Link
            href={href as Route}
            className="inline-flex min-h-control-small items-center text-link underline decoration-link/30 underline-offset-3 hover:text-link-deep hover:decoration-current"
          >
            {content}
          </Link>
        ) : (
          <span className="inline-flex min-h-control-small items-center">{content}</span>
        )}
      </th>
    )
  }
  return (
    <td
      {...ROLES.cell}
      className={`px-3 py-1 max-sm:flex max-sm:justify-between max-sm:gap-4 max-sm:px-0 ${column.numeric ? 'text-end tabular-nums' : ''}`}
    >
      <span className="shrink-0 text-ink-faint sm:hidden print:hidden">{column.header}</span>
      <span className="min-w-0 max-sm:text-end">{content}</span>
    </td>
  )
}

function SortMark({ sort, name }: { sort: Order | undefined; name: string }) {
  if (sort?.by === name) return <Icon name={sort.direction === 'asc' ? 'arrow-up' : 'arrow-down'} />
  return (
    <span className="text-ink-faint">
      <Icon name="sort" />
    </span>
  )
}

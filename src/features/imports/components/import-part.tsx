import { useLocale, useTranslations } from 'next-intl'
import type { Locale } from '@/core/instants'
import { type Column, DataTable } from '@/ui/data-table'
import { Pagination } from '@/ui/pagination'
import { Panel } from '@/ui/panel'
import { faultText } from '../fault-words'
import { MOST_RECORDS, type Preview, type PreviewRecord } from '../plan/preview'
import type { Noun, Place } from '../plan/records'

const PER_PAGE = 50

type Paged = { path: string; part: string; page: number }

/** One page of a list, with the way to the others. */
function PagedTable<Row>({
  path,
  part,
  page,
  title,
  rows,
  total,
  columns,
  rowKey,
  children,
  actions,
}: Paged & {
  title: string
  rows: readonly Row[]
  total: number
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  children?: React.ReactNode
  actions?: React.ReactNode
}) {
  const t = useTranslations('imports')
  const at = (number: number) => `${path}?part=${part}&page=${number}#part`
  return (
    <div id="part">
      <Panel title={title} flush actions={actions}>
        {children}
        {rows.length > 0 && (
          <DataTable
            caption={t('listOf', { title })}
            columns={columns}
            rows={rows}
            rowKey={rowKey}
            path={path}
            query={{}}
          />
        )}
        <Pagination
          total={total}
          shown={rows.length}
          {...(page > 1 ? { firstHref: at(1), previousHref: at(page - 1) } : {})}
          {...(page * PER_PAGE < total ? { nextHref: at(page + 1) } : {})}
        />
      </Panel>
    </div>
  )
}

const pageOf = <Row,>(rows: readonly Row[], page: number): readonly Row[] =>
  rows.slice((page - 1) * PER_PAGE, page * PER_PAGE)

function usePlace() {
  const t = useTranslations('imports')
  return {
    key: 'place',
    header: t('preview.place'),
    cell: ({ file, sheet, row }: Place) => (
      <span className="break-all text-ink-soft">{t('preview.at', { file, sheet, row })}</span>
    ),
  }
}

/** The records of one kind that are added or updated, field by field. */
export function ImportRecords({ noun, preview, ...paged }: { noun: Noun; preview: Preview } & Paged) {
  const t = useTranslations('imports')
  const place = usePlace()
  const { add, update } = preview.counts[noun]
  const columns: Column<PreviewRecord>[] = [
    { key: 'label', header: t('preview.record'), names: true, cell: ({ label }) => label },
    {
      key: 'change',
      header: t('preview.change'),
      cell: ({ change, fields }) => (
        <span className="flex flex-col">
          <span>{t(`preview.${change}`)}</span>
          {fields.map(({ field, from, to, hidden }) => (
            <span key={field} className="text-ink-soft">
              {hidden
                ? t('preview.hidden', { field: t(`fields.${field}`) })
                : t('preview.fromTo', {
                    field: t(`fields.${field}`),
                    from: from || t('preview.empty'),
                    to: to || t('preview.empty'),
                  })}
            </span>
          ))}
        </span>
      ),
    },
    { ...place, cell: ({ at }) => place.cell(at) },
  ]
  return (
    <PagedTable
      {...paged}
      title={t(`nouns.${noun}`)}
      rows={pageOf(preview.records[noun], paged.page)}
      total={Math.min(add + update, MOST_RECORDS)}
      columns={columns}
      rowKey={({ at, label }) => `${at.file}|${at.sheet}|${at.row}|${label}`}
    >
      {add + update > MOST_RECORDS && (
        <p className="text-sm text-ink-soft">{t('preview.cut', { most: MOST_RECORDS })}</p>
      )}
    </PagedTable>
  )
}

/** What the reader had to say about rows that go in all the same. */
export function ImportWarnings({ preview, ...paged }: { preview: Preview } & Paged) {
  const t = useTranslations('imports')
  const locale = useLocale() as Locale
  const place = usePlace()
  type Row = Preview['warnings'][number] & { index: number }
  const rows = preview.warnings.map((warning, index) => ({ ...warning, index }))
  const columns: Column<Row>[] = [
    { ...place, names: true },
    { key: 'column', header: t('rejected.column'), cell: ({ column }) => column || '—' },
    {
      key: 'value',
      header: t('rejected.value'),
      cell: ({ value }) => <span className="break-all">{value || '—'}</span>,
    },
    { key: 'words', header: t('parts.warnings'), cell: (warning) => faultText(warning, locale) },
  ]
  return (
    <PagedTable
      {...paged}
      title={t('parts.warnings')}
      rows={pageOf(rows, paged.page)}
      total={rows.length}
      columns={columns}
      rowKey={({ index }) => String(index)}
    />
  )
}

/** Totals, notes and repeated headings, so that nothing is dropped in silence. */
export function ImportSkipped({ preview, ...paged }: { preview: Preview } & Paged) {
  const t = useTranslations('imports')
  const place = usePlace()
  type Row = Preview['skipped'][number]
  const columns: Column<Row>[] = [
    { ...place, names: true },
    { key: 'why', header: t('skipped.why'), cell: ({ why }) => t(`skipped.${why}`) },
    {
      key: 'text',
      header: t('skipped.text'),
      cell: ({ text }) => <span className="break-all">{text || '—'}</span>,
    },
  ]
  return (
    <PagedTable
      {...paged}
      title={t('parts.skipped')}
      rows={pageOf(preview.skipped, paged.page)}
      total={preview.skipped.length}
      columns={columns}
      rowKey={({ file, sheet, row }) => `${file}|${sheet}|${row}`}
    />
  )
}

export type RejectedRow = {
  position: number
  file: string
  sheet: string
  row: number
  column: string
  value: string
  reason: string
}

/** The refused rows with place, value and what to do. */
export function ImportRejections({
  rows,
  total,
  download,
  ...paged
}: { rows: readonly RejectedRow[]; total: number; download?: React.ReactNode } & Paged) {
  const t = useTranslations('imports')
  const place = usePlace()
  const columns: Column<RejectedRow>[] = [
    { ...place, names: true },
    { key: 'column', header: t('rejected.column'), cell: ({ column }) => column || '—' },
    {
      key: 'value',
      header: t('rejected.value'),
      cell: ({ value }) => <span className="break-all">{value || '—'}</span>,
    },
    { key: 'reason', header: t('rejected.reason'), cell: ({ reason }) => reason },
  ]
  return (
    <PagedTable
      {...paged}
      title={t('parts.rejected')}
      rows={rows}
      total={total}
      columns={columns}
      rowKey={({ position }) => String(position)}
      actions={download}
    >
      <p className="text-sm text-ink-soft">{total > 0 ? t('rejected.hint') : t('rejected.none')}</p>
    </PagedTable>
  )
}

import type { Route } from 'next'
import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { Locale } from '@/core/instants'
import { Badge } from '@/ui/badge'
import { type Column, DataTable } from '@/ui/data-table'
import { Panel } from '@/ui/panel'
import { faultText } from '../fault-words'
import type { PreviewFile, PreviewTable } from '../plan/preview'

type Row = {
  place: number
  file: string
  sheet: string
  rows: number
  refused?: string
  tables: PreviewTable[]
}

/** The sheets of an import in their order, one line each; a file that could not be read is one line too. */
function rowsOf(files: readonly PreviewFile[], locale: Locale): Row[] {
  const rows: Row[] = []
  for (const { file, refused, sheets } of files) {
    if (refused || sheets.length === 0)
      rows.push({
        place: -1,
        file,
        sheet: '',
        rows: 0,
        tables: [],
        ...(refused ? { refused: faultText(refused, locale) } : {}),
      })
    for (const sheet of sheets)
      rows.push({
        place: rows.filter(({ place }) => place >= 0).length,
        file,
        sheet: sheet.sheet,
        rows: sheet.rows,
        tables: sheet.tables,
        ...(sheet.refused ? { refused: faultText(sheet.refused, locale) } : {}),
      })
  }
  return rows
}

/** What each sheet was taken for, how surely, and which of its columns nobody knows. */
export function ImportSheets({
  importId,
  files,
  mayMap,
}: {
  importId: string
  files: readonly PreviewFile[]
  mayMap: boolean
}) {
  const t = useTranslations('imports')
  const format = useFormatter()
  const path = `/office/imports/${importId}`
  const unknown = ({ tables }: Row) =>
    tables[0]?.columns.filter(({ state }) => state === 'unknown').length ?? 0
  const columns: Column<Row>[] = [
    {
      key: 'file',
      header: t('sheets.file'),
      names: true,
      cell: ({ file }) => <span className="break-all">{file}</span>,
    },
    { key: 'sheet', header: t('sheets.sheet'), cell: ({ sheet }) => sheet || '—' },
    {
      key: 'kind',
      header: t('sheets.takenFor'),
      cell: ({ tables, refused }) =>
        refused ? (
          <span className="text-warn">{refused}</span>
        ) : (
          [...new Set(tables.map(({ kind }) => t(`kinds.${kind}`)))].join('、') || t('sheets.none')
        ),
    },
    {
      key: 'rows',
      header: t('sheets.rows'),
      numeric: true,
      cell: ({ tables, rows }) => tables[0]?.read || rows,
    },
    {
      key: 'sure',
      header: t('sheets.sure'),
      numeric: true,
      cell: ({ tables }) => (tables[0]?.confidence ? format.number(tables[0].confidence, 'percent') : '—'),
    },
    {
      key: 'columns',
      header: t('sheets.columns'),
      cell: (row) => {
        const all = row.tables[0]?.columns ?? []
        if (all.length === 0) return '—'
        return (
          <span className="inline-flex flex-wrap gap-1.5 max-sm:justify-end">
            {t('sheets.columnsMapped', {
              mapped: all.filter(({ field }) => field !== null).length,
              all: all.length,
            })}
            {unknown(row) > 0 && (
              <Badge tone="warn">{t('sheets.unknownColumns', { count: unknown(row) })}</Badge>
            )}
          </span>
        )
      },
    },
    ...(mayMap
      ? [
          {
            key: 'check',
            header: t('sheets.check'),
            cell: ({ place, tables, sheet }: Row) =>
              place >= 0 && tables.length > 0 ? (
                <Link
                  href={`${path}/sheets/${place}` as Route}
                  aria-label={`${t('sheets.check')} ${sheet}`}
                  className="inline-flex min-h-control-small items-center text-link underline underline-offset-3"
                >
                  {t('sheets.check')}
                </Link>
              ) : (
                '—'
              ),
          },
        ]
      : []),
  ]
  return (
    <Panel title={t('sheets.title')} flush>
      <DataTable
        caption={t('listOf', { title: t('sheets.title') })}
        columns={columns}
        rows={rowsOf(files, useLocale() as Locale)}
        rowKey={({ file, place }) => `${file}|${place}`}
        path={path}
        query={{}}
      />
    </Panel>
  )
}

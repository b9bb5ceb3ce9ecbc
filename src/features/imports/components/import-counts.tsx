import type { Route } from 'next'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type Column, DataTable } from '@/ui/data-table'
import { Panel } from '@/ui/panel'
import type { Preview } from '../plan/preview'
import type { Noun } from '../plan/records'

type Row = { noun: Noun; add: number; update: number; same: number }

/** How many records of each kind come in, change and stay, each leading to them one by one. */
export function ImportCounts({ path, preview, title }: { path: string; preview: Preview; title: string }) {
  const t = useTranslations('imports')
  const rows = (Object.keys(preview.counts) as Noun[])
    .map((noun): Row => ({ noun, ...preview.counts[noun] }))
    .filter(({ add, update, same }) => add + update + same > 0)
  const count = (key: 'add' | 'update' | 'same'): Column<Row> => ({
    key,
    header: t(`preview.${key}`),
    numeric: true,
    cell: (row) =>
      key !== 'same' && row[key] > 0 ? (
        <Link
          href={`${path}?part=${row.noun}#part` as Route}
          aria-label={`${t(`nouns.${row.noun}`)} ${t(`preview.${key}`)} ${row[key]}`}
          className="inline-flex min-h-control-small items-center text-link underline underline-offset-3"
        >
          {row[key]}
        </Link>
      ) : (
        row[key]
      ),
  })
  const columns: Column<Row>[] = [
    { key: 'noun', header: t('preview.noun'), names: true, cell: ({ noun }) => t(`nouns.${noun}`) },
    count('add'),
    count('update'),
    count('same'),
  ]
  return (
    <Panel title={title} flush>
      {rows.every(({ add, update }) => add + update === 0) && (
        <p className="text-sm text-ink-soft">{t('preview.nothing')}</p>
      )}
      {rows.length > 0 && (
        <DataTable
          caption={t('listOf', { title })}
          columns={columns}
          rows={rows}
          rowKey={({ noun }) => noun}
          path={path}
          query={{}}
        />
      )}
    </Panel>
  )
}

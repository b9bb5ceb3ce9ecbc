import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { BarChart } from '@/features/insights/reports/components/bar-chart'
import { periodOf, type ReportRow, reportOf, totalsOf } from '@/features/insights/reports/queries'
import { GROUPINGS, reportFilter } from '@/features/insights/reports/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'
import { Panel } from '@/ui/panel'
import { StatTile } from '@/ui/stat-tile'

const PATH = '/office/reports'

/** How many requests, how fast and how well, by what the reader asks for. */
export default async function ReportsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('reports.read')
  const query = await searchParams
  const filter = filterFrom(reportFilter, query)
  const locale = await getLocale()
  const [t, format, rows] = await Promise.all([
    getTranslations('reports'),
    getFormatter(),
    reportOf(act, filter, locale === 'en'),
  ])
  const { from, to } = periodOf(filter, act.now)
  const totals = totalsOf(rows)
  const nameOf = ({ name }: ReportRow) => name ?? t('none')
  const share = (value: number | null) =>
    value === null ? '—' : format.number(value, { style: 'percent', maximumFractionDigits: 1 })
  const amount = (value: number | null, digits: number) =>
    value === null ? '—' : format.number(value, { maximumFractionDigits: digits })
  const columns: Column<ReportRow>[] = [
    { key: 'name', header: t(`by.${filter.by}`), names: true, cell: nameOf },
    { key: 'count', header: t('fields.count'), cell: ({ count }) => format.number(count) },
    { key: 'open', header: t('fields.open'), cell: ({ open }) => format.number(open) },
    { key: 'late', header: t('fields.late'), cell: ({ late }) => format.number(late) },
    {
      key: 'acceptMedian',
      header: t('fields.acceptMedian'),
      optional: true,
      cell: ({ acceptMedian }) => amount(acceptMedian, 0),
    },
    {
      key: 'acceptP90',
      header: t('fields.acceptP90'),
      optional: 'off',
      cell: ({ acceptP90 }) => amount(acceptP90, 0),
    },
    {
      key: 'resolveMedian',
      header: t('fields.resolveMedian'),
      optional: true,
      cell: ({ resolveMedian }) => amount(resolveMedian, 1),
    },
    {
      key: 'resolveP90',
      header: t('fields.resolveP90'),
      optional: true,
      cell: ({ resolveP90 }) => amount(resolveP90, 1),
    },
    { key: 'rated', header: t('fields.rated'), optional: 'off', cell: ({ rated }) => format.number(rated) },
    { key: 'satisfied', header: t('fields.satisfied'), cell: ({ satisfied }) => share(satisfied) },
    { key: 'reopened', header: t('fields.reopened'), cell: ({ reopened }) => share(reopened) },
  ]
  const { columns: _, ...exported } = filter
  return (
    <div className="flex flex-col gap-4">
      <ListPage
        title={t('title')}
        lead={t('lead', { from, to })}
        path={PATH}
        query={query}
        page={{ rows, next: null, previous: null, total: rows.length }}
        columns={columns}
        rowKey={({ key }) => key}
        sort={{ by: 'count', direction: 'desc' }}
        selects={[
          {
            name: 'by',
            label: t('grouped'),
            all: t('by.community'),
            options: GROUPINGS.filter((one) => one !== 'community').map((value) => ({
              value,
              label: t(`by.${value}`),
            })),
          },
        ]}
        dates={[
          { name: 'from', label: t('from') },
          { name: 'to', label: t('to') },
        ]}
        tools={
          <ExportButton
            label={t('export')}
            failed={t('exportFailed')}
            action="/api/v1/reports/export"
            body={exported}
          />
        }
        empty={
          <EmptyState
            title={t('emptyTitle')}
            why={t('emptyWhy')}
            action={<LinkButton href={PATH}>{t('title')}</LinkButton>}
          />
        }
      >
        <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          <li>
            <StatTile label={t('fields.count')} value={format.number(totals.count)} />
          </li>
          <li>
            <StatTile label={t('fields.open')} value={format.number(totals.open)} />
          </li>
          <li>
            <StatTile label={t('fields.late')} value={format.number(totals.late)} />
          </li>
          <li>
            <StatTile label={t('fields.satisfied')} value={share(totals.satisfied)} />
          </li>
        </ul>
      </ListPage>
      {rows.length > 0 && (
        <Panel title={t('chart')}>
          <BarChart
            label={t('chartLabel')}
            words={t('chartWords')}
            bars={rows.map((row) => ({
              key: row.key,
              name: nameOf(row),
              value: row.count,
              marked: row.late,
            }))}
          />
        </Panel>
      )}
      <Panel title={t('meaning')}>
        <ul className="flex list-disc flex-col gap-1 pl-5 text-sm text-ink-soft">
          {(['open', 'late', 'accept', 'resolve', 'satisfied', 'reopened'] as const).map((key) => (
            <li key={key}>{t(`meanings.${key}`)}</li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

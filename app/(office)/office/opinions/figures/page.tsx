import { getFormatter, getTranslations } from 'next-intl/server'
import { dayOf } from '@/core/instants'
import { monthsOf, opinionFigures } from '@/features/opinions/figures/queries'
import { type FiguresRow, totalOf } from '@/features/opinions/figures/rules'
import { figuresFilter } from '@/features/opinions/figures/schema'
import { monthsBefore } from '@/features/opinions/rules'
import { communityOptions } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'
import { StatTile } from '@/ui/stat-tile'

const PATH = '/office/opinions/figures'
const MONTHS_OFFERED = 24

/** How many opinions came, and how many were answered within seven days, by community and month. */
export default async function OpinionFiguresPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('opinions.count')
  const query = await searchParams
  const filter = filterFrom(figuresFilter, query)
  const [t, format, rows, communities] = await Promise.all([
    getTranslations('opinion-figures'),
    getFormatter(),
    opinionFigures(act, filter),
    communityOptions(act, 'opinions.count'),
  ])
  const monthName = (month: string) =>
    format.dateTime(new Date(`${month}-01T00:00:00Z`), { year: 'numeric', month: 'long', timeZone: 'UTC' })
  const months = Array.from({ length: MONTHS_OFFERED }, (_, back) =>
    dayOf(monthsBefore(act.now, back)).slice(0, 7),
  ).map((value) => ({ value, label: monthName(value) }))
  const { from, to } = monthsOf(filter, act.now)
  const total = totalOf(rows)
  const share = ({ answered, late, inTime }: { answered: number; late: number; inTime: number }) =>
    answered + late === 0
      ? '—'
      : format.number(inTime / (answered + late), { style: 'percent', maximumFractionDigits: 1 })
  const count = (key: 'received' | 'answered' | 'inTime' | 'late'): Column<FiguresRow> => ({
    key,
    header: t(`fields.${key}`),
    numeric: true,
    cell: (row) => format.number(row[key]),
  })
  const columns: Column<FiguresRow>[] = [
    {
      key: 'month',
      header: t('fields.month'),
      names: true,
      cell: ({ month, community }) => `${monthName(month)} · ${community.name}`,
    },
    count('received'),
    count('answered'),
    count('inTime'),
    { key: 'share', header: t('fields.share'), numeric: true, cell: share },
    count('late'),
  ]
  const { columns: _, ...exported } = filter
  return (
    <ListPage
      title={t('title')}
      lead={t('lead', { from: monthName(from), to: monthName(to) })}
      path={PATH}
      query={query}
      page={{ rows, next: null, previous: null, total: rows.length }}
      columns={columns}
      rowKey={({ id }) => id}
      sort={{ by: 'month', direction: 'desc' }}
      selects={[
        { name: 'from', label: t('from'), all: monthName(from), options: months },
        { name: 'to', label: t('to'), all: monthName(to), options: months },
        {
          name: 'community',
          label: t('fields.community'),
          all: t('allCommunities'),
          options: communities,
        },
      ]}
      tools={
        <ExportButton
          label={t('export')}
          failed={t('exportFailed')}
          action="/api/v1/opinions/figures/export"
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
        {(['received', 'answered', 'inTime', 'late'] as const).map((key) => (
          <li key={key}>
            <StatTile label={t(`fields.${key}`)} value={format.number(total[key])} />
          </li>
        ))}
      </ul>
    </ListPage>
  )
}

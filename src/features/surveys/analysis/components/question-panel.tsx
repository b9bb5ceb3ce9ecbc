import { type Column, DataTable } from '@/ui/data-table'
import type { PageQuery } from '@/ui/page-address'
import { Panel } from '@/ui/panel'
import type { Figure, Item } from '../figures/rules'
import type { Analysed } from '../rules'
import type { Wording } from './figure-words'
import { ShareChart } from './share-chart'

type Line = { item: Item; figure: Figure }

/** One question over all that the filter leaves: its distribution drawn, and the same as a table. */
export function QuestionPanel({
  question,
  wording,
  path,
  query,
  actions,
}: {
  question: Analysed
  wording: Wording
  path: string
  query: PageQuery
  actions?: React.ReactNode
}) {
  const { t, count, share, interval, mean, named } = wording
  const { answered, figures } = question.total
  const title = named(question)
  const lines = question.items.flatMap((item, index): Line[] => {
    const figure = figures[index]
    return figure ? [{ item, figure }] : []
  })
  const columns: Column<Line>[] = [
    { key: 'item', header: t(`item.${question.kind}`), names: true, cell: ({ item }) => named(item) },
    { key: 'count', header: t('fields.count'), numeric: true, cell: ({ figure }) => count(figure.count) },
    { key: 'share', header: t('fields.share'), numeric: true, cell: ({ figure }) => share(figure.share) },
    { key: 'interval', header: t('fields.interval'), numeric: true, cell: ({ figure }) => interval(figure) },
    ...(question.kind === 'ranking'
      ? [
          {
            key: 'place',
            header: t('fields.meanPlace'),
            numeric: true,
            cell: ({ figure }: Line) => (figure.meanPlace ? mean(figure.meanPlace) : '—'),
          },
        ]
      : []),
  ]
  return (
    <Panel title={title} actions={actions}>
      <p className="text-sm text-ink-soft">
        {t('base', { kind: t(`kinds.${question.kind}`), answered: count(answered) })}
        {question.total.mean !== null && ` ${t('mean', { mean: mean(question.total.mean) })}`}
      </p>
      {lines.length > 0 ? (
        <div className="flex flex-col gap-3">
          <ShareChart
            label={t('chartOf', { question: title })}
            words={t('chartWords')}
            shares={lines.flatMap(({ item, figure }) =>
              figure.share === null || figure.low === null || figure.high === null
                ? []
                : {
                    key: item.key,
                    name: named(item),
                    share: figure.share,
                    low: figure.low,
                    high: figure.high,
                    words: share(figure.share),
                  },
            )}
          />
          <DataTable
            caption={t('tableOf', { question: title })}
            columns={columns}
            rows={lines}
            rowKey={({ item }) => item.key}
            path={path}
            query={query}
          />
        </div>
      ) : (
        <p className="text-ink-soft">{t(answered === null ? 'fewAnswered' : 'nothingCoded')}</p>
      )}
    </Panel>
  )
}

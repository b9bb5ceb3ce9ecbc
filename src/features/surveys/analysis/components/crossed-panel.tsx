import { type Column, DataTable } from '@/ui/data-table'
import type { PageQuery } from '@/ui/page-address'
import { Panel } from '@/ui/panel'
import type { Group } from '../figures/rules'
import type { Analysed, RowHead } from '../rules'
import type { Wording } from './figure-words'
import { ShareChart } from './share-chart'

type Line = { head: RowHead; group: Group }

const MOST_NAMES = 3

/** One question crossed: a row for each group, a column for each answer, and one answer drawn across the groups. */
export function CrossedPanel({
  question,
  heads,
  chosen,
  nameOf,
  wording,
  path,
  query,
}: {
  question: Analysed
  heads: readonly RowHead[]
  /** The answer that is drawn. */
  chosen: string | undefined
  /** What one of a row's names is called. */
  nameOf: (name: string) => string
  wording: Wording
  path: string
  query: PageQuery
}) {
  const { t, count, share, interval, named } = wording
  const title = named(question)
  const lines = heads.flatMap((head, index): Line[] => {
    const group = question.groups[index]
    return group ? [{ head, group }] : []
  })
  const called = ({ names }: RowHead) => {
    const first = names.slice(0, MOST_NAMES).map(nameOf).join(t('nameSeparator'))
    if (names.length === 1) return first
    return names.length > MOST_NAMES
      ? t('togetherMore', { names: first, more: names.length - MOST_NAMES })
      : t('together', { names: first })
  }
  const drawn = Math.max(
    0,
    question.items.findIndex(({ key }) => key === chosen),
  )
  const item = question.items[drawn]
  const columns: Column<Line>[] = [
    { key: 'name', header: t('fields.group'), names: true, cell: ({ head }) => called(head) },
    {
      key: 'answered',
      header: t('fields.answered'),
      numeric: true,
      cell: ({ group }) => count(group.answered),
    },
    ...question.items.map(
      (one, index): Column<Line> => ({
        key: `i${index}`,
        header: named(one),
        numeric: true,
        cell: ({ group }) => {
          const figure = group.figures[index]
          return figure && figure.share !== null ? (
            <span className="inline-flex flex-col items-end">
              <span>{share(figure.share)}</span>
              <span className="text-xs text-ink-faint whitespace-nowrap">{interval(figure)}</span>
            </span>
          ) : (
            '—'
          )
        },
      }),
    ),
  ]
  return (
    <>
      {item && (
        <Panel title={t('drawn', { answer: named(item) })}>
          <ShareChart
            label={t('chartOf', { question: `${title} · ${named(item)}` })}
            words={t('crossedWords')}
            shares={lines.flatMap(({ head, group }) => {
              const figure = group.figures[drawn]
              return !figure || figure.share === null || figure.low === null || figure.high === null
                ? []
                : {
                    key: head.key,
                    name: called(head),
                    share: figure.share,
                    low: figure.low,
                    high: figure.high,
                    words: share(figure.share),
                  }
            })}
          />
        </Panel>
      )}
      <Panel title={title} flush>
        <DataTable
          caption={t('tableOf', { question: title })}
          columns={columns}
          rows={lines}
          rowKey={({ head }) => head.key}
          path={path}
          query={query}
        />
      </Panel>
    </>
  )
}

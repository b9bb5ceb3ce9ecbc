import { getFormatter, getTranslations } from 'next-intl/server'
import { ThreadPicture } from '@/features/insights/thread/components/thread-picture'
import { type ThreadRow, threadOf } from '@/features/insights/thread/queries'
import { flowOf, piecesOf, type ThreadNode } from '@/features/insights/thread/rules'
import { pageAct } from '@/server/page'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { PrintButton } from '@/ui/print-button'

const PATH = '/office/thread'
/** So many demands stand by themselves in the picture. */
const MOST = 12

/** From what was asked for to what was done, as a picture and as tables. */
export default async function ThreadPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('demands.read')
  const query = await searchParams
  const [t, demands, format, rows] = await Promise.all([
    getTranslations('thread'),
    getTranslations('demands'),
    getFormatter(),
    threadOf(act),
  ])
  const flow = flowOf(rows, MOST)
  const nameOf = (node: ThreadNode): string => {
    if (node.kind === 'source') return demands(`kinds.${node.source as 'answer'}`)
    if (node.kind === 'demand') return node.title
    if (node.kind === 'service') return node.name
    return node.kind === 'end' ? t(`ends.${node.end}`) : t('others')
  }
  const whole = (value: number) => format.number(value, 'whole')
  const columns: Column<ThreadRow>[] = [
    { key: 'title', header: t('fields.demand'), names: true, cell: ({ title }) => title },
    { key: 'pieces', header: t('fields.asked'), numeric: true, cell: (row) => whole(piecesOf(row)) },
    {
      key: 'sources',
      header: t('fields.sources'),
      cell: ({ bySource }) =>
        Object.entries(bySource)
          .map(([source, pieces]) => `${demands(`kinds.${source as 'answer'}`)} ${whole(pieces)}`)
          .join('、') || '—',
    },
    { key: 'state', header: t('fields.state'), cell: ({ state }) => demands(`states.${state}`) },
    {
      key: 'services',
      header: t('fields.services'),
      cell: ({ services }) => services.map(({ name }) => name).join('、') || t('noService'),
    },
    { key: 'orders', header: t('fields.orders'), numeric: true, cell: ({ orders }) => whole(orders) },
    {
      key: 'stars',
      header: t('fields.stars'),
      numeric: true,
      cell: ({ stars, ratings }) =>
        stars === null
          ? '—'
          : t('stars', { stars: format.number(stars, { maximumFractionDigits: 1 }), count: ratings }),
    },
  ]
  const unserved = rows.filter(
    ({ services, state }) => services.length === 0 && state !== 'met' && state !== 'declined',
  )
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t('title')} lead={t('lead')} actions={<PrintButton label={t('print')} />} />
      {flow.links.length === 0 ? (
        <EmptyState
          title={t('emptyTitle')}
          why={t('emptyWhy')}
          action={<LinkButton href="/office/demands">{demands('title')}</LinkButton>}
        />
      ) : (
        <>
          <Panel title={t('picture')}>
            <ThreadPicture label={t('pictureLabel')} words={t('pictureWords')} flow={flow} nameOf={nameOf} />
          </Panel>
          <DataTable
            caption={t('all')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/office/demands/${id}`}
            path={PATH}
            query={query}
          />
          <Panel title={t('unserved', { count: unserved.length })} flush>
            <DataTable
              caption={t('unservedCaption')}
              columns={columns.slice(0, 4)}
              rows={unserved}
              rowKey={({ id }) => id}
              rowHref={({ id }) => `/office/kitchen/suggestions?demand=${id}`}
              path={PATH}
              query={query}
              empty={<EmptyState title={t('allServed')} why={t('lead')} />}
            />
          </Panel>
        </>
      )}
    </div>
  )
}

import { useTranslations } from 'next-intl'
import { DataTable } from '@/ui/data-table'
import { Panel } from '@/ui/panel'
import { StatTile } from '@/ui/stat-tile'
import { KINDS, type Kind } from '../schema'

type Stock = { kind: Kind; quantity: number; community: { id: string; name: string } }

/** What lies in store: all of it by kind, and community by community where there are several. */
export function StockTable({ stocks, path }: { stocks: readonly Stock[]; path: string }) {
  const t = useTranslations('materials')
  const sum = (kind: Kind, among = stocks) =>
    among.filter((stock) => stock.kind === kind).reduce((total, { quantity }) => total + quantity, 0)
  const communities = [...new Map(stocks.map(({ community }) => [community.id, community])).values()]
  return (
    <>
      <section aria-label={t('stock')} className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        {KINDS.map((kind) => (
          <StatTile
            key={kind}
            label={`${t(`kinds.${kind}`)} · ${t('stock')}`}
            value={String(sum(kind))}
            href={`${path}?kind=${kind}`}
          />
        ))}
      </section>
      {communities.length > 1 && (
        <Panel title={t('byCommunity')} flush>
          <DataTable
            caption={t('stockByCommunity')}
            path={path}
            query={{}}
            rows={communities}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `${path}?community=${id}`}
            columns={[
              { key: 'name', header: t('fields.community'), names: true, cell: ({ name }) => name },
              ...KINDS.map((kind) => ({
                key: kind,
                header: t(`kinds.${kind}`),
                numeric: true,
                cell: ({ id }: { id: string }) =>
                  sum(
                    kind,
                    stocks.filter(({ community }) => community.id === id),
                  ),
              })),
            ]}
          />
        </Panel>
      )}
    </>
  )
}

import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { type BoardArea, type BoardCell, boardOf } from '@/features/demands/kitchen/queries'
import { BOARD_BY, boardFilter } from '@/features/demands/kitchen/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { Badge } from '@/ui/badge'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { PrintButton } from '@/ui/print-button'
import { TextLink } from '@/ui/text-link'

const PATH = '/office/kitchen'
const TONES = { covered: 'good', partly: 'warn', none: 'bad' } as const

/** The work board: all areas with what they lack, or one area demand by demand. */
export default async function KitchenPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('kitchen.read')
  const query = await searchParams
  const [t, demands, format, board] = await Promise.all([
    getTranslations('kitchen'),
    getTranslations('demands'),
    getFormatter(),
    boardOf(act, filterFrom(boardFilter, query)),
  ])
  if (!board) notFound()
  const areas: Column<BoardArea>[] = [
    { key: 'area', header: t('fields.area'), names: true, cell: ({ name }) => name },
    { key: 'covered', header: t('fields.covered'), numeric: true, cell: ({ covered }) => covered },
    { key: 'partly', header: t('fields.partly'), numeric: true, cell: ({ partly }) => partly },
    { key: 'none', header: t('fields.none'), numeric: true, cell: ({ none }) => none },
    {
      key: 'missing',
      header: t('fields.missing'),
      cell: ({ id, missing }) =>
        missing.length === 0 ? (
          t('nothingMissing')
        ) : (
          <span className="flex flex-wrap gap-x-3 max-sm:justify-end">
            {missing.map((demand) => (
              <TextLink key={demand.id} href={`${PATH}/suggestions?demand=${demand.id}&${board.by}=${id}`}>
                {t('missing', { title: demand.title, count: demand.households })}
              </TextLink>
            ))}
          </span>
        ),
    },
  ]
  const cells: Column<BoardCell>[] = [
    { key: 'demand', header: t('fields.demand'), names: true, cell: ({ title }) => title },
    {
      key: 'category',
      header: t('fields.category'),
      optional: true,
      cell: ({ category }) => demands(`categories.${category as 'other'}`),
    },
    {
      key: 'households',
      header: t('fields.households'),
      numeric: true,
      cell: ({ households }) => format.number(households, 'whole'),
    },
    {
      key: 'coverage',
      header: t('fields.coverage'),
      cell: ({ coverage }) => <Badge tone={TONES[coverage]}>{t(`coverages.${coverage}`)}</Badge>,
    },
    {
      key: 'matched',
      header: t('fields.matched'),
      cell: ({ id, matches }) => (
        <span className="flex flex-wrap gap-x-3 max-sm:justify-end">
          {matches.map((match) => (
            <TextLink key={match.id} href={`${PATH}/matches/${match.id}`}>
              {match.resource}
            </TextLink>
          ))}
          {board.kind === 'area' && (
            <TextLink href={`${PATH}/suggestions?demand=${id}&${board.by}=${board.area.id}`}>
              {t('suggest')}
            </TextLink>
          )}
        </span>
      ),
    },
  ]
  const isEmpty =
    board.kind === 'areas' && board.areas.every(({ covered, partly, none }) => covered + partly + none === 0)
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={board.kind === 'area' ? board.area.name : t('title')}
        lead={t('lead')}
        {...(board.kind === 'area'
          ? { crumbs: [{ label: t('title'), href: `${PATH}?by=${board.by}` }, { label: board.area.name }] }
          : {})}
        actions={
          <>
            <LinkButton href={`${PATH}/matches`}>{t('matches')}</LinkButton>
            <PrintButton label={demands('print')} />
          </>
        }
      />
      {board.kind === 'areas' && (
        <nav aria-label={t('views')} className="flex flex-wrap gap-2 print:hidden">
          {BOARD_BY.map((by) => (
            <LinkButton
              key={by}
              href={`${PATH}?by=${by}`}
              {...(board.by === by ? { kind: 'primary' as const } : {})}
            >
              {t(by === 'zone' ? 'byZone' : 'byCompound')}
            </LinkButton>
          ))}
        </nav>
      )}
      {isEmpty ? (
        <EmptyState
          title={t('emptyTitle')}
          why={t('emptyWhy')}
          action={<LinkButton href="/office/demands">{demands('title')}</LinkButton>}
        />
      ) : board.kind === 'areas' ? (
        <DataTable
          caption={t('areas')}
          columns={areas}
          rows={board.areas}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `${PATH}?${board.by}=${id}`}
          path={PATH}
          query={query}
        />
      ) : (
        <DataTable
          caption={board.area.name}
          columns={cells}
          rows={board.cells}
          rowKey={({ id }) => id}
          rowHref={({ id }) => `/office/demands/${id}`}
          path={PATH}
          query={query}
          empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} />}
        />
      )}
    </div>
  )
}

import { getFormatter, getTranslations } from 'next-intl/server'
import { opinionTotals } from '@/features/opinions/figures/queries'
import { listOpinions, type OpinionRow } from '@/features/opinions/queries'
import { opinionFilter, STATES, TRIAGES } from '@/features/opinions/schema'
import { communityOptions } from '@/features/places/communities/queries'
import { compoundOptions } from '@/features/places/compounds/queries'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'
import { StatTile } from '@/ui/stat-tile'

const PATH = '/office/opinions'

/** What lies in the opinion boxes; the words are read one by one, and that is recorded. */
export default async function OpinionsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('opinions.read')
  const query = await searchParams
  const filter = filterFrom(opinionFilter, query)
  const [t, format, page, figures, communities, compounds] = await Promise.all([
    getTranslations('opinions'),
    getFormatter(),
    listOpinions(act, filter),
    opinionTotals(act),
    communityOptions(act, 'opinions.read'),
    compoundOptions(act, 'opinions.read'),
  ])
  const columns: Column<OpinionRow>[] = [
    {
      key: 'hour',
      header: t('fields.hour'),
      names: true,
      cell: ({ hour }) => format.dateTime(hour, 'moment'),
    },
    {
      key: 'building',
      header: t('fields.building'),
      cell: ({ building }) => `${building.compound.name} ${building.name}`,
    },
    { key: 'about', header: t('fields.about'), cell: ({ about }) => t(`abouts.${about as 'nobody'}`) },
    { key: 'source', header: t('fields.source'), cell: ({ source }) => t(`sources.${source as 'web'}`) },
    {
      key: 'triage',
      header: t('fields.triage'),
      cell: ({ triage }) => triage && t(`triages.${triage as 'demand'}`),
    },
    { key: 'state', header: t('fields.state'), cell: ({ state }) => t(`states.${state}`) },
  ]
  const { cursor: _cursor, columns: _columns, ...exported } = filter
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      path={PATH}
      query={query}
      page={page}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${PATH}/${id}`}
      sort={{ by: 'hour', direction: 'desc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'state',
          label: t('fields.state'),
          all: t('states.fresh'),
          options: [
            ...STATES.filter((state) => state !== 'fresh'),
            'late' as const,
            'look' as const,
            'all' as const,
          ].map((value) => ({
            value,
            label: t(`states.${value}`),
          })),
        },
        {
          name: 'triage',
          label: t('fields.triage'),
          all: t('allTriages'),
          options: TRIAGES.map((value) => ({ value, label: t(`triages.${value}`) })),
        },
        {
          name: 'community',
          label: t('fields.community'),
          all: t('allCommunities'),
          options: communities,
        },
        { name: 'compound', label: t('fields.compound'), all: t('allCompounds'), options: compounds },
      ]}
      actions={
        <>
          <LinkButton href="/office/opinion-boxes">{t('boxes')}</LinkButton>
          {holds(act.principal, 'opinions.count') && (
            <LinkButton href={`${PATH}/figures`}>{t('showFigures')}</LinkButton>
          )}
        </>
      }
      tools={
        holds(act.principal, 'opinions.handle') && (
          <ExportButton
            label={t('export')}
            failed={t('exportFailed')}
            action="/api/v1/opinions/export"
            body={exported}
          />
        )
      }
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} icon="file" />}
    >
      <section aria-label={t('figures')} className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <StatTile
          label={t('received')}
          note={t('tilesSince')}
          value={format.number(figures.received, 'whole')}
        />
        <StatTile label={t('answered')} value={format.number(figures.answered, 'whole')} />
        <StatTile label={t('inTime')} value={format.number(figures.inTime, 'whole')} />
        <StatTile
          label={t('late')}
          value={format.number(figures.late, 'whole')}
          href={`${PATH}?state=late`}
          tone={figures.late > 0 ? 'warn' : 'neutral'}
        />
      </section>
    </ListPage>
  )
}

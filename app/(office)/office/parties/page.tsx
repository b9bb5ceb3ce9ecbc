import { getFormatter, getTranslations } from 'next-intl/server'
import { PartyTree } from '@/features/parties/organisations/components/party-tree'
import { treeTops } from '@/features/parties/organisations/detail/queries'
import { listParties, type PartyRow } from '@/features/parties/organisations/queries'
import { LEVELS, partyFilter } from '@/features/parties/organisations/schema'
import { communityOptions } from '@/features/places/communities/queries'
import type { Act } from '@/server/act'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { Badge } from '@/ui/badge'
import { ClientMessages } from '@/ui/client-messages'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'

const PATH = '/office/parties'

export default async function PartiesPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('parties.read')
  const query = await searchParams
  return query.view === 'list' ? <PartyList act={act} query={query} /> : <PartyTops act={act} />
}

/** The two ways of looking at the organisation, and adding to it. */
async function Actions({ act, other }: { act: Act; other: 'tree' | 'list' }) {
  const t = await getTranslations('parties')
  return (
    <>
      <LinkButton href={other === 'list' ? `${PATH}?view=list` : PATH} icon={other}>
        {t(other === 'list' ? 'asList' : 'asTree')}
      </LinkButton>
      {holds(act.principal, 'parties.write') && (
        <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
          {t('addTop')}
        </LinkButton>
      )}
    </>
  )
}

async function PartyTops({ act }: { act: Act }) {
  const t = await getTranslations('parties')
  const tops = await treeTops(act)
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t('title')} lead={t('lead')} actions={<Actions act={act} other="list" />} />
      {tops.length > 0 ? (
        <ClientMessages namespaces={['parties']}>
          <PartyTree tops={tops} />
        </ClientMessages>
      ) : (
        <EmptyState icon="tree" title={t('emptyTitle')} why={t('noneWhy')} />
      )}
    </div>
  )
}

async function PartyList({ act, query }: { act: Act; query: PageQuery }) {
  const { view: _view, ...asked } = query
  const filter = filterFrom(partyFilter, asked)
  const t = await getTranslations('parties')
  const format = await getFormatter()
  const [page, communities] = await Promise.all([
    listParties(act, filter),
    communityOptions(act, 'parties.read'),
  ])
  const columns: Column<PartyRow>[] = [
    { key: 'name', header: t('fields.name'), sort: 'name', names: true, cell: ({ name }) => name },
    { key: 'level', header: t('fields.level'), cell: ({ level }) => t(`levels.${level}`) },
    {
      key: 'leader',
      header: t('fields.leader'),
      cell: ({ leader }) => leader?.name ?? <Badge tone="bad">{t('vacant')}</Badge>,
    },
    {
      key: 'termEndsOn',
      header: t('fields.termEndsOn'),
      sort: 'termEndsOn',
      cell: ({ termEndsOn, overdue }) => (
        <>
          {termEndsOn ? format.dateTime(termEndsOn, 'day') : '—'}{' '}
          {overdue && <Badge tone="warn">{t('overdue')}</Badge>}
        </>
      ),
    },
    {
      key: 'electedOn',
      header: t('fields.electedOn'),
      sort: 'electedOn',
      optional: 'off',
      cell: ({ electedOn }) => (electedOn ? format.dateTime(electedOn, 'day') : '—'),
    },
    {
      key: 'parent',
      header: t('fields.parent'),
      optional: true,
      cell: ({ parent }) => parent?.name ?? '—',
    },
    {
      key: 'community',
      header: t('fields.community'),
      optional: true,
      cell: ({ community }) => community?.name ?? '—',
    },
    { key: 'grid', header: t('fields.grid'), optional: 'off', cell: ({ grid }) => grid?.name ?? '—' },
  ]
  const pairs = (...options: [string, string][]) => options.map(([value, label]) => ({ value, label }))
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
      sort={{ by: filter.sort, direction: filter.direction }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'level',
          label: t('fields.level'),
          all: t('allLevels'),
          options: LEVELS.map((value) => ({ value, label: t(`levels.${value}`) })),
        },
        {
          name: 'community',
          label: t('fields.community'),
          all: t('allCommunities'),
          options: communities,
        },
        {
          name: 'leader',
          label: t('fields.leader'),
          all: t('allLeaders'),
          options: pairs(['vacant', t('vacant')], ['filled', t('filled')]),
        },
        {
          name: 'election',
          label: t('election'),
          all: t('allElections'),
          options: pairs(['overdue', t('overdue')], ['unknown', t('electionUnknown')]),
        },
        { name: 'ended', label: t('state'), all: t('inUse'), options: pairs(['yes', t('endedOnly')]) },
      ]}
      actions={<Actions act={act} other="tree" />}
      tools={
        holds(act.principal, 'registers.export') && (
          <ExportButton
            label={t('export')}
            failed={t('exportFailed')}
            action="/api/v1/parties/export"
            body={exported}
          />
        )
      }
      empty={
        <EmptyState
          icon="tree"
          title={t('emptyTitle')}
          why={t('emptyWhy')}
          action={<LinkButton href={`${PATH}?view=list`}>{t('title')}</LinkButton>}
        />
      }
    />
  )
}

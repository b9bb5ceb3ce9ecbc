import { getFormatter, getTranslations } from 'next-intl/server'
import { type ElectionRow, listElections } from '@/features/captains/elections/queries'
import { electionFilter, KINDS, STATES } from '@/features/captains/elections/schema'
import { communityOptions } from '@/features/places/communities/queries'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { Badge, Status } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/elections'
const TONES = {
  nominating: 'note',
  voting: 'note',
  counting: 'warn',
  publicity: 'warn',
  appointed: 'good',
  failed: 'bad',
  cancelled: 'neutral',
} as const

/** Elections and appointments of captains, the newest first. */
export default async function ElectionsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('elections.read')
  const query = await searchParams
  const filter = filterFrom(electionFilter, query)
  const [t, format, page, communities] = await Promise.all([
    getTranslations('elections'),
    getFormatter(),
    listElections(act, filter),
    communityOptions(act, 'elections.read'),
  ])
  const day = (date: Date | null) => (date ? format.dateTime(date, 'day') : '—')
  const columns: Column<ElectionRow>[] = [
    { key: 'name', header: t('fields.buildings'), sort: 'name', names: true, cell: ({ name }) => name },
    { key: 'kind', header: t('fields.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    {
      key: 'state',
      header: t('fields.state'),
      cell: ({ state, isRipe }) => (
        <span className="inline-flex flex-wrap items-center gap-x-2">
          <Status tone={TONES[state]}>{t(`states.${state}`)}</Status>
          {isRipe && <Badge tone="good">{t('ripe')}</Badge>}
        </span>
      ),
    },
    { key: 'nominees', header: t('fields.nominees'), numeric: true, cell: ({ nominees }) => nominees },
    {
      key: 'publicTo',
      header: t('fields.publicTo'),
      optional: true,
      cell: ({ publicTo }) => day(publicTo),
    },
    {
      key: 'createdAt',
      header: t('fields.createdAt'),
      sort: 'createdAt',
      optional: true,
      cell: ({ createdAt }) => day(createdAt),
    },
    {
      key: 'decidedOn',
      header: t('fields.decidedOn'),
      optional: 'off',
      cell: ({ decidedOn }) => day(decidedOn),
    },
    {
      key: 'community',
      header: t('fields.community'),
      optional: true,
      cell: ({ community }) => community.name,
    },
  ]
  const { cursor: _cursor, columns: _columns, ...exported } = filter
  const add = holds(act.principal, 'elections.write') && (
    <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
      {t('add')}
    </LinkButton>
  )
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
          name: 'state',
          label: t('fields.state'),
          all: t('allStates'),
          options: [
            { value: 'open', label: t('openOnly') },
            ...STATES.map((value) => ({ value, label: t(`states.${value}`) })),
          ],
        },
        {
          name: 'kind',
          label: t('fields.kind'),
          all: t('allKinds'),
          options: KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
        },
        {
          name: 'community',
          label: t('fields.community'),
          all: t('allCommunities'),
          options: communities,
        },
      ]}
      actions={add}
      tools={
        holds(act.principal, 'registers.export') && (
          <ExportButton
            label={t('export')}
            failed={t('exportFailed')}
            action="/api/v1/elections/export"
            body={exported}
          />
        )
      }
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} action={add} />}
    />
  )
}

import { getFormatter, getTranslations } from 'next-intl/server'
import { type CaptainRow, listCaptains } from '@/features/captains/appointments/queries'
import { captainFilter } from '@/features/captains/appointments/schema'
import { siteName } from '@/features/captains/buildings/queries'
import { buildingsToShow } from '@/features/captains/buildings/rules'
import { communityOptions } from '@/features/places/communities/queries'
import { compoundOptions } from '@/features/places/compounds/queries'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { todayOf } from '@/server/term'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/captains'

export default async function CaptainsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('captains.read')
  const query = await searchParams
  const filter = filterFrom(captainFilter, query)
  const t = await getTranslations('captains')
  const format = await getFormatter()
  const [page, communities, compounds] = await Promise.all([
    listCaptains(act, filter),
    communityOptions(act, 'captains.read'),
    compoundOptions(act, 'captains.read'),
  ])
  const heldBy = ({ buildings, state }: CaptainRow) =>
    buildingsToShow(buildings, state === 'ended', todayOf(act.now)).map(({ building }) => building)
  const mayAppoint = holds(act.principal, 'captains.write')
  const columns: Column<CaptainRow>[] = [
    {
      key: 'name',
      header: t('fields.name'),
      sort: 'name',
      names: true,
      cell: ({ person }) => person.name,
    },
    {
      key: 'buildings',
      header: t('fields.buildings'),
      cell: (row) => {
        const [first, ...more] = heldBy(row).map(siteName)
        return more.length > 0
          ? t('buildingsMore', { first: first ?? '', total: more.length + 1 })
          : (first ?? '—')
      },
    },
    {
      key: 'phone',
      header: t('fields.phone'),
      cell: ({ person }) => person.maskedPhone ?? <Badge tone="warn">{t('phoneNone')}</Badge>,
    },
    {
      key: 'consent',
      header: t('fields.consent'),
      optional: true,
      cell: ({ person }) => (person.consent ? t('consentYes') : <Badge tone="warn">{t('consentNo')}</Badge>),
    },
    {
      key: 'state',
      header: t('state'),
      optional: true,
      cell: ({ state }) => (
        <Badge tone={state === 'now' ? 'good' : state === 'upcoming' ? 'note' : 'neutral'}>
          {t(`states.${state}`)}
        </Badge>
      ),
    },
    {
      key: 'startsOn',
      header: t('fields.startsOn'),
      sort: 'startsOn',
      optional: true,
      cell: ({ startsOn }) => format.dateTime(startsOn, 'day'),
    },
    {
      key: 'endsOn',
      header: t('fields.endsOn'),
      optional: 'off',
      cell: ({ endsOn }) => (endsOn ? format.dateTime(endsOn, 'day') : '—'),
    },
    {
      key: 'community',
      header: t('community'),
      optional: 'off',
      cell: (row) =>
        [...new Set(heldBy(row).map(({ compound }) => compound.community.name))].join('、') || '—',
    },
    {
      key: 'duties',
      header: t('fields.duties'),
      optional: 'off',
      cell: ({ duties }) => duties.join('、') || '—',
    },
    {
      key: 'doorPlaque',
      header: t('fields.doorPlaque'),
      optional: 'off',
      cell: ({ doorPlaque }) => t(doorPlaque ? 'plaqueYes' : 'plaqueNo'),
    },
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
      sort={{ by: filter.sort, direction: filter.direction }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'state',
          label: t('state'),
          all: t('states.now'),
          options: [
            { value: 'upcoming', label: t('states.upcoming') },
            { value: 'ended', label: t('states.ended') },
            { value: 'all', label: t('allStates') },
          ],
        },
        { name: 'community', label: t('community'), all: t('allCommunities'), options: communities },
        { name: 'compound', label: t('compound'), all: t('allCompounds'), options: compounds },
        {
          name: 'phone',
          label: t('fields.phone'),
          all: t('allPhones'),
          options: [
            { value: 'none', label: t('phoneNone') },
            { value: 'hidden', label: t('phoneHidden') },
          ],
        },
      ]}
      actions={
        <>
          {mayAppoint && (
            <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
              {t('appoint')}
            </LinkButton>
          )}
          <LinkButton href={`${PATH}/terms`}>{t('termsPage')}</LinkButton>
          <LinkButton href={`${PATH}/handovers`}>{t('handoversPage')}</LinkButton>
        </>
      }
      tools={
        holds(act.principal, 'registers.export') && (
          <ExportButton
            label={t('export')}
            failed={t('exportFailed')}
            action="/api/v1/captains/export"
            body={exported}
          />
        )
      }
      empty={
        <EmptyState
          title={t('emptyTitle')}
          why={t('emptyWhy')}
          action={<LinkButton href={PATH}>{t('title')}</LinkButton>}
        />
      }
    />
  )
}

import { getFormatter, getTranslations } from 'next-intl/server'
import { type BoxRow, listBoxes } from '@/features/opinions/boxes/queries'
import { boxFilter } from '@/features/opinions/boxes/schema'
import { communityOptions } from '@/features/places/communities/queries'
import { opinionSettingsOf } from '@/features/places/settings/queries'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { dateOf } from '@/server/term'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/opinion-boxes'

/** The boxes for slips: when each was emptied, when it is due, and what waits to be typed in. */
export default async function OpinionBoxesPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('opinions.read')
  const query = await searchParams
  const [t, format, page, communities, { boxDays }] = await Promise.all([
    getTranslations('opinion-boxes'),
    getFormatter(),
    listBoxes(act, filterFrom(boxFilter, query)),
    communityOptions(act, 'opinions.read'),
    opinionSettingsOf(act.tx, act.principal.streetId),
  ])
  const columns: Column<BoxRow>[] = [
    {
      key: 'box',
      header: t('fields.box'),
      names: true,
      cell: ({ building, place }) => `${building.compound.name} ${building.name} ${place}`,
    },
    {
      key: 'community',
      header: t('fields.community'),
      optional: true,
      cell: ({ building }) => building.compound.community.name,
    },
    {
      key: 'lastEmptied',
      header: t('fields.lastEmptied'),
      cell: ({ lastEmptied }) => (lastEmptied ? format.dateTime(lastEmptied, 'moment') : t('noRounds')),
    },
    {
      key: 'dueOn',
      header: t('fields.dueOn'),
      cell: ({ dueOn, endedAt }) => (endedAt ? '—' : format.dateTime(dateOf(dueOn), 'day')),
    },
    {
      key: 'state',
      header: t('fields.state'),
      cell: ({ isOverdue, endedAt }) => (
        <Badge tone={endedAt ? 'neutral' : isOverdue ? 'bad' : 'good'}>
          {t(endedAt ? 'ended' : isOverdue ? 'overdue' : 'inTime')}
        </Badge>
      ),
    },
    { key: 'untyped', header: t('fields.untyped'), numeric: true, cell: ({ untyped }) => untyped },
  ]
  const add = holds(act.principal, 'opinions.handle') && (
    <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
      {t('add')}
    </LinkButton>
  )
  return (
    <ListPage
      title={t('title')}
      lead={t('lead', { days: boxDays })}
      crumbs={[{ label: t('opinions'), href: '/office/opinions' }, { label: t('title') }]}
      path={PATH}
      query={query}
      page={page}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${PATH}/${id}`}
      sort={{ by: 'createdAt', direction: 'desc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'show',
          label: t('fields.state'),
          all: t('show.all'),
          options: (['overdue', 'untyped', 'ended'] as const).map((value) => ({
            value,
            label: t(`show.${value}`),
          })),
        },
        {
          name: 'community',
          label: t('fields.community'),
          all: t('allCommunities'),
          options: communities,
        },
      ]}
      actions={add}
      empty={<EmptyState title={t('emptyListTitle')} why={t('emptyListWhy')} action={add} />}
    />
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import { type CheckpointRow, listCheckpoints } from '@/features/logbook/checkpoints/queries'
import { checkpointFilter } from '@/features/logbook/checkpoints/schema'
import { ROUNDS } from '@/features/logbook/entries/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/checkpoints'

/** What the captains look at on their rounds. */
export default async function CheckpointsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('logbook.settings')
  const query = await searchParams
  const [t, locale, page] = await Promise.all([
    getTranslations('checkpoints'),
    getLocale(),
    listCheckpoints(act, filterFrom(checkpointFilter, query)),
  ])
  const isEnglish = locale === 'en'
  const columns: Column<CheckpointRow>[] = [
    {
      key: 'name',
      header: t('fields.name'),
      names: true,
      cell: ({ name, nameEn }) => (isEnglish ? nameEn : name),
    },
    { key: 'kind', header: t('fields.kind'), cell: ({ kind }) => t(`kinds.${kind as 'hygiene'}`) },
    {
      key: 'building',
      header: t('fields.building'),
      cell: ({ building, leftOut }) =>
        building
          ? `${building.compound.name} ${building.name}`
          : leftOut.length > 0
            ? t('allBut', { count: leftOut.length })
            : t('allBuildings'),
    },
    {
      key: 'category',
      header: t('fields.category'),
      cell: ({ category }) => (category ? (isEnglish ? category.nameEn : category.name) : t('noCategory')),
    },
    { key: 'position', header: t('fields.position'), cell: ({ position }) => position },
  ]
  const add = (
    <LinkButton href={`${PATH}/new`} kind="primary">
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
      sort={{ by: 'position', direction: 'asc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'kind',
          label: t('fields.kind'),
          all: t('allKinds'),
          options: ROUNDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
        },
        {
          name: 'reach',
          label: t('fields.building'),
          all: t('reach.all'),
          options: (['general', 'building'] as const).map((value) => ({ value, label: t(`reach.${value}`) })),
        },
        {
          name: 'ended',
          label: t('fields.state'),
          all: t('inUse'),
          options: [{ value: 'yes', label: t('ended') }],
        },
      ]}
      tools={add}
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} action={add} />}
    />
  )
}

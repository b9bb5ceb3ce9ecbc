import { getLocale, getTranslations } from 'next-intl/server'
import { type CategoryRow, listCategories } from '@/features/requests/categories/queries'
import { categoryFilter } from '@/features/requests/categories/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/request-categories'

/** What can be reported, with what holds for all star levels. */
export default async function RequestCategoriesPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('requests.settings')
  const query = await searchParams
  const [t, locale, rows] = await Promise.all([
    getTranslations('request-categories'),
    getLocale(),
    listCategories(act, filterFrom(categoryFilter, query)),
  ])
  const isEnglish = locale === 'en'
  const amount = (value: number | null | undefined, unit: string | null | undefined) =>
    value && unit ? t(`amount.${unit as 'hours'}`, { amount: value }) : t('notAsked')
  const general = ({ policies }: CategoryRow) => policies.find(({ stars }) => stars === 0)
  const columns: Column<CategoryRow>[] = [
    {
      key: 'name',
      header: t('fields.name'),
      names: true,
      cell: ({ name, nameEn }) => (isEnglish ? nameEn : name),
    },
    { key: 'group', header: t('fields.group'), cell: ({ group, groupEn }) => (isEnglish ? groupEn : group) },
    {
      key: 'danger',
      header: t('fields.danger'),
      optional: true,
      cell: ({ danger }) => (danger ? <Badge tone="bad">{danger}</Badge> : '—'),
    },
    { key: 'skill', header: t('fields.skill'), optional: true, cell: ({ skill }) => skill ?? t('noSkill') },
    {
      key: 'accept',
      header: t('fields.accept'),
      cell: (row) => amount(general(row)?.acceptAmount, general(row)?.acceptUnit),
    },
    {
      key: 'arrive',
      header: t('fields.arrive'),
      cell: (row) => amount(general(row)?.arriveAmount, general(row)?.arriveUnit),
    },
    {
      key: 'resolve',
      header: t('fields.resolve'),
      cell: (row) => amount(general(row)?.resolveAmount, general(row)?.resolveUnit),
    },
    { key: 'code', header: t('fields.code'), optional: 'off', cell: ({ code }) => code },
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
      page={{ rows, next: null, previous: null, total: rows.length }}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${PATH}/${id}`}
      sort={{ by: 'position', direction: 'asc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'ended',
          label: t('fields.state'),
          all: t('inUse'),
          options: [{ value: 'yes', label: t('showEnded') }],
        },
      ]}
      tools={add}
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} action={add} />}
    />
  )
}

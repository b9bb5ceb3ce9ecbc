import { getLocale, getTranslations } from 'next-intl/server'
import { categoriesOf } from '@/features/requests/intake/queries'
import { STATES } from '@/features/requests/life/schema'
import { listTemplates, type TemplateRow } from '@/features/requests/templates/queries'
import { templateFilter } from '@/features/requests/templates/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/reply-templates'

/** Words that staff use over and over, by category and state. */
export default async function ReplyTemplatesPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('requests.settings')
  const query = await searchParams
  const [t, states, locale, page, categories] = await Promise.all([
    getTranslations('reply-templates'),
    getTranslations('requests.states'),
    getLocale(),
    listTemplates(act, filterFrom(templateFilter, query)),
    categoriesOf(act),
  ])
  const isEnglish = locale === 'en'
  const columns: Column<TemplateRow>[] = [
    { key: 'name', header: t('fields.name'), names: true, cell: ({ name }) => name },
    {
      key: 'category',
      header: t('fields.category'),
      cell: ({ category }) => (category ? (isEnglish ? category.nameEn : category.name) : t('allCategories')),
    },
    {
      key: 'state',
      header: t('fields.state'),
      cell: ({ state }) => (state ? states(state) : t('allStates')),
    },
    {
      key: 'words',
      header: t('fields.words'),
      cell: ({ words, wordsEn }) => <span className="line-clamp-2">{isEnglish ? wordsEn : words}</span>,
    },
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
      sort={{ by: 'createdAt', direction: 'asc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'category',
          label: t('fields.category'),
          all: t('allCategories'),
          options: categories.map(({ id, name, nameEn }) => ({
            value: id,
            label: isEnglish ? nameEn : name,
          })),
        },
        {
          name: 'state',
          label: t('fields.state'),
          all: t('allStates'),
          options: STATES.map((value) => ({ value, label: states(value) })),
        },
        {
          name: 'ended',
          label: t('fields.use'),
          all: t('inUse'),
          options: [{ value: 'yes', label: t('ended') }],
        },
      ]}
      tools={add}
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} action={add} />}
    />
  )
}

import { getFormatter, getTranslations } from 'next-intl/server'
import { type CodeRow, listCodes } from '@/features/surveys/coding/queries'
import { codeFilter } from '@/features/surveys/coding/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/survey-codes'

/** The words that free answers are coded with, and become demands under. */
export default async function SurveyCodesPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('surveys.single')
  const query = await searchParams
  const [t, format, page] = await Promise.all([
    getTranslations('survey-codes'),
    getFormatter(),
    listCodes(act, filterFrom(codeFilter, query)),
  ])
  const columns: Column<CodeRow>[] = [
    { key: 'name', header: t('fields.name'), names: true, cell: ({ name }) => name },
    {
      key: 'keywords',
      header: t('fields.keywords'),
      cell: ({ keywords }) => keywords.join(t('separator')) || '—',
    },
    {
      key: 'answers',
      header: t('fields.answers'),
      numeric: true,
      cell: ({ _count }) => format.number(_count.answers),
    },
  ]
  const add = (
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
      sort={{ by: 'name', direction: 'asc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'ended',
          label: t('use'),
          all: t('inUse'),
          options: [{ value: 'yes', label: t('ended') }],
        },
      ]}
      tools={add}
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} action={add} />}
    />
  )
}

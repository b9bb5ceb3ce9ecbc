import { getFormatter, getTranslations } from 'next-intl/server'
import { STATE_TONE } from '@/features/imports/components/state-tone'
import { mayImport } from '@/features/imports/policy'
import { type ImportRow, listImports } from '@/features/imports/queries'
import { IMPORT_STATES, importFilter } from '@/features/imports/schema'
import { undoUntil } from '@/features/imports/undoing/rules'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { Status } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/imports'
const NAMED = 3

export default async function ImportsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('imports.read')
  const query = await searchParams
  const filter = filterFrom(importFilter, query)
  const t = await getTranslations('imports')
  const format = await getFormatter()
  const page = await listImports(act, filter)
  const undoable = ({ state, finishedAt }: ImportRow) =>
    state === 'done' && finishedAt && undoUntil(finishedAt) > act.now ? undoUntil(finishedAt) : null
  const columns: Column<ImportRow>[] = [
    {
      key: 'when',
      header: t('when'),
      sort: 'createdAt',
      names: true,
      cell: ({ createdAt }) => format.dateTime(createdAt, 'moment'),
    },
    {
      key: 'state',
      header: t('state'),
      cell: ({ state }) => <Status tone={STATE_TONE[state]}>{t(`states.${state}`)}</Status>,
    },
    { key: 'who', header: t('who'), cell: ({ starter }) => starter ?? t('commandLine') },
    {
      key: 'files',
      header: t('files'),
      cell: ({ files }) => (
        <span className="break-all">
          {files
            .slice(0, NAMED)
            .map(({ name }) => name)
            .join('、')}
          {files.length > NAMED && ` +${files.length - NAMED}`}
        </span>
      ),
    },
    {
      key: 'rejected',
      header: t('rejectedRows'),
      numeric: true,
      cell: ({ _count }) => _count.rejections,
    },
    {
      key: 'undo',
      header: t('undoUntil'),
      optional: true,
      cell: (row) => {
        const until = undoable(row)
        return until ? format.dateTime(until, 'moment') : '—'
      },
    },
  ]
  const begin = mayImport(act.principal) && (
    <LinkButton href={`${PATH}/new`} kind="primary" icon="upload">
      {t('new')}
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
      selects={[
        {
          name: 'state',
          label: t('state'),
          all: t('allStates'),
          options: IMPORT_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
        },
      ]}
      actions={begin}
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} icon="upload" action={begin} />}
    />
  )
}

import { getFormatter, getTranslations } from 'next-intl/server'
import { listWorkers, type WorkerRow, workerChoices } from '@/features/crews/workers/queries'
import { workerFilter } from '@/features/crews/workers/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/workers'

export default async function WorkersPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('workers.read')
  const query = await searchParams
  const filter = filterFrom(workerFilter, query)
  const t = await getTranslations('workers')
  const format = await getFormatter()
  const [page, choices] = await Promise.all([listWorkers(act, filter), workerChoices(act)])
  const columns: Column<WorkerRow>[] = [
    { key: 'name', header: t('fields.name'), sort: 'name', names: true, cell: ({ name }) => name },
    {
      key: 'employeeNumber',
      header: t('fields.employeeNumber'),
      sort: 'employeeNumber',
      cell: ({ employeeNumber }) => employeeNumber,
    },
    { key: 'post', header: t('fields.post'), sort: 'post', cell: ({ post }) => post },
    {
      key: 'furtherPosts',
      header: t('fields.furtherPosts'),
      optional: true,
      cell: ({ furtherPosts }) => furtherPosts.join('、') || '—',
    },
    {
      key: 'certificates',
      header: t('fields.certificates'),
      optional: true,
      cell: ({ certificates }) => certificates.join('、') || '—',
    },
    {
      key: 'zones',
      header: t('fields.zones'),
      optional: true,
      cell: ({ zones }) => zones.map(({ name }) => name).join('、') || '—',
    },
    { key: 'phone', header: t('fields.phone'), cell: ({ maskedPhone }) => maskedPhone ?? '—' },
    {
      key: 'operator',
      header: t('fields.operator'),
      optional: 'off',
      cell: ({ operator }) => operator.name,
    },
    {
      key: 'startsOn',
      header: t('fields.startsOn'),
      sort: 'startsOn',
      cell: ({ startsOn, endsOn, hasEnded }) => (
        <>
          {format.dateTime(startsOn, 'day')}{' '}
          {endsOn && (
            <Badge tone={hasEnded ? 'neutral' : 'warn'}>
              {t('endsOnDay', { day: format.dateTime(endsOn, 'day') })}
            </Badge>
          )}
        </>
      ),
    },
  ]
  const words = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
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
        { name: 'post', label: t('fields.post'), all: t('allPosts'), options: words(choices.posts) },
        {
          name: 'further',
          label: t('fields.furtherPosts'),
          all: t('allFurtherPosts'),
          options: words(choices.furtherPosts),
        },
        {
          name: 'certificate',
          label: t('fields.certificates'),
          all: t('allCertificates'),
          options: words(choices.certificates),
        },
        { name: 'zone', label: t('fields.zones'), all: t('allZones'), options: choices.zones },
        {
          name: 'operator',
          label: t('fields.operator'),
          all: t('allOperators'),
          options: choices.operators,
        },
        {
          name: 'state',
          label: t('state'),
          all: t('states.now'),
          options: [
            { value: 'ended', label: t('states.ended') },
            { value: 'all', label: t('states.all') },
          ],
        },
      ]}
      actions={
        <>
          <LinkButton href={`${PATH}/operators`}>{t('operators')}</LinkButton>
          {holds(act.principal, 'workers.write') && (
            <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
              {t('add')}
            </LinkButton>
          )}
        </>
      }
      tools={
        holds(act.principal, 'registers.export') && (
          <ExportButton
            label={t('export')}
            failed={t('exportFailed')}
            action="/api/v1/workers/export"
            body={exported}
          />
        )
      }
      empty={
        <EmptyState
          icon="people"
          title={t('emptyTitle')}
          why={t('emptyWhy')}
          action={<LinkButton href={PATH}>{t('title')}</LinkButton>}
        />
      }
    />
  )
}

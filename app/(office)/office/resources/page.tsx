import { getFormatter, getTranslations } from 'next-intl/server'
import { SERVICE_CATEGORIES } from '@/core/service-categories'
import { countEnding, listResources, type ResourceRow } from '@/features/demands/resources/queries'
import { RESOURCE_KINDS, resourceFilter } from '@/features/demands/resources/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Alert } from '@/ui/alert'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'
import { PrintButton } from '@/ui/print-button'
import { TextLink } from '@/ui/text-link'

const PATH = '/office/resources'
const TONES = { none: 'neutral', running: 'good', ending: 'warn', ended: 'bad' } as const

export default async function ResourcesPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('resources.read')
  const query = await searchParams
  const filter = filterFrom(resourceFilter, query)
  const [t, demands, format, page, ending] = await Promise.all([
    getTranslations('resources'),
    getTranslations('demands'),
    getFormatter(),
    listResources(act, filter),
    countEnding(act),
  ])
  const writes = holds(act.principal, 'resources.write')
  const columns: Column<ResourceRow>[] = [
    { key: 'name', header: t('fields.name'), names: true, cell: ({ name }) => name },
    { key: 'kind', header: t('fields.kind'), cell: ({ kind }) => t(`kinds.${kind}`) },
    {
      key: 'categories',
      header: t('fields.categories'),
      cell: ({ categories }) => categories.map((one) => demands(`categories.${one as 'other'}`)).join('、'),
    },
    {
      key: 'skills',
      header: t('fields.skills'),
      optional: true,
      cell: ({ skills }) => skills.join('、') || '—',
    },
    {
      key: 'area',
      header: t('fields.area'),
      cell: ({ zone, compound }) => zone?.name ?? compound?.name ?? t('wholeStreet'),
    },
    {
      key: 'capacityPerWeek',
      header: t('fields.capacityPerWeek'),
      numeric: true,
      optional: true,
      cell: ({ capacityPerWeek }) => capacityPerWeek ?? '—',
    },
    {
      key: 'hoursText',
      header: t('fields.hoursText'),
      optional: 'off',
      cell: ({ hoursText }) => hoursText ?? '—',
    },
    {
      key: 'cost',
      header: t('fields.cost'),
      optional: true,
      cell: ({ costFen, costUnit }) =>
        costFen === null
          ? '—'
          : t('cost', { yuan: costFen / 100, unit: costUnit ? t(`costUnits.${costUnit as 'hour'}`) : '' }),
    },
    {
      key: 'contract',
      header: t('fields.contract'),
      cell: ({ contract, contractEndsOn }) =>
        contractEndsOn ? (
          <span className="inline-flex flex-wrap items-center gap-1">
            <Badge tone={TONES[contract]}>{t(`contracts.${contract}`)}</Badge>
            {format.dateTime(contractEndsOn, { dateStyle: 'medium', timeZone: 'UTC' })}
          </span>
        ) : (
          '—'
        ),
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
      sort={{ by: 'name', direction: 'asc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'kind',
          label: t('fields.kind'),
          all: t('allKinds'),
          options: RESOURCE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
        },
        {
          name: 'category',
          label: t('fields.categories'),
          all: t('allCategories'),
          options: SERVICE_CATEGORIES.map((value) => ({ value, label: demands(`categories.${value}`) })),
        },
        {
          name: 'contract',
          label: t('fields.contract'),
          all: t('allContracts'),
          options: (['ending', 'ended'] as const).map((value) => ({ value, label: t(`contracts.${value}`) })),
        },
        {
          name: 'ended',
          label: t('fields.state'),
          all: t('inUse'),
          options: [{ value: 'yes', label: t('endedOnly') }],
        },
      ]}
      actions={
        writes && (
          <>
            <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
              {t('add')}
            </LinkButton>
            <ActionButton
              trigger={t('adopt')}
              title={t('adopt')}
              why={t('adoptWhy')}
              confirm={t('adopt')}
              action="/api/v1/resources/adoption"
              body={{}}
            />
          </>
        )
      }
      tools={
        <>
          <PrintButton label={t('print')} size="small" />
          {holds(act.principal, 'registers.export') && (
            <ExportButton
              label={t('export')}
              failed={t('exportFailed')}
              action="/api/v1/resources/export"
              body={exported}
            />
          )}
        </>
      }
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} />}
    >
      {ending > 0 && (
        <Alert tone="warn">
          <TextLink href={`${PATH}?contract=ending`}>{t('endingSoon', { count: ending })}</TextLink>
        </Alert>
      )}
    </ListPage>
  )
}

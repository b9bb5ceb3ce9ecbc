import { getTranslations } from 'next-intl/server'
import { listProviders, type ProviderRow, providerCategories } from '@/features/providers/register/queries'
import { providerFilter } from '@/features/providers/register/schema'
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

const PATH = '/office/providers'

export default async function ProvidersPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('providers.read')
  const query = await searchParams
  const filter = filterFrom(providerFilter, query)
  const t = await getTranslations('providers')
  const [page, categories] = await Promise.all([listProviders(act, filter), providerCategories(act)])
  const columns: Column<ProviderRow>[] = [
    { key: 'name', header: t('fields.name'), sort: 'name', names: true, cell: ({ name }) => name },
    { key: 'category', header: t('fields.category'), sort: 'category', cell: ({ category }) => category },
    { key: 'fee', header: t('fields.fee'), cell: ({ fee }) => t(`fees.${fee}`) },
    {
      key: 'hours',
      header: t('fields.hoursText'),
      cell: ({ hoursText, hoursClear }) => (
        <>
          {hoursText ?? '—'} {hoursText && !hoursClear && <Badge tone="warn">{t('hoursUnclear')}</Badge>}
        </>
      ),
    },
    { key: 'phone', header: t('fields.phone'), cell: ({ maskedPhone }) => maskedPhone ?? '—' },
    {
      key: 'consent',
      header: t('fields.consent'),
      optional: true,
      cell: ({ consent }) => (consent ? t('consentYes') : <Badge tone="warn">{t('consentNo')}</Badge>),
    },
    { key: 'address', header: t('fields.address'), optional: 'off', cell: ({ address }) => address ?? '—' },
    {
      key: 'contact',
      header: t('fields.contactName'),
      optional: 'off',
      cell: ({ contactName }) => contactName ?? '—',
    },
  ]
  const pairs = (...options: [string, string][]) => options.map(([value, label]) => ({ value, label }))
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
          name: 'category',
          label: t('fields.category'),
          all: t('allCategories'),
          options: categories.map((value) => ({ value, label: value })),
        },
        {
          name: 'fee',
          label: t('fields.fee'),
          all: t('allFees'),
          options: pairs(['free', t('fees.free')], ['paid', t('fees.paid')]),
        },
        {
          name: 'hours',
          label: t('fields.hoursText'),
          all: t('allHours'),
          options: pairs(['unclear', t('hoursUnclear')], ['missing', t('hoursMissing')]),
        },
        {
          name: 'consent',
          label: t('fields.consent'),
          all: t('allConsents'),
          options: pairs(['yes', t('consentYes')], ['no', t('consentNo')]),
        },
        { name: 'ended', label: t('state'), all: t('inUse'), options: pairs(['yes', t('endedOnly')]) },
      ]}
      actions={
        holds(act.principal, 'providers.write') && (
          <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
            {t('add')}
          </LinkButton>
        )
      }
      tools={
        holds(act.principal, 'registers.export') && (
          <ExportButton
            label={t('export')}
            failed={t('exportFailed')}
            action="/api/v1/providers/export"
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

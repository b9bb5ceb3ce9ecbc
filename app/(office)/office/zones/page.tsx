import { getFormatter, getTranslations } from 'next-intl/server'
import { ZoneGround } from '@/features/zones/components/zone-ground'
import { groundOf } from '@/features/zones/plan/queries'
import { mayRedraw } from '@/features/zones/policy'
import { listZones, type ZoneRow, zoneOptions } from '@/features/zones/register/queries'
import { zoneFilter } from '@/features/zones/register/schema'
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

const PATH = '/office/zones'

export default async function ZonesPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('zones.read')
  const query = await searchParams
  const filter = filterFrom(zoneFilter, query)
  const t = await getTranslations('zones')
  const stage = await getTranslations('stages')
  const format = await getFormatter()
  const [page, ground, zones] = await Promise.all([listZones(act, filter), groundOf(act), zoneOptions(act)])
  const sum = (key: 'compounds' | 'buildings' | 'households' | 'over60' | 'areaSquareMetres') => ({
    key,
    header: t(`fields.${key}`),
    numeric: true,
    cell: ({ totals }: ZoneRow) => format.number(totals[key], 'whole'),
  })
  const columns: Column<ZoneRow>[] = [
    { key: 'name', header: t('fields.zone'), sort: 'name', names: true, cell: ({ name }) => name },
    {
      key: 'state',
      header: t('fields.state'),
      cell: ({ provisional }) =>
        provisional ? <Badge tone="warn">{t('provisional')}</Badge> : <Badge>{t('confirmed')}</Badge>,
    },
    { key: 'lead', header: t('fields.lead'), cell: ({ lead }) => lead ?? t('noLead') },
    sum('compounds'),
    { ...sum('buildings'), optional: true },
    sum('households'),
    { ...sum('over60'), optional: true },
    { ...sum('areaSquareMetres'), optional: true },
    {
      key: 'stages',
      header: t('fields.stages'),
      optional: true,
      cell: ({ totals }) => stage('threeShort', totals.stages),
    },
    {
      key: 'pilots',
      header: t('fields.pilots'),
      numeric: true,
      optional: true,
      cell: ({ totals }) => totals.pilots || '—',
    },
  ]
  const { cursor: _cursor, columns: _columns, ...exported } = filter
  const redraws = mayRedraw(act.principal, 'zones.write') && holds(act.principal, 'zones.write')
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
          label: t('fields.state'),
          all: t('allStates'),
          options: (['provisional', 'confirmed'] as const).map((value) => ({ value, label: t(value) })),
        },
        {
          name: 'lead',
          label: t('fields.lead'),
          all: t('allLeads'),
          options: [
            { value: 'yes', label: t('withLead') },
            { value: 'no', label: t('noLead') },
          ],
        },
        {
          name: 'ended',
          label: t('use'),
          all: t('inUse'),
          options: [{ value: 'yes', label: t('endedOnly') }],
        },
      ]}
      actions={
        redraws && (
          <>
            <LinkButton href={`${PATH}/move`}>{t('move')}</LinkButton>
            <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
              {t('add')}
            </LinkButton>
          </>
        )
      }
      tools={
        holds(act.principal, 'registers.export') && (
          <ExportButton
            label={t('export')}
            failed={t('exportFailed')}
            action="/api/v1/zones/export"
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
    >
      <ZoneGround {...ground} zones={zones.map(({ value, label }) => ({ id: value, name: label }))} />
    </ListPage>
  )
}

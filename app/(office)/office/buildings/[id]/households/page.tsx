import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { findBuilding } from '@/features/places/buildings/queries'
import { buildingKey } from '@/features/places/buildings/schema'
import { type HouseholdRow, listHouseholds } from '@/features/places/households/queries'
import { householdFilter } from '@/features/places/households/schema'
import { mayWriteIn } from '@/features/places/policy'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

type Asked = { params: Promise<{ id: string }>; searchParams: Promise<PageQuery> }

export default async function HouseholdsPage({ params, searchParams }: Asked) {
  const act = await pageAct('places.read')
  const key = buildingKey.safeParse(await params)
  const building = key.success ? await findBuilding(act, key.data.id) : null
  if (!building) notFound()
  const query = await searchParams
  const filter = filterFrom(householdFilter, query)
  const t = await getTranslations('households')
  const page = await listHouseholds(act, building.id, filter)
  const path = `/office/buildings/${building.id}/households`
  const name = (await getTranslations('buildings'))('building', {
    compound: building.compound.name,
    name: building.name,
  })
  const mayWrite =
    !building.endedAt && mayWriteIn(act.principal, 'places.write', building.compound.community.id)
  const columns: Column<HouseholdRow>[] = [
    { key: 'room', header: t('fields.room'), sort: 'room', names: true, cell: ({ room }) => room },
    { key: 'stairwell', header: t('fields.stairwell'), cell: ({ stairwell }) => stairwell.name },
  ]
  const { cursor: _cursor, columns: _columns, ...exported } = filter
  return (
    <ListPage
      title={`${name} · ${t('title')}`}
      lead={t('lead', { building: name })}
      crumbs={[
        { label: (await getTranslations('buildings'))('title'), href: '/office/buildings' },
        { label: name, href: `/office/buildings/${building.id}` },
        { label: t('title') },
      ]}
      path={path}
      query={query}
      page={page}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${path}/${id}`}
      sort={{ by: filter.sort, direction: filter.direction }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'stairwell',
          label: t('fields.stairwell'),
          all: t('allStairwells'),
          options: building.stairwells.map((stairwell) => ({ value: stairwell.id, label: stairwell.name })),
        },
        {
          name: 'ended',
          label: t('state'),
          all: t('inUse'),
          options: [{ value: 'yes', label: t('endedOnly') }],
        },
      ]}
      actions={
        mayWrite && (
          <>
            <LinkButton href={`${path}/range`} kind="primary" icon="plus">
              {t('addMany')}
            </LinkButton>
            <LinkButton href={`${path}/new`}>{t('add')}</LinkButton>
          </>
        )
      }
      tools={
        holds(act.principal, 'registers.export') && (
          <ExportButton
            label={t('export')}
            failed={t('exportFailed')}
            action={`/api/v1/buildings/${building.id}/households/export`}
            body={exported}
          />
        )
      }
      empty={
        <EmptyState
          title={t('emptyTitle')}
          why={t('emptyWhy')}
          action={<LinkButton href={path}>{t('all')}</LinkButton>}
        />
      }
    />
  )
}

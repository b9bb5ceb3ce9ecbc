import { getTranslations } from 'next-intl/server'
import { type OpenInCompound, openByCompound } from '@/features/requests/board/queries'
import { pageAct } from '@/server/page'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { SpotPlan } from '@/ui/spot-plan'

const PATH = '/office/requests/plan'
const boardOf = (id: string) => `/office/requests?state=open&compound=${id}`

/** Where in the street something lies open, on a plan and in a table. */
export default async function RequestsPlanPage() {
  const act = await pageAct('requests.read')
  const [t, compounds] = await Promise.all([getTranslations('requests.plan'), openByCompound(act)])
  const columns: Column<OpenInCompound>[] = [
    { key: 'name', header: t('compound'), names: true, cell: ({ name }) => name },
    { key: 'community', header: t('community'), cell: ({ community }) => community },
    { key: 'open', header: t('open'), numeric: true, cell: ({ open }) => open },
    { key: 'soon', header: t('soon'), numeric: true, cell: ({ soon }) => soon },
    { key: 'late', header: t('late'), numeric: true, cell: ({ late }) => late },
  ]
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        crumbs={[{ label: t('board'), href: '/office/requests?state=open' }, { label: t('title') }]}
      />
      {compounds.length === 0 ? (
        <EmptyState title={t('emptyTitle')} why={t('emptyWhy')} icon="map" />
      ) : (
        <>
          <Panel title={t('plan')}>
            <SpotPlan
              label={`${t('plan')}. ${t('lead')}`}
              spots={compounds.flatMap(({ id, name, longitude, latitude, open, soon, late }) =>
                longitude !== null && latitude !== null
                  ? [
                      {
                        id,
                        longitude,
                        latitude,
                        weight: open,
                        look: late > 0 ? ('bad' as const) : soon > 0 ? ('part' as const) : ('good' as const),
                        title: t('spot', { name, open, late }),
                        href: boardOf(id),
                      },
                    ]
                  : [],
              )}
            />
          </Panel>
          <DataTable
            caption={t('table')}
            path={PATH}
            query={{}}
            rows={compounds}
            rowKey={({ id }) => id}
            rowHref={({ id }) => boardOf(id)}
            columns={columns}
          />
        </>
      )}
    </div>
  )
}

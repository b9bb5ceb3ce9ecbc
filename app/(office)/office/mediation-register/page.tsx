import { getFormatter, getTranslations } from 'next-intl/server'
import { listRegister, type RegisterRow } from '@/features/logbook/mediations/cases/queries'
import { registerFilter, STATES } from '@/features/logbook/mediations/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/mediation-register'

/** That there are mediations, for the auditor: nothing leads to a place, a person or a word. */
export default async function MediationRegisterPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('mediations.register')
  const query = await searchParams
  const [t, format, page] = await Promise.all([
    getTranslations('mediations'),
    getFormatter(),
    listRegister(act, filterFrom(registerFilter, query)),
  ])
  const columns: Column<RegisterRow>[] = [
    { key: 'number', header: t('fields.number'), names: true, cell: ({ number }) => number },
    { key: 'state', header: t('fields.state'), cell: ({ state }) => t(`states.${state}`) },
    {
      key: 'openedOn',
      header: t('fields.openedOn'),
      cell: ({ openedOn }) => format.dateTime(openedOn, 'day'),
    },
    {
      key: 'endedOn',
      header: t('fields.endedOn'),
      cell: ({ endedOn }) => (endedOn ? format.dateTime(endedOn, 'day') : '—'),
    },
  ]
  return (
    <ListPage
      title={t('registerTitle')}
      lead={t('registerLead')}
      path={PATH}
      query={query}
      page={page}
      columns={columns}
      rowKey={({ id }) => id}
      sort={{ by: 'openedOn', direction: 'desc' }}
      selects={[
        {
          name: 'state',
          label: t('fields.state'),
          all: t('allStates'),
          options: STATES.map((value) => ({ value, label: t(`states.${value}`) })),
        },
      ]}
      empty={<EmptyState title={t('registerEmpty')} why={t('registerEmptyWhy')} />}
    />
  )
}

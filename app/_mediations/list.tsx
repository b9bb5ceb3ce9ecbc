import { getFormatter, getTranslations } from 'next-intl/server'
import { listMediations, type MediationRow } from '@/features/logbook/mediations/cases/queries'
import { mediationFilter, STATES } from '@/features/logbook/mediations/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { Status } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const TONES = { open: 'note', agreed: 'good', handed_over: 'warn', ended: 'neutral' } as const

/** The mediations that the reader is in, in the office and on the captain's phone alike. */
export async function MediationList({ base, query }: { base: string; query: PageQuery }) {
  const act = await pageAct('mediations.use')
  const [t, format, page] = await Promise.all([
    getTranslations('mediations'),
    getFormatter(),
    listMediations(act, filterFrom(mediationFilter, query)),
  ])
  const columns: Column<MediationRow>[] = [
    {
      key: 'number',
      header: t('fields.number'),
      names: true,
      cell: ({ number, building }) => `${building.compound.name}${building.name} · ${number}`,
    },
    {
      key: 'parties',
      header: t('fields.parties'),
      cell: ({ parties }) => parties.map(({ name }) => name).join('、'),
    },
    {
      key: 'state',
      header: t('fields.state'),
      cell: ({ state, outcome }) => (
        <Status tone={TONES[state]}>{outcome ? t(`outcomes.${outcome}`) : t(`states.${state}`)}</Status>
      ),
    },
    {
      key: 'followUpOn',
      header: t('fields.followUpOn'),
      cell: ({ followUpOn }) => (followUpOn ? format.dateTime(followUpOn, 'day') : '—'),
    },
    {
      key: 'openedOn',
      header: t('fields.openedOn'),
      optional: true,
      cell: ({ openedOn }) => format.dateTime(openedOn, 'day'),
    },
  ]
  const add = (
    <LinkButton href={`${base}/new`} kind="primary" icon="plus">
      {t('add')}
    </LinkButton>
  )
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      path={base}
      query={query}
      page={page}
      columns={columns}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${base}/${id}`}
      sort={{ by: 'openedOn', direction: 'desc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'state',
          label: t('fields.state'),
          all: t('allStates'),
          options: [
            { value: 'running', label: t('running') },
            { value: 'due', label: t('due') },
            ...STATES.map((value) => ({ value, label: t(`states.${value}`) })),
          ],
        },
      ]}
      actions={add}
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} action={add} />}
    />
  )
}

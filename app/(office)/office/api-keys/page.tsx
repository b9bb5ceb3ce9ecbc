import { getFormatter, getTranslations } from 'next-intl/server'
import { type KeyRow, listKeys } from '@/features/people/api-keys/queries'
import { KEY_STATES, keyFilter } from '@/features/people/api-keys/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { ActionButton } from '@/ui/action-button'
import { Status } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/api-keys'
const TONES = { valid: 'good', expired: 'warn', revoked: 'bad' } as const

/** The keys with which other systems call the API. */
export default async function ApiKeysPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('api-keys.manage')
  const query = await searchParams
  const [t, format, page] = await Promise.all([
    getTranslations('api-keys'),
    getFormatter(),
    listKeys(act, filterFrom(keyFilter, query)),
  ])
  const lastMoment = (key: KeyRow) => key.expiresAt && new Date(key.expiresAt.getTime() - 1)
  const columns: Column<KeyRow>[] = [
    { key: 'name', header: t('fields.name'), names: true, cell: ({ name }) => name },
    {
      key: 'scopes',
      header: t('fields.scopes'),
      cell: ({ scopes }) =>
        scopes.map((scope) => t(`scopes.${scope.replace('.', '_') as 'requests_report'}`)).join('、'),
    },
    {
      key: 'community',
      header: t('fields.community'),
      cell: ({ community }) => community?.name ?? t('wholeStreet'),
    },
    {
      key: 'createdAt',
      header: t('fields.createdAt'),
      cell: (key) => format.dateTime(key.createdAt, 'moment'),
    },
    {
      key: 'lastUsedAt',
      header: t('fields.lastUsedAt'),
      cell: ({ lastUsedAt }) => (lastUsedAt ? format.dateTime(lastUsedAt, 'moment') : t('never')),
    },
    {
      key: 'endsOn',
      header: t('fields.endsOn'),
      cell: (key) => {
        const last = lastMoment(key)
        return last ? format.dateTime(last, 'day') : t('noEnd')
      },
    },
    {
      key: 'state',
      header: t('fields.state'),
      cell: ({ state }) => <Status tone={TONES[state]}>{t(`states.${state}`)}</Status>,
    },
    {
      key: 'action',
      header: t('fields.action'),
      cell: ({ id, name, state }) =>
        state === 'revoked' ? (
          '—'
        ) : (
          <ActionButton
            trigger={t('revoke')}
            title={t('revokeTitle', { name })}
            why={t('revokeWhy')}
            confirm={t('revoke')}
            danger
            action={`/api/v1/api-keys/${id}/revocation`}
            body={{}}
          />
        ),
    },
  ]
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      path={PATH}
      query={query}
      page={page}
      columns={columns}
      rowKey={({ id }) => id}
      sort={{ by: 'createdAt', direction: 'desc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'state',
          label: t('fields.state'),
          all: t('allStates'),
          options: KEY_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
        },
      ]}
      tools={
        <LinkButton href={`${PATH}/new`} kind="primary">
          {t('add')}
        </LinkButton>
      }
      empty={
        <EmptyState
          title={t('emptyTitle')}
          why={t('emptyWhy')}
          action={<LinkButton href={`${PATH}/new`}>{t('add')}</LinkButton>}
        />
      }
    />
  )
}

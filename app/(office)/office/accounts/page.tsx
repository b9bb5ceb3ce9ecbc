import { getFormatter, getTranslations } from 'next-intl/server'
import { listAccounts } from '@/features/people/accounts/queries'
import type { AccountRow } from '@/features/people/accounts/rules'
import { accountFilter, STATES } from '@/features/people/accounts/schema'
import { ROLES } from '@/features/people/role-grants/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { Status } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/accounts'
const TONES = { active: 'good', invited: 'note', suspended: 'bad' } as const
const MOST_ROLES_SHOWN = 3

export default async function AccountsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('accounts.manage')
  const query = await searchParams
  const filter = filterFrom(accountFilter, query)
  const [t, names, format, page] = await Promise.all([
    getTranslations('accounts'),
    getTranslations('frame.roles'),
    getFormatter(),
    listAccounts(act, filter),
  ])
  const roleWords = ({ roles }: AccountRow) => (
    <>
      {roles.slice(0, MOST_ROLES_SHOWN).map(({ key, role, scopeKind, place, endsOn }) => (
        <span key={key} className="block">
          {names(role)} · {place ?? t(`scopes.${scopeKind}`)}
          {endsOn &&
            ` · ${t('until', { day: format.dateTime(endsOn, { dateStyle: 'long', timeZone: 'UTC' }) })}`}
        </span>
      ))}
      {roles.length > MOST_ROLES_SHOWN && (
        <span className="block text-ink-faint">
          {t('moreRoles', { count: roles.length - MOST_ROLES_SHOWN })}
        </span>
      )}
      {roles.length === 0 && <span className="text-ink-faint">{t('noRoles')}</span>}
    </>
  )
  const columns: Column<AccountRow>[] = [
    {
      key: 'name',
      header: t('fields.displayName'),
      sort: 'name',
      names: true,
      cell: ({ displayName }) => displayName,
    },
    { key: 'username', header: t('fields.username'), cell: ({ username }) => username },
    { key: 'roles', header: t('fields.roles'), cell: roleWords },
    {
      key: 'state',
      header: t('fields.state'),
      cell: ({ state }) => <Status tone={TONES[state]}>{t(`states.${state}`)}</Status>,
    },
    {
      key: 'lastSeen',
      header: t('fields.lastSeenAt'),
      optional: true,
      cell: ({ lastSeenAt }) => (lastSeenAt ? format.dateTime(lastSeenAt, 'moment') : t('never')),
    },
    {
      key: 'factor',
      header: t('fields.secondFactor'),
      optional: true,
      cell: ({ hasSecondFactor }) => (hasSecondFactor ? t('factorOn') : t('factorOff')),
    },
    {
      key: 'person',
      header: t('fields.person'),
      optional: 'off',
      cell: ({ person }) => person?.name ?? '—',
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
      rowHref={({ id }) => `${PATH}/${id}`}
      sort={{ by: filter.sort, direction: filter.direction }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'role',
          label: t('fields.role'),
          all: t('allRoles'),
          options: ROLES.map((value) => ({ value, label: names(value) })),
        },
        {
          name: 'state',
          label: t('fields.state'),
          all: t('allStates'),
          options: STATES.map((value) => ({ value, label: t(`states.${value}`) })),
        },
        {
          name: 'factor',
          label: t('fields.secondFactor'),
          all: t('allFactors'),
          options: [
            { value: 'on', label: t('factorOn') },
            { value: 'off', label: t('factorOff') },
          ],
        },
      ]}
      actions={
        <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
          {t('add')}
        </LinkButton>
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

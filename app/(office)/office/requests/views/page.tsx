import { getTranslations } from 'next-intl/server'
import { mayPreset } from '@/features/requests/views/policy'
import { listViews, type ViewRow } from '@/features/requests/views/queries'
import { pageAct } from '@/server/page'
import { ActionButton } from '@/ui/action-button'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { TextLink } from '@/ui/text-link'

const BOARD = '/office/requests'
const PATH = `${BOARD}/views`

/** The board's views: one's own can be changed, and those that others see by who keeps the settings. */
export default async function ViewsPage() {
  const act = await pageAct('requests.read')
  const [t, roles, views] = await Promise.all([
    getTranslations('saved-views'),
    getTranslations('frame.roles'),
    listViews(act),
  ])
  const isMine = ({ accountId }: ViewRow) => accountId === act.principal.accountId || mayPreset(act.principal)
  const columns: Column<ViewRow>[] = [
    {
      key: 'name',
      header: t('fields.name'),
      names: true,
      cell: ({ name, query }) => <TextLink href={`${BOARD}?${query}`}>{name}</TextLink>,
    },
    {
      key: 'kind',
      header: t('fields.kind'),
      cell: ({ isShared, forRole }) =>
        forRole ? t('byRole', { role: roles(forRole) }) : isShared ? t('shared') : t('own'),
    },
    { key: 'owner', header: t('fields.owner'), cell: ({ account }) => account.displayName },
    {
      key: 'action',
      header: t('fields.action'),
      cell: (view) =>
        isMine(view) ? (
          <span className="flex flex-wrap gap-2">
            <LinkButton href={`${PATH}/${view.id}`} size="small">
              {t('edit')}
            </LinkButton>
            <ActionButton
              trigger={t('remove')}
              title={t('removeTitle', { name: view.name })}
              why={t('removeWhy')}
              confirm={t('remove')}
              danger
              action={`/api/v1/saved-views/${view.id}/removal`}
              body={{ version: view.version }}
            />
          </span>
        ) : (
          '—'
        ),
    },
  ]
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t('title')} crumbs={[{ label: t('board'), href: BOARD }, { label: t('title') }]} />
      {views.length === 0 ? (
        <EmptyState
          title={t('emptyTitle')}
          why={t('emptyWhy')}
          action={<LinkButton href={BOARD}>{t('board')}</LinkButton>}
        />
      ) : (
        <DataTable
          caption={t('title')}
          path={PATH}
          query={{}}
          rows={views}
          rowKey={({ id }) => id}
          columns={columns}
        />
      )}
    </div>
  )
}

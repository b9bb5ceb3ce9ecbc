import { notFound } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { ItemTable } from '@/features/menus/items/components/item-table'
import { findMenu, type ItemRow, type MenuDetail, type VersionRow } from '@/features/menus/menus/queries'
import type { ItemChange } from '@/features/menus/menus/rules'
import { menuKey } from '@/features/menus/menus/schema'
import { mayWriteMenus } from '@/features/menus/policy'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { ActionButton } from '@/ui/action-button'
import { Alert } from '@/ui/alert'
import { Badge } from '@/ui/badge'
import { type Column, DataTable } from '@/ui/data-table'
import { LinkButton } from '@/ui/link-button'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

const LIST = '/office/menus'
const TONES = { added: 'good', removed: 'bad', changed: 'warn' } as const

type Props = { params: Promise<{ id: string }>; searchParams: Promise<PageQuery> }

/** A menu: what is in force, what is worked on and what it would change, and its earlier versions. */
export default async function MenuPage({ params, searchParams }: Props) {
  const act = await pageAct('menus.read')
  const key = menuKey.safeParse(await params)
  const menu = key.success ? await findMenu(act, key.data.id) : null
  if (!menu) notFound()
  const query = await searchParams
  const path = `${LIST}/${menu.id}`
  const [t, format, timeline, happenings] = await Promise.all([
    getTranslations('menus'),
    getFormatter(),
    getTranslations('timeline'),
    timelineOf(act, 'menu', menu.id),
  ])
  const may = (permission: 'menus.write' | 'menus.publish') =>
    holds(act.principal, permission) && mayWriteMenus(act.principal, permission)
  const writes = may('menus.write')
  const { published, working } = menu
  const versions: Column<VersionRow>[] = [
    {
      key: 'number',
      header: t('fields.number'),
      names: true,
      cell: ({ number }) => t('versionNumber', { number }),
    },
    { key: 'state', header: t('fields.state'), cell: ({ state }) => t(`states.${state}`) },
    {
      key: 'publishedAt',
      header: t('fields.publishedAt'),
      cell: ({ publishedAt }) => (publishedAt ? format.dateTime(publishedAt, 'moment') : '—'),
    },
    { key: 'note', header: t('fields.note'), cell: ({ note }) => note ?? '—' },
  ]
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={menu.name}
        crumbs={[{ label: t('title'), href: LIST }, { label: menu.name }]}
        lead={menu.zone?.name ?? menu.compound?.name ?? t('wholeStreet')}
        actions={
          <>
            {menu.compound && <LinkButton href={`/menus/${menu.compound.id}`}>{t('publicLink')}</LinkButton>}
            {writes && <LinkButton href={`${path}/edit`}>{t('edit')}</LinkButton>}
            {published && may('menus.publish') && (
              <ActionButton
                trigger={t('withdraw')}
                title={t('withdraw')}
                why={t('withdrawWhy')}
                confirm={t('withdraw')}
                danger
                action={`/api/v1/menus/${menu.id}/withdrawal`}
                body={{ version: published.version }}
              />
            )}
          </>
        }
      />
      <Panel
        title={t('working')}
        actions={
          <Steps
            menu={menu}
            writes={writes}
            publishes={may('menus.publish') && working?.sentBy !== act.principal.accountId}
          />
        }
      >
        {!working && <p className="text-ink-soft">{t('noWorking')}</p>}
        {working && (
          <>
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={working.state === 'review' ? 'warn' : 'note'}>
                {t(`states.${working.state}`)}
              </Badge>
              {t('versionNumber', { number: working.number })}
              {working.note && <span className="text-ink-soft">{working.note}</span>}
            </p>
            {working.returned && <Alert tone="warn">{t('returned', { reason: working.returned })}</Alert>}
            <ItemTable
              caption={t('versionNumber', { number: working.number })}
              items={working.items}
              path={path}
              query={query}
            />
            {published && <Changes changes={menu.changes} path={path} query={query} />}
          </>
        )}
      </Panel>
      <Panel title={t('published')}>
        {published ? (
          <>
            <p className="text-ink-soft">
              {t('versionNumber', { number: published.number })}
              {published.publishedAt &&
                ` · ${t('publishedOn', { moment: format.dateTime(published.publishedAt, 'moment') })}`}
            </p>
            <ItemTable
              caption={t('versionNumber', { number: published.number })}
              items={published.items}
              path={path}
              query={query}
            />
          </>
        ) : (
          <p className="text-ink-soft">{t('noPublished')}</p>
        )}
      </Panel>
      <Panel title={t('versions')} flush>
        <DataTable
          caption={t('fields.number')}
          columns={versions}
          rows={menu.versions}
          rowKey={({ id }) => id}
          rowHref={({ number }) => `${path}/versions/${number}`}
          path={path}
          query={query}
        />
      </Panel>
      <Panel title={timeline('title')}>
        <RecordTimeline happenings={happenings} namespace="menus" />
      </Panel>
    </div>
  )
}

/** What can be done with the version that is worked on. */
async function Steps({ menu, writes, publishes }: { menu: MenuDetail; writes: boolean; publishes: boolean }) {
  const t = await getTranslations('menus')
  const { working } = menu
  const action = (step: string) => `/api/v1/menus/${menu.id}/${step}`
  if (!working) {
    if (!writes) return null
    return (
      <ActionButton
        trigger={t('startDraft')}
        triggerKind="primary"
        title={t('startDraft')}
        why={t('startDraftWhy')}
        confirm={t('startDraft')}
        action={action('draft')}
        body={{}}
      />
    )
  }
  const body = { version: working.version }
  if (working.state === 'draft') {
    if (!writes) return null
    return (
      <>
        <LinkButton href={`/office/menus/${menu.id}/items/new`} icon="plus">
          {t('addItem')}
        </LinkButton>
        <ActionButton
          trigger={t('send')}
          triggerKind="primary"
          title={t('send')}
          why={t('sendWhy')}
          confirm={t('send')}
          action={action('review')}
          body={body}
          asks={[{ type: 'text', name: 'note', label: t('note') }]}
        />
        {menu.versions.length > 1 && (
          <ActionButton
            trigger={t('discard')}
            title={t('discard')}
            why={t('discardWhy')}
            confirm={t('discard')}
            danger
            action={action('discard')}
            body={body}
          />
        )}
      </>
    )
  }
  return (
    <>
      {publishes && (
        <ActionButton
          trigger={t('publish')}
          triggerKind="primary"
          title={t('publish')}
          why={t('publishWhy')}
          confirm={t('publish')}
          action={action('publication')}
          body={body}
        />
      )}
      {writes && (
        <ActionButton
          trigger={t('return')}
          title={t('return')}
          why={t('returnWhy')}
          confirm={t('return')}
          action={action('return')}
          body={body}
          asks={[{ type: 'text', name: 'reason', label: t('returnReason'), required: true }]}
        />
      )}
    </>
  )
}

async function Changes({
  changes,
  path,
  query,
}: {
  changes: ItemChange<ItemRow>[]
  path: string
  query: PageQuery
}) {
  const t = await getTranslations('menus')
  const columns: Column<ItemChange<ItemRow>>[] = [
    { key: 'item', header: t('fields.item'), names: true, cell: ({ item }) => item.name },
    {
      key: 'kind',
      header: t('fields.change'),
      cell: ({ kind }) => <Badge tone={TONES[kind]}>{t(`changeKinds.${kind}`)}</Badge>,
    },
    {
      key: 'fields',
      header: t('changes'),
      cell: (change) =>
        change.kind === 'changed' ? change.fields.map((field) => t(`fields.${field}`)).join('、') : '—',
    },
  ]
  if (changes.length === 0) return <p className="text-ink-soft">{t('noChanges')}</p>
  return (
    <DataTable
      caption={t('changes')}
      columns={columns}
      rows={changes}
      rowKey={({ item, kind }) => `${kind} ${item.id}`}
      path={path}
      query={query}
    />
  )
}

import { getFormatter, getTranslations } from 'next-intl/server'
import { communityOptions } from '@/features/places/communities/queries'
import { type ConsultationRow, listConsultations } from '@/features/surveys/consultations/queries'
import { consultationFilter } from '@/features/surveys/consultations/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { holds } from '@/server/principal'
import { todayOf } from '@/server/term'
import { Badge } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'
import { PrintButton } from '@/ui/print-button'

const PATH = '/office/consultations'

export default async function ConsultationsPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('consultations.read')
  const query = await searchParams
  const filter = filterFrom(consultationFilter, query)
  const [t, format, page, communities] = await Promise.all([
    getTranslations('consultations'),
    getFormatter(),
    listConsultations(act, filter),
    communityOptions(act, 'consultations.read'),
  ])
  const today = todayOf(act.now)
  const followUpState = ({ followUp, followUpDueOn, followedUpOn }: ConsultationRow) => {
    if (!followUp) return null
    if (followedUpOn) return 'done'
    return followUpDueOn && followUpDueOn < today ? 'overdue' : 'open'
  }
  const columns: Column<ConsultationRow>[] = [
    { key: 'topic', header: t('fields.topic'), names: true, cell: ({ topic }) => topic },
    { key: 'heldAt', header: t('fields.heldAt'), cell: ({ heldAt }) => format.dateTime(heldAt, 'moment') },
    { key: 'community', header: t('fields.community'), cell: ({ community }) => community.name },
    {
      key: 'compound',
      header: t('fields.compound'),
      cell: ({ compound }) => compound?.name ?? t('wholeCommunity'),
    },
    { key: 'place', header: t('fields.place'), optional: true, cell: ({ place }) => place },
    {
      key: 'peopleCount',
      header: t('fields.peopleCount'),
      numeric: true,
      optional: true,
      cell: ({ peopleCount }) => peopleCount,
    },
    {
      key: 'followUp',
      header: t('fields.followUp'),
      cell: (row) => {
        const state = followUpState(row)
        return state ? (
          <Badge tone={state === 'done' ? 'good' : state === 'overdue' ? 'bad' : 'note'}>
            {t(`followUps.${state}`)}
          </Badge>
        ) : (
          '—'
        )
      },
    },
    {
      key: 'published',
      header: t('fields.published'),
      cell: ({ publishedAt }) =>
        publishedAt ? <Badge tone="good">{t('published')}</Badge> : t('notPublished'),
    },
  ]
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
      sort={{ by: 'heldAt', direction: 'desc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        { name: 'community', label: t('fields.community'), all: t('allCommunities'), options: communities },
        {
          name: 'published',
          label: t('fields.published'),
          all: t('allPublished'),
          options: [
            { value: 'yes', label: t('published') },
            { value: 'no', label: t('notPublished') },
          ],
        },
        {
          name: 'followUp',
          label: t('fields.followUp'),
          all: t('allFollowUps'),
          options: (['open', 'overdue', 'done'] as const).map((value) => ({
            value,
            label: t(`followUps.${value}`),
          })),
        },
      ]}
      dates={[
        { name: 'from', label: t('from') },
        { name: 'to', label: t('to') },
      ]}
      actions={
        holds(act.principal, 'consultations.write') && (
          <LinkButton href={`${PATH}/new`} kind="primary" icon="plus">
            {t('add')}
          </LinkButton>
        )
      }
      tools={
        <>
          <PrintButton label={t('print')} size="small" />
          {holds(act.principal, 'registers.export') && (
            <ExportButton
              label={t('export')}
              failed={t('exportFailed')}
              action="/api/v1/consultations/export"
              body={exported}
            />
          )}
        </>
      }
      empty={<EmptyState title={t('emptyTitle')} why={t('emptyWhy')} />}
    />
  )
}

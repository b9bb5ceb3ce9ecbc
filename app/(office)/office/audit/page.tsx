import { getFormatter, getTranslations } from 'next-intl/server'
import { actionWords, kindWords } from '@/features/people/audit/components/audit-words'
import { type AuditRow, listAudit, MOST_COUNTED } from '@/features/people/audit/queries'
import { kindNamespace } from '@/features/people/audit/rules'
import { auditFilter, OUTCOMES } from '@/features/people/audit/schema'
import { ChangeList } from '@/features/people/timeline/components/change-list'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { Status } from '@/ui/badge'
import type { Column } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import { ExportButton } from '@/ui/export-button'
import { LinkButton } from '@/ui/link-button'
import { ListPage } from '@/ui/list-page'
import type { PageQuery } from '@/ui/page-address'

const PATH = '/office/audit'
const TONES: Record<string, 'good' | 'warn' | 'bad'> = { done: 'good', refused: 'warn', denied: 'bad' }

export default async function AuditPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('audit.read')
  const query = await searchParams
  const filter = filterFrom(auditFilter, query)
  const [t, format, actions, kinds, page] = await Promise.all([
    getTranslations('audit'),
    getFormatter(),
    actionWords(),
    kindWords(),
    listAudit(act, filter),
  ])
  const columns: Column<AuditRow>[] = [
    { key: 'at', header: t('fields.at'), names: true, cell: ({ at }) => format.dateTime(at, 'moment') },
    { key: 'actor', header: t('fields.actor'), cell: ({ actor }) => actor },
    {
      key: 'action',
      header: t('fields.action'),
      cell: ({ action }) => actions.get(action) ?? <code className="break-all">{action}</code>,
    },
    {
      key: 'outcome',
      header: t('fields.outcome'),
      cell: ({ outcome }) => (
        <Status tone={TONES[outcome] ?? 'warn'}>
          {t.has(`outcomes.${outcome}`) ? t(`outcomes.${outcome}`) : outcome}
        </Status>
      ),
    },
    {
      key: 'kind',
      header: t('fields.kind'),
      optional: true,
      cell: ({ subjectKind }) => (subjectKind ? (kinds.get(subjectKind) ?? subjectKind) : '—'),
    },
    {
      key: 'changes',
      header: t('fields.changes'),
      cell: ({ changes, reason, subjectKind }) => (
        <div className="sm:min-w-48 break-words">
          <ChangeList changes={changes} namespace={kindNamespace(subjectKind)} />
          {reason && <span className="block">{t('reason', { reason })}</span>}
          {changes.length === 0 && !reason && '—'}
        </div>
      ),
    },
    {
      key: 'subject',
      header: t('fields.subjectId'),
      optional: 'off',
      cell: ({ subjectId }) => <code className="break-all">{subjectId ?? '—'}</code>,
    },
    {
      key: 'request',
      header: t('fields.requestId'),
      optional: 'off',
      cell: ({ requestId }) => <code className="break-all">{requestId}</code>,
    },
  ]
  const { cursor: _cursor, columns: _columns, ...exported } = filter
  return (
    <ListPage
      title={t('title')}
      lead={page.total >= MOST_COUNTED ? t('leadMany', { most: MOST_COUNTED }) : t('lead')}
      path={PATH}
      query={query}
      page={page}
      columns={columns}
      rowKey={({ id }) => id}
      sort={{ by: 'at', direction: 'desc' }}
      search={{ label: t('search'), placeholder: t('searchExample') }}
      selects={[
        {
          name: 'action',
          label: t('fields.action'),
          all: t('allActions'),
          options: [...actions].map(([value, label]) => ({ value, label })),
        },
        {
          name: 'outcome',
          label: t('fields.outcome'),
          all: t('allOutcomes'),
          options: OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) })),
        },
        {
          name: 'kind',
          label: t('fields.kind'),
          all: t('allKinds'),
          options: [...kinds].map(([value, label]) => ({ value, label })),
        },
      ]}
      dates={[
        { name: 'from', label: t('from') },
        { name: 'to', label: t('to') },
      ]}
      tools={
        <ExportButton
          label={t('export')}
          failed={t('exportFailed')}
          action="/api/v1/audit/export"
          body={exported}
        />
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

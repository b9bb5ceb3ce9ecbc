import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { type Trial, tryRules } from '@/features/requests/dispatch/rulebook/queries'
import { trialFilter } from '@/features/requests/dispatch/rulebook/schema'
import { pageAct } from '@/server/page'
import { filterFrom } from '@/server/page-filter'
import { type Column, DataTable } from '@/ui/data-table'
import { EmptyState } from '@/ui/empty-state'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'
import { TextLink } from '@/ui/text-link'

const LIST = '/office/dispatch-rules'
const PATH = `${LIST}/trial`

/** What the rules would have made of the last thirty days: nothing is moved. */
export default async function DispatchTrialPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('requests.settings')
  const filter = filterFrom(trialFilter, await searchParams)
  const [t, format, locale, trial] = await Promise.all([
    getTranslations('dispatch-rules'),
    getFormatter(),
    getLocale(),
    tryRules(act, filter),
  ])
  const address = (rule: string | undefined, page = 1) =>
    `${PATH}?${new URLSearchParams({ ...(rule ? { rule } : {}), ...(page > 1 ? { page: String(page) } : {}) })}`
  const counts: Column<Trial['counts'][number]>[] = [
    {
      key: 'name',
      header: t('fields.name'),
      names: true,
      cell: ({ id, name }) => <TextLink href={address(id ?? 'none')}>{name ?? t('noRule')}</TextLink>,
    },
    { key: 'count', header: t('fields.count'), cell: ({ count }) => format.number(count) },
    {
      key: 'share',
      header: t('fields.share'),
      cell: ({ count }) =>
        trial.total === 0
          ? '—'
          : format.number(count / trial.total, { style: 'percent', maximumFractionDigits: 1 }),
    },
  ]
  const columns: Column<Trial['rows'][number]>[] = [
    {
      key: 'number',
      header: t('fields.number'),
      names: true,
      cell: ({ id, number }) => <TextLink href={`/office/requests/${id}`}>{number}</TextLink>,
    },
    { key: 'at', header: t('fields.at'), cell: ({ createdAt }) => format.dateTime(createdAt, 'moment') },
    {
      key: 'category',
      header: t('fields.category'),
      cell: ({ category }) => (locale === 'en' ? category.nameEn : category.name),
    },
    { key: 'place', header: t('fields.place'), cell: ({ place }) => place },
    { key: 'rule', header: t('fields.taken'), cell: ({ rule }) => rule ?? t('noRule') },
    {
      key: 'why',
      header: t('fields.why'),
      cell: ({ passed }) =>
        passed.length === 0
          ? t('first')
          : passed.map(({ name, why }) => t('passedBy', { name, why: t(`misfits.${why}`) })).join('；'),
    },
    { key: 'worker', header: t('fields.really'), cell: ({ worker }) => worker ?? '—' },
  ]
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={t('trial')}
        lead={t('trialLead', { total: trial.total })}
        crumbs={[{ label: t('title'), href: LIST }, { label: t('trial') }]}
      />
      <Panel title={t('byRule')}>
        <DataTable
          caption={t('byRuleTable')}
          path={PATH}
          query={{}}
          rows={trial.counts}
          rowKey={({ id }) => id ?? 'none'}
          columns={counts}
        />
      </Panel>
      <Panel title={t('byRequest')}>
        <div className="flex flex-col gap-3">
          {filter.rule && (
            <p>
              <TextLink href={PATH}>{t('showAll')}</TextLink>
            </p>
          )}
          {trial.rows.length === 0 ? (
            <EmptyState title={t('noRequests')} why={t('noRequestsWhy')} />
          ) : (
            <DataTable
              caption={t('byRequestTable')}
              path={PATH}
              query={{}}
              rows={trial.rows}
              rowKey={({ id }) => id}
              columns={columns}
            />
          )}
          {trial.pages > 1 && (
            <nav aria-label={t('pages')} className="flex flex-wrap items-center gap-3">
              {filter.page > 1 && (
                <TextLink href={address(filter.rule, filter.page - 1)}>{t('back')}</TextLink>
              )}
              <span>{t('page', { page: filter.page, pages: trial.pages })}</span>
              {filter.page < trial.pages && (
                <TextLink href={address(filter.rule, filter.page + 1)}>{t('next')}</TextLink>
              )}
            </nav>
          )}
        </div>
      </Panel>
    </div>
  )
}

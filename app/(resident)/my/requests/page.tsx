import type { Route } from 'next'
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { listOwnRequests } from '@/features/requests/own-requests/queries'
import { pageAct } from '@/server/page'
import { Status } from '@/ui/badge'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { Panel } from '@/ui/panel'
import { RecordForm } from '@/ui/record-form'
import { PageHeading } from '../page-heading'

/** What the resident reported or follows, and where it stands. */
export default async function MyRequestsPage() {
  const act = await pageAct('residents.own')
  const [t, track, format, locale, requests] = await Promise.all([
    getTranslations('my'),
    getTranslations('track'),
    getFormatter(),
    getLocale(),
    listOwnRequests(act),
  ])
  return (
    <div className="flex flex-col gap-5">
      <PageHeading title={t('requestsTitle')} lead={t('requestsLead')} />
      <p>
        <LinkButton href="/my/requests/new" kind="primary" icon="wrench">
          {t('report')}
        </LinkButton>
      </p>
      {requests.length === 0 ? (
        <EmptyState title={t('noRequests')} why={t('noRequestsWhy')} icon="bell" />
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-lg border border-line bg-surface">
          {requests.map(({ id, number, state, createdAt, category, compound, building }) => (
            <li key={id}>
              <Link
                href={`/my/requests/${id}` as Route}
                prefetch={false}
                className="flex flex-col gap-1 px-4 py-3 no-underline"
              >
                <span className="flex flex-wrap items-center justify-between gap-2">
                  <span className="text-lg font-semibold text-link">
                    {locale === 'en' ? category.nameEn : category.name}
                  </span>
                  <Status
                    tone={
                      state === 'closed'
                        ? 'good'
                        : state === 'to_rate' || state === 'waiting'
                          ? 'warn'
                          : 'note'
                    }
                  >
                    {track(`states.${state}`)}
                  </Status>
                </span>
                <span className="text-sm text-ink-soft">
                  {compound.name} {building?.name} · {number} · {format.dateTime(createdAt, 'moment')}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Panel title={t('takeTitle')}>
        <p>{t('takeWhy')}</p>
        <RecordForm
          action="/api/v1/own-requests/tracks"
          method="POST"
          fields={[{ kind: 'text', name: 'token', label: track('findLabel'), required: true, maxLength: 60 }]}
          submit={t('take')}
          cancel={{ label: t('back'), href: '/my' }}
          doneHref="/my/requests/{id}"
        />
      </Panel>
    </div>
  )
}

import type { Route } from 'next'
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { addressOf, householdsOf } from '@/features/people/own-households/queries'
import { categoriesOf } from '@/features/requests/intake/queries'
import { similarAround } from '@/features/requests/own-requests/queries'
import { WHERES } from '@/features/requests/own-requests/schema'
import { pageAct } from '@/server/page'
import { ActionButton } from '@/ui/action-button'
import { Alert } from '@/ui/alert'
import { EmptyState } from '@/ui/empty-state'
import { LinkButton } from '@/ui/link-button'
import { addressWith, type PageQuery } from '@/ui/page-address'
import { Panel } from '@/ui/panel'
import { RecordForm } from '@/ui/record-form'
import { PageHeading } from '../../page-heading'

const PATH = '/my/requests/new'

/** A report from home: what kind first, then the words; who sees the same trouble reported already may follow it. */
export default async function NewOwnRequestPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('residents.own')
  const query = await searchParams
  const [t, track, format, locale, households, categories] = await Promise.all([
    getTranslations('my'),
    getTranslations('track'),
    getFormatter(),
    getLocale(),
    householdsOf(act),
    categoriesOf(act),
  ])
  const household = households.find(({ id }) => id === query.household) ?? households[0]
  if (!household)
    return (
      <div className="flex flex-col gap-5">
        <PageHeading title={t('report')} />
        <EmptyState
          title={t('noHousehold')}
          why={t('reportWithout')}
          icon="building"
          action={
            <>
              <LinkButton href="/my/households/claim" kind="primary">
                {t('claim')}
              </LinkButton>
              <LinkButton href="/">{t('findSheet')}</LinkButton>
            </>
          }
        />
      </div>
    )
  const nameOf = (one: (typeof categories)[number]) => (locale === 'en' ? one.nameEn : one.name)
  const category = categories.find(({ id }) => id === query.category)
  if (!category) {
    const groups = [...new Set(categories.map(({ group }) => group))]
    return (
      <div className="flex flex-col gap-5">
        <PageHeading title={t('report')} lead={addressOf(household)} />
        {groups.map((group) => {
          const within = categories.filter((one) => one.group === group)
          const title = (locale === 'en' ? within[0]?.groupEn : group) ?? group
          return (
            <section key={group} aria-label={title} className="flex flex-col gap-2">
              <h2 className="text-lg font-semibold">{title}</h2>
              <ul className="grid grid-cols-1 gap-2 sm:grid-cols-2">
                {within.map((one) => (
                  <li key={one.id}>
                    <Link
                      href={addressWith(PATH, query, { household: household.id, category: one.id }) as Route}
                      prefetch={false}
                      className="flex min-h-14 items-center rounded-lg border border-line bg-surface px-4 py-2 text-base"
                    >
                      {nameOf(one)}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    )
  }
  const similar = await similarAround(act, household, category.id)
  return (
    <div className="flex flex-col gap-5">
      <PageHeading title={nameOf(category)} lead={addressOf(household)} />
      {category.danger && (
        <Alert tone="bad" title={t('dangerTitle', { number: category.danger })}>
          {t('dangerWhy')}
        </Alert>
      )}
      {similar.length > 0 && (
        <Panel title={t('similar')}>
          <ul className="flex flex-col gap-3">
            {similar.map(({ id, number, state, building, createdAt }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-2">
                <span>
                  {building ?? t('wholeCompound')} · {track(`states.${state}`)} ·{' '}
                  {format.dateTime(createdAt, 'moment')}
                </span>
                <ActionButton
                  trigger={t('follow', { number })}
                  title={t('followTitle')}
                  why={t('followWhy')}
                  confirm={t('followTitle')}
                  action={`/api/v1/own-requests/${id}/follow`}
                  body={{}}
                />
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <RecordForm
        action="/api/v1/own-requests"
        method="POST"
        also={{ householdId: household.id, categoryId: category.id }}
        fields={[
          { kind: 'paragraph', name: 'words', label: t('words'), required: true, maxLength: 2_000 },
          {
            kind: 'select',
            name: 'where',
            label: t('where'),
            value: 'stairwell',
            required: true,
            options: WHERES.map((value) => ({ value, label: t(`wheres.${value}`) })),
          },
          { kind: 'text', name: 'place', label: t('place'), maxLength: 100 },
          { kind: 'checkbox', name: 'mayCall', label: t('mayCall'), value: true },
        ]}
        submit={t('send')}
        cancel={{ label: t('back'), href: `${PATH}?household=${household.id}` }}
        doneHref="/my/requests/{id}"
      />
    </div>
  )
}

import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { addDays, dayOf, instantAt, weekdayOf } from '@/core/instants'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { calendarAround } from '@/features/places/calendar/queries'
import { examplesOf } from '@/features/requests/categories/allowances/rules'
import { findCategory } from '@/features/requests/categories/queries'
import { categoryKey } from '@/features/requests/categories/schema'
import type { Policy } from '@/features/requests/deadlines/rules'
import { pageAct } from '@/server/page'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DataTable } from '@/ui/data-table'
import { DescriptionList } from '@/ui/description-list'
import { LinkButton } from '@/ui/link-button'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

const LIST = '/office/request-categories'
const NINE_AT_NIGHT = 21 * 60
const SATURDAY = 6

/** This moment, the next Saturday night, and the eve of the next National Day holiday. */
function momentsToShow(now: Date): Date[] {
  const today = dayOf(now)
  const saturday = addDays(today, (SATURDAY - weekdayOf(today) + 7) % 7)
  const year = Number(today.slice(0, 4))
  const eve = today < `${year}-09-30` ? `${year}-09-30` : `${year + 1}-09-30`
  return [now, instantAt(saturday, NINE_AT_NIGHT), instantAt(eve, 17 * 60)]
}

export default async function RequestCategoryPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('requests.settings')
  const key = categoryKey.safeParse(await params)
  const category = key.success ? await findCategory(act, key.data.id) : null
  if (!category) notFound()
  const { id, version, policies } = category
  const [t, format, locale, calendar, happenings] = await Promise.all([
    getTranslations('request-categories'),
    getFormatter(),
    getLocale(),
    calendarAround(act.tx, act.principal.streetId, act.now),
    timelineOf(act, 'category', id),
  ])
  const name = locale === 'en' ? category.nameEn : category.name
  const written = (amount: number | null, unit: string | null) =>
    amount && unit ? t(`amount.${unit as 'hours'}`, { amount }) : t('notAsked')
  const levelOf = (stars: number) => (stars === 0 ? t('allLevels') : t('stars', { stars }))
  const general = policies.find(({ stars }) => stars === 0)
  const policy = general && {
    ...(general.acceptAmount && general.acceptUnit
      ? { accept: { amount: general.acceptAmount, unit: general.acceptUnit } }
      : {}),
    ...(general.arriveAmount && general.arriveUnit
      ? { arrive: { amount: general.arriveAmount, unit: general.arriveUnit } }
      : {}),
    resolve: { amount: general.resolveAmount, unit: general.resolveUnit },
  }
  const examples = policy ? examplesOf(policy as Policy, momentsToShow(act.now), calendar) : []
  const without = [1, 2, 3, 4, 5].filter((stars) => !policies.some((one) => one.stars === stars))
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={name}
        crumbs={[{ label: t('title'), href: LIST }, { label: name }]}
        lead={category.endedAt && <Badge tone="warn">{t('ended')}</Badge>}
        actions={
          category.endedAt ? (
            <ActionButton
              trigger={t('resume')}
              title={t('resumeTitle', { name })}
              why={t('resumeWhy')}
              confirm={t('resume')}
              action={`/api/v1/request-categories/${id}/resumption`}
              body={{ version }}
            />
          ) : (
            <>
              <LinkButton href={`${LIST}/${id}/edit`} kind="primary">
                {t('edit')}
              </LinkButton>
              <ActionButton
                trigger={t('end')}
                title={t('endTitle', { name })}
                why={t('endWhy')}
                confirm={t('end')}
                danger
                action={`/api/v1/request-categories/${id}/end`}
                body={{ version }}
              />
            </>
          )
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel={t('notKnown')}
          items={[
            { term: t('fields.name'), value: category.name },
            { term: t('fields.nameEn'), value: category.nameEn },
            { term: t('fields.group'), value: category.group },
            { term: t('fields.code'), value: category.code },
            { term: t('fields.danger'), value: category.danger ?? t('noDanger') },
            { term: t('fields.skill'), value: category.skill ?? t('noSkill') },
            { term: t('fields.hint'), value: category.hint, wide: true },
          ]}
        />
      </Panel>
      <Panel title={t('allowances')}>
        <div className="flex flex-col gap-3">
          <DataTable
            caption={t('allowancesOf', { name })}
            path={`${LIST}/${id}`}
            query={{}}
            rows={policies}
            rowKey={(one) => one.id}
            columns={[
              { key: 'level', header: t('fields.level'), names: true, cell: ({ stars }) => levelOf(stars) },
              {
                key: 'accept',
                header: t('fields.accept'),
                cell: (one) => written(one.acceptAmount, one.acceptUnit),
              },
              {
                key: 'arrive',
                header: t('fields.arrive'),
                cell: (one) => written(one.arriveAmount, one.arriveUnit),
              },
              {
                key: 'resolve',
                header: t('fields.resolve'),
                cell: (one) => written(one.resolveAmount, one.resolveUnit),
              },
              ...(category.endedAt
                ? []
                : [
                    {
                      key: 'action',
                      header: t('fields.action'),
                      cell: ({ stars }: { stars: number }) => (
                        <span className="flex flex-wrap gap-2">
                          <LinkButton href={`${LIST}/${id}/allowances?stars=${stars}`} size="small">
                            {t('setAllowance')}
                          </LinkButton>
                          {stars > 0 && (
                            <ActionButton
                              trigger={t('removeAllowance')}
                              title={t('removeTitle', { stars })}
                              why={t('removeWhy')}
                              confirm={t('removeAllowance')}
                              danger
                              action={`/api/v1/request-categories/${id}/allowances/removal`}
                              body={{ stars }}
                            />
                          )}
                        </span>
                      ),
                    },
                  ]),
            ]}
          />
          {!category.endedAt && (
            <p className="flex flex-wrap gap-2">
              {without.map((stars) => (
                <LinkButton key={stars} href={`${LIST}/${id}/allowances?stars=${stars}`} size="small">
                  {t('addAllowance', { stars })}
                </LinkButton>
              ))}
            </p>
          )}
        </div>
      </Panel>
      {examples.length > 0 && (
        <Panel title={t('examples')}>
          <div className="flex flex-col gap-2">
            <p className="text-sm text-ink-soft">{t('examplesLead')}</p>
            <DataTable
              caption={t('examplesOf', { name })}
              path={`${LIST}/${id}`}
              query={{}}
              rows={examples}
              rowKey={({ at }) => at.toISOString()}
              columns={[
                {
                  key: 'at',
                  header: t('reportedAt'),
                  names: true,
                  cell: ({ at }) => format.dateTime(at, 'moment'),
                },
                ...(['accept', 'arrive', 'resolve'] as const).map((kind) => ({
                  key: kind,
                  header: t(`fields.${kind}`),
                  cell: ({ due }: (typeof examples)[number]) => {
                    const dueAt = due.find((one) => one.kind === kind)?.dueAt
                    return dueAt ? format.dateTime(dueAt, 'moment') : t('notAsked')
                  },
                })),
              ]}
            />
          </div>
        </Panel>
      )}
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="request-categories" />
      </Panel>
    </div>
  )
}

import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { RecordTimeline } from '@/features/people/timeline/components/record-timeline'
import { timelineOf } from '@/features/people/timeline/queries'
import { formatHours } from '@/features/providers/hours/wording/rules'
import { FlexibleHoursForm } from '@/features/sheets/flexible-hours/components/flexible-hours-form'
import { findFlexibleHours } from '@/features/sheets/flexible-hours/queries'
import { flexibleHoursKey } from '@/features/sheets/flexible-hours/schema'
import { pageAct } from '@/server/page'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { DescriptionList } from '@/ui/description-list'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

export default async function HoursRowPage({ params }: { params: Promise<{ id: string }> }) {
  const act = await pageAct('sheets.read')
  const key = flexibleHoursKey.safeParse(await params)
  const row = key.success ? await findFlexibleHours(act, key.data.id) : null
  if (!row) notFound()
  const t = await getTranslations('flexible-hours')
  const happenings = await timelineOf(act, 'flexible-hours', row.id)
  const writes = row.writable && !row.endedAt
  const locale = (await getLocale()) === 'en' ? 'en' : 'zh-CN'
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        title={row.title}
        crumbs={[{ label: t('title'), href: '/office/hours' }, { label: row.title }]}
        lead={
          <span className="flex flex-wrap gap-2">
            <Badge>{row.community?.name ?? t('wholeStreet')}</Badge>
            {!row.understood && <Badge tone="warn">{t('notUnderstood')}</Badge>}
            {row.endedAt && <Badge tone="warn">{t('ended')}</Badge>}
          </span>
        }
        actions={
          writes && (
            <ActionButton
              trigger={t('end')}
              title={t('endTitle')}
              why={t('endWhy')}
              confirm={t('end')}
              danger
              action={`/api/v1/flexible-hours/${row.id}/end`}
              body={{ version: row.version }}
            />
          )
        }
      />
      <Panel>
        <DescriptionList
          emptyLabel={t('notKnown')}
          items={[
            { term: t('fields.hoursText'), value: row.hoursText },
            {
              term: t('fields.understood'),
              value: row.understood ? formatHours(row.understood, locale) : t('shownAsWritten'),
            },
            { term: t('fields.place'), value: row.place },
            { term: t('fields.phone'), value: row.phone },
          ]}
        />
      </Panel>
      {writes && (
        <Panel title={t('edit')}>
          <FlexibleHoursForm row={row} communities={[]} forStreet={false} position={row.position} />
        </Panel>
      )}
      <Panel title={(await getTranslations('timeline'))('title')}>
        <RecordTimeline happenings={happenings} namespace="flexible-hours" />
      </Panel>
    </div>
  )
}

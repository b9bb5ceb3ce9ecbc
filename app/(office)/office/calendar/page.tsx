import { getTranslations } from 'next-intl/server'
import { dayOf, yearOf } from '@/core/instants'
import { CalendarDays } from '@/features/places/calendar/components/calendar-days'
import { CalendarNotices } from '@/features/places/calendar/components/calendar-notices'
import { NewDayForm } from '@/features/places/calendar/components/new-day-form'
import { calendarOfYear, calendarStates } from '@/features/places/calendar/queries'
import { calendarYear } from '@/features/places/calendar/schema'
import { pageAct } from '@/server/page'
import { holds } from '@/server/principal'
import { LinkButton } from '@/ui/link-button'
import type { PageQuery } from '@/ui/page-address'
import { PageHeader } from '@/ui/page-header'
import { Panel } from '@/ui/panel'

export default async function CalendarPage({ searchParams }: { searchParams: Promise<PageQuery> }) {
  const act = await pageAct('places.read')
  const asked = calendarYear.safeParse(await searchParams)
  const year = asked.success ? asked.data.year : yearOf(dayOf(act.now))
  const t = await getTranslations('calendar')
  const [days, states] = await Promise.all([calendarOfYear(act, year), calendarStates(act)])
  const writes = holds(act.principal, 'settings.manage')
  return (
    <div className="flex flex-col gap-4">
      <PageHeader title={t('title')} lead={t('lead')} />
      <CalendarNotices states={states} writes={writes} />
      <Panel
        title={t('daysOf', { year: String(year) })}
        actions={
          <>
            <LinkButton href={`/office/calendar?year=${year - 1}`} icon="chevron-left" size="small">
              {t('year', { year: String(year - 1) })}
            </LinkButton>
            <LinkButton href={`/office/calendar?year=${year + 1}`} icon="chevron-right" size="small">
              {t('year', { year: String(year + 1) })}
            </LinkButton>
          </>
        }
      >
        {days.length === 0 ? (
          <p className="text-sm text-ink-soft">{t('empty', { year: String(year) })}</p>
        ) : (
          <CalendarDays days={days} writes={writes} />
        )}
      </Panel>
      {writes && (
        <Panel title={t('add')}>
          <NewDayForm year={year} />
        </Panel>
      )}
    </div>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { type Day, formatMonthDay, formatWeekday, type Locale } from '@/core/instants'
import { LinkButton } from '@/ui/link-button'

/** The days on which times are free, each leading to its times. */
export function DayLinks({
  days,
  chosen,
  hrefOf,
}: {
  days: readonly Day[]
  chosen: Day | null
  hrefOf: (day: Day) => string
}) {
  const t = useTranslations('orders')
  const locale = useLocale() as Locale
  return (
    <nav aria-label={t('chooseDay')} className="flex flex-wrap gap-2">
      {days.map((day) => (
        <LinkButton key={day} href={hrefOf(day)} {...(day === chosen ? { kind: 'primary' as const } : {})}>
          {`${formatMonthDay(day, locale)} ${formatWeekday(day, locale)}`}
        </LinkButton>
      ))}
    </nav>
  )
}

import { useFormatter, useTranslations } from 'next-intl'
import { Badge } from '@/ui/badge'
import { TextLink } from '@/ui/text-link'
import type { Ending } from '../rules'

/** Terms of one month, each with its buildings and what has been done about it. */
export function EndingList({ endings }: { endings: readonly Ending[] }) {
  const t = useTranslations('captain-terms')
  const format = useFormatter()
  const day = (date: string) => format.dateTime(new Date(`${date}T00:00:00Z`), 'day')
  return (
    <ul className="flex flex-col divide-y divide-line text-sm">
      {endings.map(({ appointmentId, person, endsOn, isOverdue, sites }) => (
        <li key={`${appointmentId} ${endsOn}`} className="flex flex-col gap-0.5 py-2">
          <span className="flex flex-wrap items-center gap-x-3">
            <span className="font-medium">
              <TextLink href={`/office/captains/${appointmentId}`}>{person}</TextLink>
            </span>
            <span className="text-ink-soft">{t('lastDay', { day: day(endsOn) })}</span>
            {isOverdue && <Badge tone="bad">{t('overdue')}</Badge>}
          </span>
          {sites.map(({ id, name, election, next, gapDays }) => (
            <span key={id} className="flex flex-wrap items-center gap-x-3">
              <span>{name}</span>
              {next && gapDays === 0 && <Badge tone="good">{t('followed')}</Badge>}
              {next && gapDays !== null && gapDays > 0 && (
                <Badge tone="warn">{t('gap', { days: gapDays })}</Badge>
              )}
              {election ? (
                <TextLink href={`/office/elections/${election.id}`}>{t('underWay')}</TextLink>
              ) : (
                !next && <span className="text-ink-faint">{t('nothingYet')}</span>
              )}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}

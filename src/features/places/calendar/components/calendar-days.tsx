import { useLocale, useTranslations } from 'next-intl'
import { formatDay } from '@/core/instants'
import type { CalendarDay } from '@/core/workdays'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'

/** A year's holidays and make-up workdays; whoever may write renames a day or takes it out. */
export function CalendarDays({ days, writes }: { days: readonly CalendarDay[]; writes: boolean }) {
  const t = useTranslations('calendar')
  const locale = useLocale() === 'en' ? 'en' : 'zh-CN'
  return (
    <ul className="flex flex-col">
      {days.map(({ day, kind, name }) => {
        const was = { wasKind: kind, wasName: name }
        const other = kind === 'holiday' ? 'workday' : 'holiday'
        const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
        return (
          <li
            key={day}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1 text-sm"
          >
            <span className="min-w-44 tabular-nums">{formatDay(day, locale)}</span>
            <Badge tone={kind === 'holiday' ? 'good' : 'note'}>{t(`kinds.${kind}`)}</Badge>
            <span className="me-auto">{name}</span>
            {writes && (
              <span className="flex flex-wrap gap-2">
                <ActionButton
                  trigger={t('rename')}
                  triggerKind="quiet"
                  title={t('renameTitle', { day: formatDay(day, locale) })}
                  why={t('renameWhy')}
                  confirm={t('save')}
                  action={`/api/v1/calendar/${day}`}
                  method="PATCH"
                  body={{ kind, ...was }}
                  asks={[
                    { name: 'name', label: t('fields.name'), type: 'text', value: name, required: true },
                  ]}
                />
                {isWeekend && (
                  <ActionButton
                    trigger={t(`to.${other}`)}
                    triggerKind="quiet"
                    title={t(`to.${other}`)}
                    why={t('changeWhy', { day: formatDay(day, locale) })}
                    confirm={t('save')}
                    action={`/api/v1/calendar/${day}`}
                    method="PATCH"
                    body={{ kind: other, name, ...was }}
                  />
                )}
                <ActionButton
                  trigger={t('remove')}
                  triggerKind="quiet"
                  title={t('removeTitle', { day: formatDay(day, locale) })}
                  why={t('removeWhy')}
                  confirm={t('remove')}
                  danger
                  action={`/api/v1/calendar/${day}/removal`}
                  body={was}
                />
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

import { useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import { Alert } from '@/ui/alert'

type YearState = { year: number; isKnown: boolean; isAnnounced: boolean }

/** Says which of the years that matter now has no holidays yet, what that means, and what can be done. */
export function CalendarNotices({ states, writes }: { states: readonly YearState[]; writes: boolean }) {
  const t = useTranslations('calendar')
  return states
    .filter(({ isKnown }) => !isKnown)
    .map(({ year, isAnnounced }) => (
      <Alert key={year} tone="warn" title={t('unknownTitle', { year: String(year) })}>
        <p>{t('unknownWhy')}</p>
        <p>{isAnnounced ? t('canFill') : t('cannotFill')}</p>
        {isAnnounced && writes && (
          <div className="mt-2">
            <ActionButton
              trigger={t('fill', { year: String(year) })}
              title={t('fillTitle', { year: String(year) })}
              why={t('fillWhy')}
              confirm={t('fillConfirm')}
              action="/api/v1/calendar/years"
              body={{ year }}
            />
          </div>
        )}
      </Alert>
    ))
}

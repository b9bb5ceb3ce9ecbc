import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { Locale } from '@/core/instants'
import { Alert } from '@/ui/alert'
import { Panel } from '@/ui/panel'
import { StatTile } from '@/ui/stat-tile'
import { faultText } from '../fault-words'
import { FAULT_CODES, type FaultCode } from '../faults'
import type { ImportDetail } from '../queries'
import { undoUntil } from '../undoing/rules'

/** JSON keeps no order of its own. */
const COUNTED = [
  'compounds',
  'buildings',
  'grids',
  'gridMembers',
  'captains',
  'buildingsWithoutCaptain',
  'providers',
  'crew',
  'partyCommittees',
  'questionnairesIssued',
  'questionnairesReturned',
] as const

/** How an import came out, in words and numbers. */
export function ImportResult({ found, now }: { found: ImportDetail; now: Date }) {
  const t = useTranslations('imports')
  const format = useFormatter()
  const locale = useLocale() as Locale
  const { state, failure, finishedAt, undoneAt, accepted } = found
  const until = finishedAt ? undoUntil(finishedAt) : null
  const failureWords = (code: string, params?: Record<string, string>) =>
    FAULT_CODES.includes(code as FaultCode)
      ? faultText({ code: code as FaultCode, ...(params ? { params } : {}) }, locale)
      : t(`failures.${code}`)
  return (
    <>
      {state === 'failed' && failure && (
        <Alert tone="bad" title={t('failures.title')}>
          {failureWords(failure.code, failure.params)}
        </Alert>
      )}
      {state === 'cancelled' && <Alert tone="neutral">{t('result.cancelled')}</Alert>}
      {state === 'undone' && undoneAt && (
        <Alert tone="neutral">{t('result.undone', { when: format.dateTime(undoneAt, 'moment') })}</Alert>
      )}
      {state === 'done' && until && until > now && (
        <Alert tone="good">{t('result.undoUntil', { until: format.dateTime(until, 'moment') })}</Alert>
      )}
      {state === 'done' && accepted && (
        <Panel title={t('result.title')} flush>
          <div className="grid grid-cols-2 gap-2 sm:grid-cols-3 lg:grid-cols-4">
            {COUNTED.map((noun) => (
              <StatTile key={noun} label={t(`accepted.${noun}`)} value={format.number(accepted[noun])} />
            ))}
          </div>
        </Panel>
      )}
    </>
  )
}

import { useFormatter, useTranslations } from 'next-intl'
import { Timeline } from '@/ui/timeline'
import type { Change } from '../rules'
import { ChangeList } from './change-list'

type Happening = {
  id: string
  at: Date
  actor: string
  action: string
  reason: string | null
  changes: readonly Change[]
}

/** A record's history in words; the namespace holds the names of its fields under `fields`. */
export function RecordTimeline({
  happenings,
  namespace,
}: {
  happenings: readonly Happening[]
  namespace: string
}) {
  const t = useTranslations('timeline')
  const format = useFormatter()
  if (happenings.length === 0) return <p className="text-sm text-ink-faint">{t('none')}</p>
  return (
    <Timeline
      label={t('title')}
      events={happenings.map(({ id, at, actor, action, reason, changes }) => ({
        id,
        at,
        when: format.dateTime(at, 'moment'),
        by: actor,
        title: t.has(`actions.${action}`) ? t(`actions.${action}`) : action,
        detail: (
          <>
            <ChangeList changes={changes} namespace={namespace} />
            {reason && <span className="block">{t('reason', { reason })}</span>}
          </>
        ),
      }))}
    />
  )
}

import { useFormatter, useTranslations } from 'next-intl'
import { Timeline } from '@/ui/timeline'

type Happening = {
  id: string
  at: Date
  actor: string
  action: string
  reason: string | null
  changes: readonly { field: string; from: string | null; to: string | null }[]
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
  const words = useTranslations(namespace)
  const format = useFormatter()
  const fieldName = (field: string) => (words.has(`fields.${field}`) ? words(`fields.${field}`) : field)
  const wordOf = (field: string, value: string | null) => {
    if (value === null) return t('empty')
    if (value === 'true' || value === 'false') return t(value === 'true' ? 'yes' : 'no')
    return words.has(`values.${field}.${value}`) ? words(`values.${field}.${value}`) : value
  }
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
            {changes.map(({ field, from, to }) => (
              <span key={field} className="block">
                {from === null && to === null
                  ? t('changed', { field: fieldName(field) })
                  : t('fromTo', {
                      field: fieldName(field),
                      from: wordOf(field, from),
                      to: wordOf(field, to),
                    })}
              </span>
            ))}
            {reason && <span className="block">{t('reason', { reason })}</span>}
          </>
        ),
      }))}
    />
  )
}

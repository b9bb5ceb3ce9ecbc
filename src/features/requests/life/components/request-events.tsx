import { useFormatter, useTranslations } from 'next-intl'
import { Timeline } from '@/ui/timeline'
import type { Tone } from '@/ui/tone'

type Event = {
  id: string
  at: Date
  kind: string
  actor: string
  words: string | null
  details: unknown
}

type Details = { to?: string; rule?: string; body?: string; receivedAt?: string }

const TONES: Record<string, Tone> = {
  warn: 'warn',
  escalate: 'bad',
  refuse: 'warn',
  return: 'warn',
  'send-back': 'warn',
  'rate-not-satisfied': 'bad',
  'rate-satisfied': 'good',
  pass: 'good',
}

/** What happened to a request, in words, newest first. */
export function RequestEvents({ events }: { events: readonly Event[] }) {
  const t = useTranslations('requests')
  const format = useFormatter()
  return (
    <Timeline
      label={t('events')}
      events={[...events].reverse().map(({ id, at, kind, actor, words, details }) => {
        const { to, rule, body, receivedAt } = (details ?? {}) as Details
        return {
          id,
          at,
          when: format.dateTime(at, 'moment'),
          by: actor,
          title: t.has(`moves.${kind}`) ? t(`moves.${kind}`) : kind,
          ...(TONES[kind] ? { tone: TONES[kind] } : {}),
          detail: (
            <>
              {words && <span className="block whitespace-pre-line">{words}</span>}
              {to && t.has(`levels.${to}`) && (
                <span className="block">{t('told', { level: t(`levels.${to}`) })}</span>
              )}
              {rule && <span className="block">{t('ruleUsed', { rule })}</span>}
              {receivedAt && (
                <span className="block text-ink-soft">
                  {t('sentLater', { at: format.dateTime(new Date(receivedAt), 'moment') })}
                </span>
              )}
              {body && <span className="block">{t('bodyUsed', { body })}</span>}
            </>
          ),
        }
      })}
    />
  )
}

import { useFormatter, useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import { Badge } from '@/ui/badge'
import { Panel } from '@/ui/panel'
import { CONSENT_SOURCES, CONSENT_TEXT } from '../schema'
import { ConsentButton } from './consent-button'

type Consent = { id: string; givenOn: Date; source: string; textVersion: string; withdrawnAt: Date | null }

export type ConsentPanelProps = {
  consents: readonly Consent[]
  /** The owner's address, such as `/api/v1/people/…/consent`. */
  action: string
  hasPhone: boolean
  mayWrite: boolean
  /** Shanghai's calendar day, which a new consent is dated to unless told otherwise. */
  today: string
}

/** Whether a number may stand on contact sheets, since when and by which words; recorded and withdrawn here. */
export function ConsentPanel({ consents, action, hasPhone, mayWrite, today }: ConsentPanelProps) {
  const t = useTranslations('consents')
  const format = useFormatter()
  const inForce = consents.some(({ withdrawnAt }) => withdrawnAt === null)
  const sources = CONSENT_SOURCES.map((value) => ({ value, label: t(`sources.${value}`) }))
  const sourceOf = (source: string) => (t.has(`sources.${source}`) ? t(`sources.${source}`) : source)
  const actions = inForce ? (
    <ActionButton
      trigger={t('withdraw')}
      title={t('withdrawTitle')}
      why={t('withdrawWhy')}
      confirm={t('withdraw')}
      danger
      action={`${action}/withdrawal`}
      body={{}}
      asks={[{ name: 'reason', label: t('reason'), type: 'text', required: true }]}
    />
  ) : (
    hasPhone && (
      <ConsentButton
        action={action}
        sources={sources}
        today={today}
        textVersion={CONSENT_TEXT}
        words={{
          trigger: t('record'),
          title: t('recordTitle'),
          save: t('save'),
          givenOn: t('givenOn'),
          source: t('source'),
          textVersion: t('textVersion'),
          textVersionHint: t('textVersionHint'),
        }}
      />
    )
  )
  return (
    <Panel title={t('title')} actions={mayWrite && actions}>
      <p className="text-sm">{t(inForce ? 'inForce' : hasPhone ? 'none' : 'noPhone')}</p>
      {consents.length > 0 && (
        <ul className="flex flex-col gap-2 text-sm">
          {consents.map((consent) => (
            <li key={consent.id} className="flex flex-wrap items-center gap-x-2">
              <Badge tone={consent.withdrawnAt ? 'neutral' : 'good'}>
                {t(consent.withdrawnAt ? 'withdrawn' : 'given')}
              </Badge>
              <span>
                {t('line', {
                  day: format.dateTime(consent.givenOn, 'day'),
                  source: sourceOf(consent.source),
                  version: consent.textVersion,
                })}
              </span>
              {consent.withdrawnAt && (
                <span className="text-ink-faint">
                  {t('until', { moment: format.dateTime(consent.withdrawnAt, 'moment') })}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

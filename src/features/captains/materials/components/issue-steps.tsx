import { useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'

type Issue = { id: string; out: number; isSigned: boolean; hasConsent: boolean }

/** What may become of things that are out. */
export function IssueSteps({ issue, today }: { issue: Issue; today: string }) {
  const t = useTranslations('materials')
  const api = `/api/v1/materials/${issue.id}`
  const day = { name: 'day', label: t('fields.day'), type: 'date' as const, value: today, required: true }
  const step = (name: 'return' | 'replace' | 'lose', path: string) => (
    <ActionButton
      trigger={t(name)}
      title={t(`${name}Title`)}
      why={t(`${name}Why`)}
      confirm={t(name)}
      danger={name === 'lose'}
      action={`${api}/${path}`}
      body={{ words: null }}
      asks={[
        day,
        {
          name: 'quantity',
          label: t('fields.quantity'),
          type: 'number',
          value: String(issue.out),
          min: 1,
          max: issue.out,
          required: true,
        },
        { name: 'words', label: t('fields.words'), type: 'text' },
      ]}
    />
  )
  return (
    <>
      {!issue.isSigned && (
        <ActionButton
          trigger={t('sign')}
          triggerKind="primary"
          title={t('signTitle')}
          why={t('signWhy')}
          confirm={t('sign')}
          action={`${api}/signature`}
          body={{}}
          asks={[day]}
        />
      )}
      {step('return', 'return')}
      {step('replace', 'replacement')}
      {step('lose', 'loss')}
      {issue.hasConsent && (
        <ActionButton
          trigger={t('withdraw')}
          triggerKind="quiet"
          title={t('withdrawTitle')}
          why={t('withdrawWhy')}
          confirm={t('withdraw')}
          danger
          action={`${api}/consent-withdrawal`}
          body={{}}
          asks={[{ name: 'reason', label: t('reason'), type: 'text', required: true }]}
        />
      )}
    </>
  )
}

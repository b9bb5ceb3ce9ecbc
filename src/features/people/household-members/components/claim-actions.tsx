import { useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'

type Claim = { id: string; name: string; version: number }

/** Confirming or refusing a claim; both ask first. */
export function ClaimActions({ claim, door }: { claim: Claim; door: string }) {
  const t = useTranslations('residents')
  const action = `/api/v1/household-members/${claim.id}`
  const { name, version } = claim
  return (
    <div className="flex flex-wrap gap-2">
      <ActionButton
        trigger={t('confirm')}
        triggerKind="primary"
        title={t('confirmTitle')}
        why={t('confirmWhy', { name, door })}
        confirm={t('confirm')}
        action={`${action}/confirmation`}
        body={{ version }}
      />
      <ActionButton
        trigger={t('refuse')}
        title={t('refuseTitle')}
        why={t('refuseWhy')}
        confirm={t('refuse')}
        danger
        action={`${action}/refusal`}
        body={{ version }}
        asks={[{ name: 'reason', label: t('asksReason'), type: 'text', required: true }]}
      />
    </div>
  )
}

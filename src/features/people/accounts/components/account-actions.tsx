import { useTranslations } from 'next-intl'
import { ActionButton } from '@/ui/action-button'
import { LinkButton } from '@/ui/link-button'
import type { AccountRow } from '../rules'

/** What can be done to an account; to one's own, only what takes nothing away and gives nothing. */
export function AccountActions({
  account,
  isOwn,
}: {
  account: AccountRow & { openSessions: number }
  isOwn: boolean
}) {
  const t = useTranslations('accounts')
  const action = `/api/v1/accounts/${account.id}`
  const body = { version: account.version }
  return (
    <>
      <LinkButton href={`/office/accounts/${account.id}/edit`} kind="primary">
        {t('edit')}
      </LinkButton>
      {!isOwn && account.openSessions > 0 && (
        <ActionButton
          trigger={t('signOut')}
          title={t('signOutTitle')}
          why={t('signOutWhy')}
          confirm={t('signOut')}
          action={`${action}/sessions/end`}
          body={{}}
        />
      )}
      {!isOwn && account.hasSecondFactor && (
        <ActionButton
          trigger={t('resetFactor')}
          title={t('resetFactorTitle')}
          why={t('resetFactorWhy')}
          confirm={t('resetFactor')}
          danger
          action={`${action}/second-factor/reset`}
          body={{}}
          asks={[{ name: 'reason', label: t('reason'), type: 'text', required: true }]}
        />
      )}
      {!isOwn &&
        (account.state === 'suspended' ? (
          <ActionButton
            trigger={t('resume')}
            title={t('resumeTitle')}
            why={t('resumeWhy')}
            confirm={t('resume')}
            action={`${action}/resumption`}
            body={body}
          />
        ) : (
          <ActionButton
            trigger={t('suspend')}
            title={t('suspendTitle')}
            why={t('suspendWhy')}
            confirm={t('suspend')}
            danger
            action={`${action}/suspension`}
            body={body}
          />
        ))}
    </>
  )
}

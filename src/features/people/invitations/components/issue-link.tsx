'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ConfirmDialog } from '@/ui/confirm-dialog'
import { send } from '@/ui/send'
import { Handover, type IssuedLink } from './handover'

/** Makes a new one-time link for an account and shows it. */
export function IssueLink(props: { accountId: string; username: string; hasPassword: boolean }) {
  const t = useTranslations('accounts')
  const [link, setLink] = useState<IssuedLink>()
  const kind = props.hasPassword ? 'reset' : 'invite'
  return (
    <div className="flex flex-col gap-3">
      <div className="print:hidden">
        <ConfirmDialog
          trigger={t(`link.${kind}`)}
          title={t(`link.${kind}Title`)}
          confirm={t('link.issue')}
          onConfirm={async () => {
            const answer = await send(`/api/v1/accounts/${props.accountId}/link`, 'POST', {})
            if (!answer.ok) return answer.message ?? t('linkFailed')
            setLink(answer.value as IssuedLink)
            return undefined
          }}
        >
          <p>{t(`link.${kind}Why`)}</p>
        </ConfirmDialog>
      </div>
      {link && <Handover link={link} username={props.username} />}
    </div>
  )
}

'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RoleKey } from '@/features/people/role-grants/schema'
import { Alert } from '@/ui/alert'
import { ComboBox } from '@/ui/combo-box'
import { Form } from '@/ui/form'
import { LinkButton } from '@/ui/link-button'
import { send } from '@/ui/send'
import { TextField } from '@/ui/text-field'
import { Handover, type IssuedLink } from '../../invitations/components/handover'
import { grantFrom, RoleFields } from '../../role-grants/components/role-fields'

type Values = {
  id: string
  version: number
  username: string
  displayName: string
  person: { id: string; name: string } | null
}

type Added = { id: string; username: string; link: IssuedLink | null; fault?: string | undefined }

const LIST = '/office/accounts'

/** Adds an account and shows its one-time link, or changes the account that is given. */
export function AccountForm({
  account,
  roles,
  isOwn = false,
}: {
  account?: Values
  roles: Record<RoleKey, string>
  /** Whose appointments one holds is nothing to decide for oneself. */
  isOwn?: boolean
}) {
  const t = useTranslations('accounts')
  const router = useRouter()
  const [added, setAdded] = useState<Added>()
  if (added) {
    return (
      <div className="flex max-w-3xl flex-col gap-4">
        <Alert tone="good" announce>
          {t('added')}
        </Alert>
        {added.link && <Handover link={added.link} username={added.username} />}
        {added.fault && <Alert tone="bad">{added.fault}</Alert>}
        <div className="print:hidden">
          <LinkButton href={`${LIST}/${added.id}`}>{t('toAccount')}</LinkButton>
        </div>
      </div>
    )
  }
  const back = account ? `${LIST}/${account.id}` : LIST
  return (
    <Form
      action={account ? `/api/v1/accounts/${account.id}` : '/api/v1/accounts'}
      method={account ? 'PATCH' : 'POST'}
      submit={account ? t('save') : t('addAndInvite')}
      more={<LinkButton href={back}>{t('cancel')}</LinkButton>}
      body={(values) => ({
        username: values.get('username') || undefined,
        displayName: values.get('displayName') || undefined,
        personId: isOwn ? (account?.person?.id ?? null) : values.get('personId') || null,
        ...(account ? { version: account.version } : grantFrom(values)),
      })}
      onDone={async (answer) => {
        const { id } = answer as { id: string }
        if (account) {
          router.push(`${LIST}/${account.id}`)
          router.refresh()
          return
        }
        const issued = await send(`/api/v1/accounts/${id}/link`, 'POST', {})
        const username = document.querySelector<HTMLInputElement>('input[name=username]')?.value ?? ''
        setAdded({
          id,
          username,
          link: issued.ok ? (issued.value as IssuedLink) : null,
          fault: issued.ok ? undefined : (issued.message ?? t('linkFailed')),
        })
      }}
    >
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <TextField
          name="displayName"
          label={t('fields.displayName')}
          defaultValue={account?.displayName ?? ''}
          isRequired
          maxLength={40}
        />
        <TextField
          name="username"
          label={t('fields.username')}
          description={t('usernameHint')}
          defaultValue={account?.username ?? ''}
          autoComplete="off"
          spellCheck="false"
          isRequired
          maxLength={40}
        />
        {!isOwn && (
          <ComboBox
            name="personId"
            label={t('fields.person')}
            description={t('personHint')}
            searchUrl="/api/v1/accounts/persons"
            {...(account?.person
              ? { defaultOption: { value: account.person.id, label: account.person.name } }
              : {})}
          />
        )}
      </div>
      {!account && <RoleFields roles={roles} isOptional />}
    </Form>
  )
}

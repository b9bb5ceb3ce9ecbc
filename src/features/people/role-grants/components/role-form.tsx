'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { Form } from '@/ui/form'
import type { RoleKey } from '../schema'
import { grantFrom, RoleFields } from './role-fields'

/** Gives the account one more role. */
export function RoleForm({ accountId, roles }: { accountId: string; roles: Record<RoleKey, string> }) {
  const t = useTranslations('accounts')
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  if (!isOpen) {
    return (
      <div>
        <Button icon="plus" onPress={() => setOpen(true)}>
          {t('giveRole')}
        </Button>
      </div>
    )
  }
  return (
    <Form
      action={`/api/v1/accounts/${accountId}/grants`}
      submit={t('giveRole')}
      more={<Button onPress={() => setOpen(false)}>{t('cancel')}</Button>}
      body={grantFrom}
      onDone={() => {
        setOpen(false)
        router.refresh()
      }}
    >
      <RoleFields roles={roles} />
    </Form>
  )
}

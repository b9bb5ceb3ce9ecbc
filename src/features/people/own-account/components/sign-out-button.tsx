'use client'

import { useState } from 'react'
import { Alert } from '@/ui/alert'
import { Button } from '@/ui/button'
import { forgetPhone } from '@/ui/outbox/forget'
import { send } from '@/ui/send'

/** Ends the session here and leaves for the sign-in page. */
export function SignOutButton({
  label,
  failed,
  action = '/api/v1/session/end',
  leaveFor = '/sign-in',
}: {
  label: string
  failed: string
  action?: string
  leaveFor?: string
}) {
  const [fault, setFault] = useState<string>()
  const [pending, setPending] = useState(false)
  return (
    <>
      {fault && <Alert tone="bad">{fault}</Alert>}
      <Button
        kind="primary"
        isPending={pending}
        onPress={async () => {
          setPending(true)
          const answer = await send(action, 'POST', {})
          if (answer.ok || answer.status === 401) {
            await forgetPhone()
            window.location.assign(leaveFor)
          } else {
            setPending(false)
            setFault(answer.message ?? failed)
          }
        }}
      >
        {label}
      </Button>
    </>
  )
}

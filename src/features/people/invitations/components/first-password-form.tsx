'use client'

import { useState } from 'react'
import { Alert } from '@/ui/alert'
import { PlainButton } from '@/ui/plain-button'
import { PlainCheckbox, PlainField } from '@/ui/plain-field'
import { send } from '@/ui/send'

export type FirstPasswordWords = Record<
  | 'username'
  | 'password'
  | 'hint'
  | 'again'
  | 'differ'
  | 'show'
  | 'submit'
  | 'wait'
  | 'done'
  | 'doneWhy'
  | 'signIn'
  | 'unreachable',
  string
>

type Fault = { message: string; field?: 'password' | 'again' }

/** Sets one's own password by the link that was handed over, and leads on to signing in. */
export function FirstPasswordForm({
  token,
  username,
  words,
}: {
  token: string
  username: string
  words: FirstPasswordWords
}) {
  const [fault, setFault] = useState<Fault | null>(null)
  const [shown, setShown] = useState(false)
  const [pending, setPending] = useState(false)
  const [done, setDone] = useState(false)
  if (done) {
    return (
      <div className="flex flex-col gap-3">
        <Alert tone="good" title={words.done} announce>
          {words.doneWhy}
        </Alert>
        <p>
          <a href="/sign-in" className="inline-flex min-h-control items-center text-link underline">
            {words.signIn}
          </a>
        </p>
      </div>
    )
  }
  const submit = async (values: FormData) => {
    const password = String(values.get('password') ?? '')
    if (password !== values.get('again')) return setFault({ message: words.differ, field: 'again' })
    setPending(true)
    const answer = await send('/api/v1/invitations/acceptance', 'POST', { token, password })
    setPending(false)
    if (answer.ok) return setDone(true)
    const atField = answer.fields.password
    setFault(
      atField ? { message: atField, field: 'password' } : { message: answer.message ?? words.unreachable },
    )
  }
  const type = shown ? 'text' : 'password'
  return (
    <form
      method="post"
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!pending) void submit(new FormData(event.currentTarget))
      }}
    >
      {fault && (
        <Alert tone="bad" announce>
          {fault.message}
        </Alert>
      )}
      <PlainField name="username" label={words.username} value={username} readOnly autoComplete="username" />
      <PlainField
        name="password"
        label={words.password}
        description={words.hint}
        error={fault?.field === 'password' ? fault.message : undefined}
        type={type}
        autoComplete="new-password"
        required
        maxLength={200}
      />
      <PlainField
        name="again"
        label={words.again}
        error={fault?.field === 'again' ? fault.message : undefined}
        type={type}
        autoComplete="new-password"
        required
        maxLength={200}
      />
      <PlainCheckbox
        label={words.show}
        checked={shown}
        onChange={(event) => setShown(event.target.checked)}
      />
      <PlainButton kind="primary" size="wide" aria-disabled={pending}>
        {pending ? words.wait : words.submit}
      </PlainButton>
    </form>
  )
}

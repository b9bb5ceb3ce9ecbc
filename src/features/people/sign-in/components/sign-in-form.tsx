'use client'

import { useState } from 'react'
import { Alert } from '@/ui/alert'
import { PlainButton } from '@/ui/plain-button'
import { PlainCheckbox, PlainField } from '@/ui/plain-field'

export type SignInWords = Record<
  'username' | 'password' | 'show' | 'code' | 'codeHint' | 'submit' | 'wait',
  string
> & {
  errors: Record<'wrong' | 'locked' | 'code-required' | 'code-wrong' | 'unavailable', string>
}
type Fault = keyof SignInWords['errors']

const FAULTS: readonly Fault[] = ['wrong', 'locked', 'code-required', 'code-wrong']

/** Asks the server for a session; resolves to the fault that it names, or to nothing. */
async function signIn(values: FormData): Promise<Fault | null> {
  try {
    const { csrfToken } = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string }
    const body = new URLSearchParams({ csrfToken, json: 'true', callbackUrl: '/office' })
    for (const [name, value] of values) if (typeof value === 'string') body.set(name, value)
    const answer = await fetch('/api/auth/callback/credentials', { method: 'POST', body })
    const { url } = (await answer.json()) as { url?: string }
    if (answer.ok) return null
    const named = url ? new URL(url, window.location.href).searchParams.get('error') : null
    return FAULTS.find((fault) => fault === named) ?? 'unavailable'
  } catch {
    return 'unavailable'
  }
}

/** Signs in, and asks for the second factor only where there is one. */
export function SignInForm({ words, next }: { words: SignInWords; next: string }) {
  const [fault, setFault] = useState<Fault | null>(null)
  const [asksCode, setAsksCode] = useState(false)
  const [shown, setShown] = useState(false)
  const [pending, setPending] = useState(false)
  return (
    <form
      method="post"
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4"
      onSubmit={async (event) => {
        event.preventDefault()
        if (pending) return
        setPending(true)
        const wrong = await signIn(new FormData(event.currentTarget))
        if (wrong === null) {
          window.location.assign(next)
          return
        }
        setPending(false)
        setAsksCode((before) => before || wrong.startsWith('code'))
        setFault(wrong)
      }}
    >
      {fault && (
        <Alert tone={fault === 'code-required' ? 'note' : 'bad'} announce>
          {words.errors[fault]}
        </Alert>
      )}
      <PlainField
        name="username"
        label={words.username}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={100}
      />
      <PlainField
        name="password"
        label={words.password}
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        required
        maxLength={200}
      />
      <PlainCheckbox
        label={words.show}
        checked={shown}
        onChange={(event) => setShown(event.target.checked)}
      />
      {asksCode && (
        <PlainField
          name="code"
          label={words.code}
          description={words.codeHint}
          autoComplete="one-time-code"
          inputMode="text"
          required
          maxLength={20}
        />
      )}
      <PlainButton kind="primary" size="wide" aria-disabled={pending}>
        {pending ? words.wait : words.submit}
      </PlainButton>
    </form>
  )
}

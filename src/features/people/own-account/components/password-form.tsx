'use client'

import { Form } from '@/ui/form'
import { TextField } from '@/ui/text-field'
import { showToast } from '@/ui/toast'

export type PasswordWords = { current: string; password: string; hint: string; submit: string; done: string }

/** Changes one's own password. */
export function PasswordForm({ words }: { words: PasswordWords }) {
  return (
    <Form
      action="/api/v1/account/password"
      submit={words.submit}
      onDone={() => {
        showToast({ message: words.done, tone: 'good' })
        document.querySelector<HTMLFormElement>('form:has([name=current])')?.reset()
      }}
    >
      <TextField
        name="current"
        label={words.current}
        type={'password' as 'text'}
        autoComplete="current-password"
        isRequired
        maxLength={200}
      />
      <TextField
        name="password"
        label={words.password}
        description={words.hint}
        type={'password' as 'text'}
        autoComplete="new-password"
        isRequired
        maxLength={200}
      />
    </Form>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Form as AriaForm } from 'react-aria-components/Form'
import { Button } from './button'
import { FormErrorSummary } from './form-error-summary'
import { FormFaults } from './form-faults'
import { type Answer, formValues, send } from './send'

const NONE = {}

export type FormProps = {
  /** The address of the operation. */
  action: string
  method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** What is sent; without it, the fields as text, and empty ones left out. */
  body?: (values: FormData) => unknown
  /** The words on the button. */
  submit: string
  /** Called with the answer when it worked: go to the record, or refresh. */
  onDone: (answer: unknown) => void
  /** Beside the button, such as a way back. */
  more?: React.ReactNode
  children: React.ReactNode
}

/** A form that writes by one operation, says what was wrong field by field, and never sends the same thing twice. */
export function Form({
  action,
  method = 'POST',
  body = formValues,
  submit,
  onDone,
  more,
  children,
}: FormProps) {
  const t = useTranslations('ui')
  const [pending, setPending] = useState(false)
  const [fault, setFault] = useState<Extract<Answer, { ok: false }> & { round: number }>()
  const rounds = useRef(0)
  const sent = useRef<{ text: string; key: string }>(null)

  const submitForm = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (pending) return
    setPending(true)
    const answer = await send(action, method, body(new FormData(event.currentTarget)), sent)
    setPending(false)
    rounds.current += 1
    if (answer.ok) {
      setFault(undefined)
      onDone(answer.value)
    } else setFault({ ...answer, round: rounds.current })
  }

  return (
    <AriaForm onSubmit={submitForm} validationBehavior="aria" className="flex max-w-3xl flex-col gap-4">
      {fault && (
        <FormErrorSummary
          key={fault.round}
          title={fault.message ?? t('unreachable')}
          faults={Object.entries(fault.fields).map(([field, message]) => ({ field, message }))}
        >
          {fault.requestId && (
            <p className="text-xs text-ink-faint">{t('requestId', { id: fault.requestId })}</p>
          )}
        </FormErrorSummary>
      )}
      <FormFaults value={fault?.fields ?? NONE}>{children}</FormFaults>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" kind="primary" isPending={pending}>
          {submit}
        </Button>
        {more}
      </div>
    </AriaForm>
  )
}

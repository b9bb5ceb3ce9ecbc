'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useId } from 'react'
import type { ButtonKind } from './button-look'
import { ConfirmDialog } from './confirm-dialog'
import { NumberField } from './number-field'
import { type Option, Select } from './select'
import { send } from './send'
import { TextField } from './text-field'

export type ActionButtonProps = {
  trigger: string
  triggerKind?: ButtonKind
  title: string
  /** What will happen, before it is confirmed. */
  why: string
  confirm: string
  danger?: boolean
  action: string
  method?: 'POST' | 'PATCH'
  body: Record<string, string | number | boolean | null | readonly string[]>
  /** Where to go when it is done, `{id}` being the answer's; else the page is read again. */
  doneHref?: string
  /** Asks for a day, a text, a number or a choice beside the confirmation, sent under its name. */
  asks?: readonly Asked[]
}

type Asked = { name: string; label: string; value?: string; required?: boolean } & (
  | { type: 'date' | 'text' }
  | { type: 'number'; min?: number; max?: number }
  | { type: 'choice'; options: readonly Option[] }
)

/** One write of a record that asks first; afterwards the page is read again. */
export function ActionButton(props: ActionButtonProps) {
  const router = useRouter()
  const id = useId()
  const asked = () => {
    const values: Record<string, string | number> = {}
    for (const { name, type } of props.asks ?? []) {
      const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(
        `[data-asks="${id}"] [name="${name}"]`,
      )
      const text = field?.value.trim()
      if (text) values[name] = type === 'number' ? Number(text) : text
    }
    return values
  }
  return (
    <ConfirmDialog
      trigger={props.trigger}
      {...(props.triggerKind ? { triggerKind: props.triggerKind } : {})}
      title={props.title}
      confirm={props.confirm}
      danger={props.danger ?? false}
      onConfirm={async () => {
        const answer = await send(props.action, props.method ?? 'POST', { ...props.body, ...asked() })
        if (!answer.ok)
          return Object.values(answer.fields).join(' ') || answer.message || String(answer.status)
        const { id: made = '' } = (answer.value ?? {}) as { id?: string }
        if (props.doneHref) router.push(props.doneHref.replace('{id}', made) as Route)
        router.refresh()
        return undefined
      }}
    >
      <p>{props.why}</p>
      <div data-asks={id} className="flex flex-col gap-3">
        {props.asks?.map((asked) => (
          <AskedField key={asked.name} asked={asked} />
        ))}
      </div>
    </ConfirmDialog>
  )
}

function AskedField({ asked }: { asked: Asked }) {
  const { name, label, value, required = false } = asked
  if (asked.type === 'choice')
    return (
      <Select
        name={name}
        label={label}
        options={asked.options}
        isRequired={required}
        {...(value ? { defaultValue: value } : {})}
      />
    )
  if (asked.type === 'number')
    return (
      <NumberField
        name={name}
        label={label}
        isRequired={required}
        {...(value ? { defaultValue: Number(value) } : {})}
        {...(asked.min === undefined ? {} : { minValue: asked.min })}
        {...(asked.max === undefined ? {} : { maxValue: asked.max })}
      />
    )
  return (
    <TextField
      name={name}
      label={label}
      type={asked.type as 'text'}
      defaultValue={value ?? ''}
      isRequired={required}
      maxLength={200}
    />
  )
}

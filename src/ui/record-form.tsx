'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { instantWritten, writtenMoment } from '@/core/instants'
import { Checkbox } from './checkbox'
import { ComboBox } from './combo-box'
import { DateField } from './date-field'
import { Form } from './form'
import { LinkButton } from './link-button'
import { NumberField } from './number-field'
import { SearchSeveral } from './search-several'
import { type Option, Select } from './select'
import { TextArea } from './text-area'
import { TextField } from './text-field'

type Common = {
  name: string
  label: string
  description?: string
  required?: boolean
  /** Left empty it is not sent, and what is there stays: for what the form does not show. */
  keepsWhenEmpty?: boolean
}

/** One field of a record, as data: what it asks for and what it holds now. */
export type RecordField = Common &
  (
    | { kind: 'text' | 'phone' | 'date' | 'paragraph'; value?: string | null; maxLength?: number }
    | {
        kind: 'number'
        value?: number | null
        unit?: string
        min?: number
        max?: number
        fraction?: number
        year?: boolean
      }
    /** A day and a time of day in Shanghai, sent as an instant. */
    | { kind: 'moment'; value?: Date | null }
    | { kind: 'select'; value?: string | null; options: readonly Option[] }
    /** A choice that may be left open: `none` stands for nothing and is sent as null. */
    | { kind: 'optional-select'; value: string; none: Option; options: readonly Option[] }
    | { kind: 'search'; searchUrl: string; chosen?: Option }
    | {
        kind: 'several'
        searchUrl: string
        searchLabel: string
        placeholder?: string
        chosen?: readonly Option[]
      }
    | { kind: 'checkbox'; value?: boolean }
    /** Several short texts in one line, parted by 、 or commas. */
    | { kind: 'list'; value?: readonly string[]; maxLength?: number }
  )

export type RecordFormProps = {
  action: string
  method: 'POST' | 'PATCH'
  fields: readonly RecordField[]
  /** Sent along as it is, such as the version that was read. */
  also?: Record<string, string | number | boolean | null>
  submit: string
  cancel: { label: string; href: string }
  /** Where to go when it is written; `{id}` stands for the answer's id. */
  doneHref: string
}

/** A form over a record's fields; empty optional fields are sent as null, so that they can be cleared. */
export function RecordForm({ action, method, fields, also = {}, submit, cancel, doneHref }: RecordFormProps) {
  const router = useRouter()
  return (
    <Form
      action={action}
      method={method}
      submit={submit}
      body={(values) => ({
        ...also,
        ...Object.fromEntries(fields.map((field) => [field.name, sent(field, values)])),
      })}
      onDone={(answer) => {
        const { id } = (answer ?? {}) as { id?: string }
        router.push(doneHref.replace('{id}', id ?? '') as Route)
        router.refresh()
      }}
      more={<LinkButton href={cancel.href}>{cancel.label}</LinkButton>}
    >
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        {fields.map((field) => (
          <div key={field.name} className={WIDE.includes(field.kind) ? 'sm:col-span-2' : ''}>
            <Field field={field} />
          </div>
        ))}
      </div>
    </Form>
  )
}

const WIDE: readonly RecordField['kind'][] = ['paragraph', 'list', 'several']

function sent(field: RecordField, values: FormData): unknown {
  if (field.kind === 'several') return values.getAll(field.name)
  const value = values.get(field.name)
  const text = typeof value === 'string' ? value.trim() : ''
  if (field.kind === 'checkbox') return value !== null
  if (field.kind === 'list')
    return text
      .split(/[、,，;；\n]/)
      .map((part) => part.trim())
      .filter(Boolean)
  if (text === '') return field.required || field.keepsWhenEmpty ? undefined : null
  if (field.kind === 'optional-select') return text === field.none.value ? null : text
  if (field.kind === 'moment') return instantWritten(text)
  return field.kind === 'number' ? Number(text) : text
}

function Field({ field }: { field: RecordField }) {
  const { name, label, description, required = false } = field
  const common = { name, label, isRequired: required, ...(description ? { description } : {}) }
  switch (field.kind) {
    case 'number':
      return (
        <NumberField
          {...common}
          {...(field.value === null || field.value === undefined ? {} : { defaultValue: field.value })}
          {...(field.unit ? { unit: field.unit } : {})}
          {...(field.min === undefined ? {} : { minValue: field.min })}
          {...(field.max === undefined ? {} : { maxValue: field.max })}
          formatOptions={{ useGrouping: !field.year, maximumFractionDigits: field.fraction ?? 0 }}
        />
      )
    case 'select':
      return (
        <Select {...common} options={field.options} {...(field.value ? { defaultValue: field.value } : {})} />
      )
    case 'optional-select':
      return <Select {...common} options={[field.none, ...field.options]} defaultValue={field.value} />
    case 'search':
      return (
        <ComboBox
          {...common}
          searchUrl={field.searchUrl}
          {...(field.chosen ? { defaultOption: field.chosen } : {})}
        />
      )
    case 'several':
      return (
        <SearchSeveral
          {...common}
          searchUrl={field.searchUrl}
          searchLabel={field.searchLabel}
          {...(field.placeholder ? { placeholder: field.placeholder } : {})}
          {...(field.chosen ? { chosen: field.chosen } : {})}
        />
      )
    case 'checkbox':
      return (
        <Checkbox
          name={name}
          defaultSelected={field.value ?? false}
          {...(description ? { description } : {})}
        >
          {label}
        </Checkbox>
      )
    case 'list':
      return (
        <TextField
          {...common}
          defaultValue={(field.value ?? []).join('、')}
          maxLength={field.maxLength ?? 400}
        />
      )
    case 'paragraph':
      return <TextArea {...common} defaultValue={field.value ?? ''} maxLength={field.maxLength ?? 1_000} />
    case 'date':
      return <DateField {...common} defaultValue={field.value ?? ''} />
    case 'moment':
      return (
        <TextField
          {...common}
          type={'datetime-local' as 'text'}
          defaultValue={field.value ? writtenMoment(field.value) : ''}
        />
      )
    case 'phone':
      return (
        <TextField {...common} type="tel" inputMode="tel" defaultValue={field.value ?? ''} maxLength={30} />
      )
    default:
      return <TextField {...common} defaultValue={field.value ?? ''} maxLength={field.maxLength ?? 100} />
  }
}

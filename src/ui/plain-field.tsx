import { useId } from 'react'
import { boxLook, descriptionLook, errorLook, fieldLook, inputLook, labelLook } from './field-look'
import type { Option } from './select'

export type PlainWords = {
  label: string
  name: string
  description?: string | undefined
  error?: string | undefined
  /** The word beside the label of a field that must be filled in. */
  requiredLabel?: string | undefined
}

function Frame(props: PlainWords & { id: string; children: React.ReactNode }) {
  const { id, name, label, description, error, requiredLabel, children } = props
  return (
    <div className={fieldLook} data-field={name}>
      <label htmlFor={id} className={labelLook}>
        {label}
        {requiredLabel && <span className="ms-1.5 text-xs font-normal text-accent">{requiredLabel}</span>}
      </label>
      {description && (
        <p id={`${id}d`} className={descriptionLook}>
          {description}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}e`} className={errorLook}>
          {error}
        </p>
      )}
    </div>
  )
}

const wiring = (id: string, { description, error, requiredLabel, name }: PlainWords) => ({
  id,
  name,
  'aria-describedby': [description && `${id}d`, error && `${id}e`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? true : undefined,
  'aria-required': requiredLabel ? true : undefined,
})

const wordless = <P extends PlainWords>({ label, description, error, requiredLabel, ...rest }: P) => rest

/** An input that needs no script. */
export function PlainField(
  props: PlainWords & Omit<React.ComponentProps<'input'>, 'name' | 'className' | 'id'>,
) {
  const id = useId()
  return (
    <Frame {...props} id={id}>
      <input {...wordless(props)} {...wiring(id, props)} className={inputLook} />
    </Frame>
  )
}

/** Several lines, without script. */
export function PlainTextArea(
  props: PlainWords & Omit<React.ComponentProps<'textarea'>, 'name' | 'className' | 'id'>,
) {
  const id = useId()
  return (
    <Frame {...props} id={id}>
      <textarea rows={4} {...wordless(props)} {...wiring(id, props)} className={inputLook} />
    </Frame>
  )
}

export type PlainSelectProps = PlainWords &
  Omit<React.ComponentProps<'select'>, 'name' | 'className' | 'id' | 'children'> & {
    options: readonly Option[]
    /** The words of the empty choice. */
    placeholder?: string
  }

/** One of some options, by the device's own list. */
export function PlainSelect({ options, placeholder, ...props }: PlainSelectProps) {
  const id = useId()
  return (
    <Frame {...props} id={id}>
      <select {...wordless(props)} {...wiring(id, props)} className={inputLook}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  )
}

/** Yes or no, without script. */
export function PlainCheckbox({
  label,
  ...props
}: { label: React.ReactNode } & Omit<React.ComponentProps<'input'>, 'type' | 'className' | 'children'>) {
  return (
    <label className="flex min-h-control cursor-pointer items-center gap-2.5 text-sm" data-field={props.name}>
      <input {...props} type="checkbox" className={`${boxLook} accent-link`} />
      <span>{label}</span>
    </label>
  )
}

export type PlainRadiosProps = {
  legend: string
  name: string
  options: readonly Option[]
  defaultValue?: string
  error?: string
}

/** One of a few options, all in sight, without script. */
export function PlainRadios({ legend, name, options, defaultValue, error }: PlainRadiosProps) {
  return (
    <fieldset className={fieldLook} data-field={name}>
      <legend className={labelLook}>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="flex min-h-control cursor-pointer items-center gap-2.5 text-sm">
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            disabled={option.disabled}
            className="size-5 shrink-0 accent-link"
          />
          <span>{option.label}</span>
        </label>
      ))}
      {error && <p className={errorLook}>{error}</p>}
    </fieldset>
  )
}

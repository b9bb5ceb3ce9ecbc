'use client'

import { FieldError } from 'react-aria-components/FieldError'
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
  Group,
  Input,
  Label,
  Text,
} from 'react-aria-components/NumberField'
import { descriptionLook, errorLook, fieldLook, inputLook, labelLook } from './field-look'
import { useFault } from './form-faults'
import { RequiredMark } from './required-mark'
import type { FieldWords } from './text-field'

export type NumberFieldProps = Omit<AriaNumberFieldProps, 'className' | 'style' | 'children'> &
  FieldWords & {
    /** Shown after the number, such as “m²”. */
    unit?: string
  }

/** A number; the form sends it with a point and without grouping. */
export function NumberField({ label, description, error: own, unit, ...props }: NumberFieldProps) {
  const error = useFault(props.name, own)
  return (
    <AriaNumberField
      {...props}
      {...(error ? { isInvalid: true } : {})}
      className={fieldLook}
      data-field={props.name}
    >
      <Label className={labelLook}>
        {label}
        {props.isRequired && <RequiredMark />}
      </Label>
      {description && (
        <Text slot="description" className={descriptionLook}>
          {description}
        </Text>
      )}
      <Group className="flex items-center gap-2">
        <Input className={`${inputLook} tabular-nums`} />
        {unit && <span className="shrink-0 text-sm text-ink-soft">{unit}</span>}
      </Group>
      <FieldError className={errorLook}>{error}</FieldError>
    </AriaNumberField>
  )
}

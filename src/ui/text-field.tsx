'use client'

import { FieldError } from 'react-aria-components/FieldError'
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
  Label,
  Text,
} from 'react-aria-components/TextField'
import { descriptionLook, errorLook, fieldLook, inputLook, labelLook } from './field-look'
import { useFault } from './form-faults'
import { RequiredMark } from './required-mark'

export type FieldWords = {
  label: React.ReactNode
  description?: React.ReactNode
  /** Words for what is wrong; the field counts as invalid while they are there. */
  error?: string
}

export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> &
  FieldWords & { placeholder?: string }

/** One line of text with its label, a hint and an error. */
export function TextField({ label, description, error: own, placeholder, ...props }: TextFieldProps) {
  const error = useFault(props.name, own)
  return (
    <AriaTextField
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
      <Input className={inputLook} placeholder={placeholder} />
      <FieldError className={errorLook}>{error}</FieldError>
    </AriaTextField>
  )
}

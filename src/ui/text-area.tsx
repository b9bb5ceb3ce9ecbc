'use client'

import { FieldError } from 'react-aria-components/FieldError'
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  Label,
  Text,
} from 'react-aria-components/TextField'
import { descriptionLook, errorLook, fieldLook, inputLook, labelLook } from './field-look'
import { useFault } from './form-faults'
import { RequiredMark } from './required-mark'
import type { TextFieldProps } from './text-field'

export type TextAreaProps = TextFieldProps & { rows?: number }

/** Several lines of text. */
export function TextArea({ label, description, error: own, placeholder, rows = 4, ...props }: TextAreaProps) {
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
      <AriaTextArea className={inputLook} placeholder={placeholder} rows={rows} />
      <FieldError className={errorLook}>{error}</FieldError>
    </AriaTextField>
  )
}

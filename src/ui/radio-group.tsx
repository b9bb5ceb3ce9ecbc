'use client'

import {
  RadioGroup as AriaRadioGroup,
  type RadioGroupProps as AriaRadioGroupProps,
  FieldError,
  Label,
  Radio,
  Text,
} from 'react-aria-components/RadioGroup'
import { descriptionLook, errorLook, fieldLook, labelLook } from './field-look'
import { useFault } from './form-faults'
import { RequiredMark } from './required-mark'
import type { Option } from './select'
import type { FieldWords } from './text-field'

export type RadioGroupProps = Omit<AriaRadioGroupProps, 'className' | 'style' | 'children'> &
  FieldWords & { options: readonly Option[] }

/** One of up to five options, all in sight. */
export function RadioGroup({ label, description, error: own, options, ...props }: RadioGroupProps) {
  const error = useFault(props.name, own)
  return (
    <AriaRadioGroup
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
      <div className="flex flex-wrap gap-x-5">
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            isDisabled={option.disabled}
            className="group flex min-h-control cursor-pointer items-center gap-2 text-sm data-disabled:cursor-not-allowed data-disabled:text-ink-faint"
          >
            <span className="flex size-5 shrink-0 items-center justify-center rounded-full border border-edge bg-surface group-data-focus-visible:outline-3 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-focus group-data-selected:border-6 group-data-selected:border-link" />
            <span>{option.label}</span>
          </Radio>
        ))}
      </div>
      <FieldError className={errorLook}>{error}</FieldError>
    </AriaRadioGroup>
  )
}

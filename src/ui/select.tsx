'use client'

import {
  Select as AriaSelect,
  Button,
  FieldError,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components/Select'
import { descriptionLook, errorLook, fieldLook, inputLook, labelLook } from './field-look'
import { useFault } from './form-faults'
import { Icon } from './icon'
import { optionLook, popoverLook } from './list-look'
import { RequiredMark } from './required-mark'
import type { FieldWords } from './text-field'

export type Option = { value: string; label: string; description?: string; disabled?: boolean }

export type SelectProps = FieldWords & {
  name?: string
  options: readonly Option[]
  placeholder?: string
  value?: string | null
  defaultValue?: string
  onChange?: (value: string) => void
  isRequired?: boolean
  isDisabled?: boolean
}

/** One of a few options; from about fifteen on use a ComboBox. */
export function Select({ label, description, error: own, options, onChange, ...props }: SelectProps) {
  const error = useFault(props.name, own)
  return (
    <AriaSelect
      {...props}
      {...(error ? { isInvalid: true } : {})}
      onChange={(key) => {
        if (key !== null) onChange?.(String(key))
      }}
      className={`group ${fieldLook}`}
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
      <Button
        className={`${inputLook} flex cursor-pointer group-data-invalid:border-bad items-center justify-between gap-2 text-start`}
      >
        <SelectValue className="min-w-0 truncate data-placeholder:text-ink-faint" />
        <Icon name="chevron-down" />
      </Button>
      <FieldError className={errorLook}>{error}</FieldError>
      <Popover className={popoverLook}>
        <ListBox className="outline-none">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              isDisabled={option.disabled}
              className={optionLook}
            >
              {({ isSelected }) => (
                <>
                  <span className="w-[1.125em] shrink-0">{isSelected && <Icon name="check" />}</span>
                  <span className="flex min-w-0 flex-col">
                    <Text slot="label">{option.label}</Text>
                    {option.description && (
                      <Text slot="description" className={descriptionLook}>
                        {option.description}
                      </Text>
                    )}
                  </span>
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

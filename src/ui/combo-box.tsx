'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import {
  ComboBox as AriaComboBox,
  Button,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components/ComboBox'
import { descriptionLook, errorLook, fieldLook, inputLook, labelLook } from './field-look'
import { useFault } from './form-faults'
import { Icon } from './icon'
import { optionLook, popoverLook } from './list-look'
import { RequiredMark } from './required-mark'
import type { Option } from './select'
import type { FieldWords } from './text-field'
import { useFound } from './use-found'

export type ComboBoxProps = FieldWords & {
  name?: string
  /** All options, filtered here; or none, and `searchUrl` is asked with `?q=`. */
  options?: readonly Option[]
  /** Answers `{ groups: [{ label, items: [{ id, label, detail? }] }] }`. */
  searchUrl?: string
  defaultOption?: Option
  placeholder?: string
  isRequired?: boolean
  isDisabled?: boolean
  autoFocus?: boolean
  /** The field of the form whose faults stand here, when this one is not sent itself. */
  faultOf?: string
  onChange?: (value: string | null) => void
  onChoose?: (option: Option) => void
}

/** One of many options, found by typing; the form sends its value. */
export function ComboBox(props: ComboBoxProps) {
  const { label, description, error: own, options, searchUrl, defaultOption, ...others } = props
  const { onChange, onChoose, faultOf, ...rest } = others
  const error = useFault(faultOf ?? props.name, own)
  const t = useTranslations('ui')
  const [typed, setTyped] = useState(defaultOption?.label ?? '')
  const found = useFound(searchUrl ?? '', searchUrl && typed !== defaultOption?.label ? typed : '')
  const answered: Option[] = found.groups.flatMap(({ items }) =>
    items.map(({ id, label, detail }) => ({ value: id, label, ...(detail ? { description: detail } : {}) })),
  )
  const shown = searchUrl ? (answered.length === 0 && defaultOption ? [defaultOption] : answered) : options
  return (
    <AriaComboBox
      {...rest}
      {...(error ? { isInvalid: true } : {})}
      {...(searchUrl
        ? { items: shown ?? [], allowsEmptyCollection: true, inputValue: typed, onInputChange: setTyped }
        : { defaultItems: shown ?? [] })}
      {...(defaultOption ? { defaultSelectedKey: defaultOption.value } : {})}
      formValue="key"
      onSelectionChange={(key) => {
        onChange?.(key === null ? null : String(key))
        const option = shown?.find(({ value }) => value === key)
        if (option) onChoose?.(option)
      }}
      className={fieldLook}
      data-field={rest.name}
    >
      <Label className={labelLook}>
        {label}
        {rest.isRequired && <RequiredMark />}
      </Label>
      {description && (
        <Text slot="description" className={descriptionLook}>
          {description}
        </Text>
      )}
      <div className="relative">
        <Input className={`${inputLook} pe-10!`} placeholder={rest.placeholder} />
        <Button className="absolute inset-y-0 end-0 flex w-10 cursor-pointer items-center justify-center rounded-md text-ink-soft">
          <Icon name="chevron-down" />
        </Button>
      </div>
      <FieldError className={errorLook}>{error}</FieldError>
      <Popover className={popoverLook}>
        <ListBox<Option>
          className="outline-none"
          renderEmptyState={() => (
            <p className="px-3 py-2 text-sm text-ink-soft">
              {found.state === 'searching' ? t('searching') : t('noMatch')}
            </p>
          )}
        >
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={optionLook}>
              <Text slot="label">{option.label}</Text>
              {option.description && (
                <Text slot="description" className={descriptionLook}>
                  {option.description}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

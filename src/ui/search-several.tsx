'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from './button'
import { ComboBox } from './combo-box'
import { descriptionLook, fieldLook, labelLook } from './field-look'
import { RequiredMark } from './required-mark'
import type { Option } from './select'

export type SearchSeveralProps = {
  name: string
  label: string
  description?: string
  /** The words above the search. */
  searchLabel: string
  placeholder?: string
  searchUrl: string
  chosen?: readonly Option[]
  isRequired?: boolean
}

/** Several of many records, each found by typing and then listed; the form sends a value for each. */
export function SearchSeveral(props: SearchSeveralProps) {
  const { name, label, description, searchLabel, placeholder, searchUrl, isRequired } = props
  const t = useTranslations('ui')
  const [chosen, setChosen] = useState<readonly Option[]>(props.chosen ?? [])
  const [round, setRound] = useState(0)
  const add = (option: Option) => {
    setChosen((before) => (before.some(({ value }) => value === option.value) ? before : [...before, option]))
    setRound((before) => before + 1)
  }
  return (
    <fieldset className={fieldLook}>
      <legend className={labelLook}>
        {label}
        {isRequired && <RequiredMark />}
      </legend>
      {description && <p className={descriptionLook}>{description}</p>}
      {chosen.length > 0 && (
        <ul aria-label={label} className="flex flex-wrap gap-2 py-1">
          {chosen.map((option) => (
            <li
              key={option.value}
              className="inline-flex items-center gap-1 rounded-md border border-line bg-sunken ps-2.5 text-sm"
            >
              <input type="hidden" name={name} value={option.value} />
              {option.label}
              <Button
                kind="quiet"
                size="small"
                icon="close"
                aria-label={t('removeOne', { name: option.label })}
                onPress={() => setChosen((before) => before.filter(({ value }) => value !== option.value))}
              />
            </li>
          ))}
        </ul>
      )}
      <div data-field={name}>
        <ComboBox
          key={round}
          faultOf={name}
          label={searchLabel}
          searchUrl={searchUrl}
          autoFocus={round > 0}
          {...(placeholder ? { placeholder } : {})}
          onChoose={add}
        />
      </div>
      <p role="status" className="sr-only">
        {round > 0 && t('chosen', { total: chosen.length })}
      </p>
    </fieldset>
  )
}

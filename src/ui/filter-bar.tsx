'use client'

import { useTranslations } from 'next-intl'
import { debounce, parseAsString, useQueryStates } from 'nuqs'
import { useId, useMemo, useState, useTransition } from 'react'
import { Button } from './button'
import { inputLook, labelLook } from './field-look'
import { Icon } from './icon'
import type { Option } from './select'

export type FilterBarProps = {
  /** The key of the search in the address is `q`; its label and an example of what it finds. */
  search?: { label: string; placeholder?: string }
  selects?: readonly { name: string; label: string; all: string; options: readonly Option[] }[]
  /** Days, such as the first and the last of a span. */
  dates?: readonly { name: string; label: string }[]
  /** How many rows there are now, read out when it changes. */
  total: number
  /** Extra keys that a change of filters takes out of the address, beside the page's place. */
  resets?: readonly string[]
}

const PLACE = ['cursor'] as const
const NO_DATES: NonNullable<FilterBarProps['dates']> = []

/** Search and filters that live in the address; without script it is a form that asks for the page again. */
export function FilterBar({ search, selects = [], dates = NO_DATES, total, resets = [] }: FilterBarProps) {
  const t = useTranslations('ui')
  const id = useId()
  const [pending, startTransition] = useTransition()
  const names = useMemo(
    () => ['q', ...selects.map(({ name }) => name), ...dates.map(({ name }) => name)],
    [selects, dates],
  )
  const keys = useMemo(
    () => Object.fromEntries([...names, ...PLACE, ...resets].map((name) => [name, parseAsString])),
    [names, resets],
  )
  const [values, setValues] = useQueryStates(keys, {
    shallow: false,
    scroll: false,
    history: 'replace',
    startTransition,
  })
  const [typed, setTyped] = useState(values.q ?? '')
  const change = (changes: Record<string, string | null>, waitMs: number) => {
    const emptied = Object.fromEntries([...PLACE, ...resets].map((name) => [name, null]))
    setValues({ ...emptied, ...changes }, waitMs > 0 ? { limitUrlUpdates: debounce(waitMs) } : {})
  }
  const clear = () => {
    setTyped('')
    change(Object.fromEntries(names.map((name) => [name, null])), 0)
  }
  const filtered = names.some((name) => values[name])

  return (
    <search className="print:hidden">
      <form
        method="get"
        onSubmit={(event) => {
          event.preventDefault()
          change({ q: typed.trim() || null }, 0)
        }}
        className="flex flex-wrap items-end gap-x-3 gap-y-2"
      >
        {search && (
          <div className="flex min-w-[min(100%,16rem)] flex-[2_1_16rem] flex-col gap-1">
            <label htmlFor={`${id}q`} className={labelLook}>
              {search.label}
            </label>
            <div className="relative">
              <span className="pointer-events-none absolute inset-y-0 start-3 flex items-center text-ink-faint">
                <Icon name="search" />
              </span>
              <input
                id={`${id}q`}
                name="q"
                type="search"
                autoComplete="off"
                maxLength={100}
                value={typed}
                placeholder={search.placeholder}
                onChange={(event) => {
                  setTyped(event.target.value)
                  change({ q: event.target.value.trim() || null }, 300)
                }}
                className={`${inputLook} ps-9!`}
              />
            </div>
          </div>
        )}
        {selects.map((select) => (
          <div
            key={select.name}
            className="flex min-w-[min(100%,9rem)] flex-[1_1_9rem] flex-col gap-1 sm:max-w-56"
          >
            <label htmlFor={id + select.name} className={labelLook}>
              {select.label}
            </label>
            <select
              id={id + select.name}
              name={select.name}
              value={values[select.name] ?? ''}
              onChange={(event) => change({ [select.name]: event.target.value || null }, 0)}
              className={inputLook}
            >
              <option value="">{select.all}</option>
              {select.options.map((option) => (
                <option key={option.value} value={option.value} disabled={option.disabled}>
                  {option.label}
                </option>
              ))}
            </select>
          </div>
        ))}
        {dates.map((date) => (
          <div
            key={date.name}
            className="flex min-w-[min(100%,9rem)] flex-[1_1_9rem] flex-col gap-1 sm:max-w-44"
          >
            <label htmlFor={id + date.name} className={labelLook}>
              {date.label}
            </label>
            <input
              id={id + date.name}
              name={date.name}
              type="date"
              value={values[date.name] ?? ''}
              onChange={(event) => change({ [date.name]: event.target.value || null }, 0)}
              className={inputLook}
            />
          </div>
        ))}
        <noscript>
          <button type="submit" className={inputLook}>
            {t('search')}
          </button>
        </noscript>
        <div className="flex min-h-control items-center gap-2 text-sm text-ink-soft">
          <span role="status" className="tabular-nums">
            {pending ? t('searching') : t('found', { total })}
          </span>
          {filtered && (
            <Button kind="quiet" size="small" icon="close" onPress={clear}>
              {t('clearFilters')}
            </Button>
          )}
        </div>
      </form>
    </search>
  )
}

'use client'

import { useEffect, useRef } from 'react'

export type FieldFault = { field: string; message: string }

export type FormErrorSummaryProps = {
  title: string
  faults: readonly FieldFault[]
  /** Words on what went wrong as a whole. */
  children?: React.ReactNode
}

const FIELD_INPUTS =
  'input:not([type="hidden"]), select:not([tabindex="-1"]), textarea, button, [tabindex="0"]'

const focusField = (field: string) => {
  const holder = document.querySelector(`[data-field="${CSS.escape(field)}"]`)
  const input = holder?.matches(FIELD_INPUTS) ? holder : holder?.querySelector(FIELD_INPUTS)
  if (input instanceof HTMLElement) {
    input.focus()
    input.scrollIntoView({ block: 'center' })
  }
}

/** What is wrong with a form, at its head; it takes the focus when it appears and leads to the fields. */
export function FormErrorSummary({ title, faults, children }: FormErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-md border-2 border-bad bg-surface px-4 py-3 text-sm"
    >
      <h2 className="font-semibold text-bad">{title}</h2>
      {children}
      {faults.length > 0 && (
        <ul className="mt-1 list-disc ps-5">
          {faults.map(({ field, message }) => (
            <li key={field}>
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault()
                  focusField(field)
                }}
                className="inline-block min-h-6 text-bad underline underline-offset-3"
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

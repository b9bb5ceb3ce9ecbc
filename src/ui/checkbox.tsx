'use client'

import {
  Checkbox as AriaCheckbox,
  type CheckboxProps as AriaCheckboxProps,
} from 'react-aria-components/Checkbox'
import { boxLook, descriptionLook } from './field-look'
import { Icon } from './icon'

export type CheckboxProps = Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> & {
  children: React.ReactNode
  description?: React.ReactNode
}

/** Yes or no, sent with the form. */
export function Checkbox({ children, description, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...props}
      className="group flex min-h-control cursor-pointer items-center gap-2.5 text-sm data-disabled:cursor-not-allowed data-disabled:text-ink-faint"
      data-field={props.name}
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span
            className={`${boxLook} group-data-focus-visible:outline-3 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-focus group-data-invalid:border-bad group-data-selected:border-link group-data-selected:bg-link group-data-indeterminate:border-link group-data-indeterminate:bg-link`}
          >
            {isIndeterminate ? (
              <span className="h-0.5 w-2.5 bg-white" />
            ) : (
              isSelected && <Icon name="check" />
            )}
          </span>
          <span>
            {children}
            {description && <span className={`block ${descriptionLook}`}>{description}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  )
}

'use client'

import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { type ButtonKind, type ButtonSize, buttonLook } from './button-look'
import { Icon, type IconName } from './icon'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  kind?: ButtonKind
  size?: ButtonSize
  icon?: IconName
  children?: React.ReactNode
}

/** A button that does something here; what leads somewhere is a LinkButton. */
export function Button({ kind, size, icon, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={buttonLook(kind, size)}>
      {props.isPending ? <Icon name="busy" spin /> : icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  )
}

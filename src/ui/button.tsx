'use client'

import { useTranslations } from 'next-intl'
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
export function Button({ kind, size, icon, isPending, onPress, children, ...props }: ButtonProps) {
  return (
    <>
      <AriaButton
        {...props}
        {...(isPending ? { 'aria-disabled': true } : { onPress })}
        className={buttonLook(kind, size)}
      >
        {isPending ? <Icon name="busy" spin /> : icon && <Icon name={icon} />}
        {children}
      </AriaButton>
      {isPending !== undefined && <Waiting isPending={isPending} />}
    </>
  )
}

/** Says that a button is at work; React Aria's own announcement leaves a nameless image behind for a while. */
function Waiting({ isPending }: { isPending: boolean }) {
  const t = useTranslations('ui')
  return (
    <span role="status" className="sr-only">
      {isPending && t('busy')}
    </span>
  )
}

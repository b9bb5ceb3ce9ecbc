import type { Route } from 'next'
import Link from 'next/link'
import { type ButtonKind, type ButtonSize, buttonLook } from './button-look'
import { Icon, type IconName } from './icon'

export type LinkButtonProps = {
  href: string
  kind?: ButtonKind
  size?: ButtonSize
  icon?: IconName
  children: React.ReactNode
}

/** A link that looks like a button. */
export function LinkButton({ href, kind, size, icon, children }: LinkButtonProps) {
  return (
    <Link href={href as Route} className={buttonLook(kind, size)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}

import { type ButtonKind, type ButtonSize, buttonLook } from './button-look'
import { Icon, type IconName } from './icon'

export type DocumentLinkProps = {
  href: string
  kind?: ButtonKind
  size?: ButtonSize
  icon?: IconName
  children: React.ReactNode
}

/** Opens a document that is no page of the app, such as one to print, in a tab of its own. */
export function DocumentLink({ href, kind, size, icon = 'print', children }: DocumentLinkProps) {
  return (
    <a href={href} target="_blank" rel="noopener" className={buttonLook(kind, size)}>
      <Icon name={icon} />
      {children}
    </a>
  )
}

import { type ButtonKind, type ButtonSize, buttonLook } from './button-look'
import { Icon, type IconName } from './icon'

export type PlainButtonProps = Omit<React.ComponentProps<'button'>, 'className'> & {
  kind?: ButtonKind
  size?: ButtonSize
  icon?: IconName
}

/** A button that needs no script, for forms on the phone. */
export function PlainButton({ kind, size, icon, type = 'submit', children, ...props }: PlainButtonProps) {
  return (
    <button {...props} type={type} className={buttonLook(kind, size)}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

import { classNames } from './class-names'

/** `primary` once a page, `danger` for what cannot be taken back, `quiet` inside rows and bars. */
export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'normal' | 'small' | 'wide'

const KINDS: Record<ButtonKind, string> = {
  primary:
    'border-accent bg-accent text-white hover:border-accent-deep hover:bg-accent-deep active:bg-accent-deep',
  secondary: 'border-edge bg-surface text-ink hover:bg-sunken active:bg-line',
  quiet: 'border-transparent bg-transparent text-link hover:bg-sunken active:bg-line',
  danger: 'border-bad bg-surface text-bad hover:bg-bad-soft active:bg-bad-soft',
}

const SIZES: Record<ButtonSize, string> = {
  normal: 'min-h-control px-4 text-sm',
  small: 'min-h-control-small min-w-control-small px-2.5 text-sm',
  wide: 'min-h-control w-full px-4 text-base',
}

/** The look that buttons, links and plain buttons share. */
export const buttonLook = (kind: ButtonKind = 'secondary', size: ButtonSize = 'normal'): string =>
  classNames(
    'inline-flex cursor-pointer items-center justify-center gap-1.5 rounded-md border py-1 text-center font-medium leading-tight no-underline transition-colors',
    'disabled:cursor-not-allowed disabled:border-line disabled:bg-sunken disabled:text-ink-faint',
    'print:hidden',
    KINDS[kind],
    SIZES[size],
  )

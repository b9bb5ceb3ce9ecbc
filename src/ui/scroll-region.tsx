import { classNames } from './class-names'

/** What scrolls must take the focus, or the keyboard never reaches its far end. */
const FOCUSABLE = { tabIndex: 0 } as const

export type ScrollRegionProps = {
  children: React.ReactNode
  /** The id of the words that name it. */
  labelledBy?: string
  label?: string
  /** Scrolls downwards too, so that a table's head can stay in sight. */
  tall?: boolean
}

/** Holds what may be wider than the page and scrolls it there instead of the page. */
export function ScrollRegion({ children, labelledBy, label, tall }: ScrollRegionProps) {
  return (
    <section
      aria-labelledby={labelledBy}
      aria-label={label}
      {...FOCUSABLE}
      className={classNames(
        'overflow-auto rounded-lg border border-line bg-surface print:max-h-none print:overflow-visible print:border-0',
        tall &&
          'max-h-[max(26rem,calc(100dvh-17rem))] max-sm:max-h-none max-sm:rounded-none max-sm:border-0 max-sm:bg-transparent',
      )}
    >
      {children}
    </section>
  )
}

import { useId } from 'react'

export type PanelProps = {
  title?: string
  /** Buttons or a link at the end of the title line. */
  actions?: React.ReactNode
  children: React.ReactNode
  /** The content brings its own edge, as a table does. */
  flush?: boolean
}

/** A titled part of a page. */
export function Panel({ title, actions, children, flush }: PanelProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={
        flush
          ? 'flex flex-col gap-2'
          : 'flex flex-col gap-3 rounded-lg border border-line bg-surface p-4 print:border-0 print:p-0'
      }
    >
      {(title || actions) && (
        <div className="flex flex-wrap items-center justify-between gap-2">
          {title && (
            <h2 id={id} className="text-lg font-semibold">
              {title}
            </h2>
          )}
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  )
}

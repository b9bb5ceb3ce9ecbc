import type { Route } from 'next'
import Link from 'next/link'

export type StatTileProps = {
  label: string
  value: string
  unit?: string
  /** What the number means, or what is missing. */
  note?: React.ReactNode
  href?: string
  tone?: 'neutral' | 'warn'
}

/** One number at a glance, leading to the rows behind it. */
export function StatTile({ label, value, unit, note, href, tone = 'neutral' }: StatTileProps) {
  const look = `flex min-w-0 flex-col gap-0.5 rounded-lg border bg-surface px-4 py-3 ${tone === 'warn' ? 'border-warn/40' : 'border-line'}`
  const content = (
    <>
      <span className="text-sm text-ink-soft">{label}</span>
      <span className={`text-2xl font-semibold tabular-nums ${tone === 'warn' ? 'text-warn' : 'text-ink'}`}>
        {value}
        {unit && <span className="ms-1 text-sm font-normal text-ink-soft">{unit}</span>}
      </span>
      {note && <span className="text-xs text-ink-faint">{note}</span>}
    </>
  )
  return href ? (
    <Link href={href as Route} className={`${look} hover:border-edge hover:bg-sunken`}>
      {content}
    </Link>
  ) : (
    <div className={look}>{content}</div>
  )
}

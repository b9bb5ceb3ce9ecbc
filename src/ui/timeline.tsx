import type { Tone } from './tone'

export type TimelineEvent = {
  id: string
  /** Machine-readable, for the time element. */
  at: Date
  /** The time as people read it. */
  when: string
  title: React.ReactNode
  by?: string
  detail?: React.ReactNode
  tone?: Tone
}

const DOT: Record<Tone, string> = {
  neutral: 'bg-edge',
  note: 'bg-note',
  good: 'bg-good',
  warn: 'bg-warn',
  bad: 'bg-bad',
}

/** What happened, newest first as given. */
export function Timeline({ events, label }: { events: readonly TimelineEvent[]; label: string }) {
  return (
    <ol aria-label={label} className="flex flex-col">
      {events.map((event) => (
        <li
          key={event.id}
          className="relative border-s border-line ps-5 pb-4 last:border-transparent last:pb-0"
        >
          <span
            aria-hidden="true"
            className={`absolute -start-[0.3125rem] top-2 size-2.5 rounded-full ring-3 ring-surface ${DOT[event.tone ?? 'neutral']}`}
          />
          <div className="flex flex-wrap items-baseline gap-x-3 text-sm">
            <span className="font-medium">{event.title}</span>
            <span className="text-xs text-ink-faint">
              <time dateTime={event.at.toISOString()}>{event.when}</time>
              {event.by && <> · {event.by}</>}
            </span>
          </div>
          {event.detail && <div className="text-sm text-ink-soft">{event.detail}</div>}
        </li>
      ))}
    </ol>
  )
}

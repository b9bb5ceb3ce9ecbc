import { TONE_LOOK, type Tone } from './tone'

/** A short state or mark, such as “pilot” or “vacant”. */
export function Badge({ tone = 'neutral', children }: { tone?: Tone; children: React.ReactNode }) {
  return (
    <span
      className={`inline-flex items-center whitespace-nowrap rounded border px-1.5 text-xs font-medium ${TONE_LOOK[tone]}`}
    >
      {children}
    </span>
  )
}

/** A state with a dot, for columns where most rows are in order. */
export function Status({ tone = 'neutral', children }: { tone?: Tone; children: React.ReactNode }) {
  const dot: Record<Tone, string> = {
    neutral: 'bg-edge',
    note: 'bg-note',
    good: 'bg-good',
    warn: 'bg-warn',
    bad: 'bg-bad',
  }
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden="true" className={`size-2 rounded-full ${dot[tone]}`} />
      {children}
    </span>
  )
}

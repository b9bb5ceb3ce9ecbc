export type ProgressBarProps = {
  label: string
  done: number
  total: number
  /** The state in words, such as “120 of 629 rows”. */
  words: string
}

/** How far long work has come. */
export function ProgressBar({ label, done, total, words }: ProgressBarProps) {
  return (
    <div className="flex flex-col gap-1 text-sm">
      <div className="flex flex-wrap justify-between gap-x-3">
        <span className="font-medium">{label}</span>
        <span className="text-ink-soft tabular-nums">{words}</span>
      </div>
      <progress
        aria-label={label}
        max={Math.max(1, total)}
        value={done}
        className="h-2 w-full appearance-none overflow-hidden rounded-full border border-edge bg-sunken [&::-moz-progress-bar]:bg-link [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-link"
      />
    </div>
  )
}

import { useId } from 'react'

const STAGES = ['none', 'managed', 'good'] as const
const FILLS = { none: '#dedfdb', managed: '#e0b25c', good: '#2f8a56' } as const

/** The share of each stage as one bar: told apart by hatching as well as by colour, in words for those who hear it. */
export function StageBar({ stages, label }: { stages: Record<keyof typeof FILLS, number>; label: string }) {
  const id = useId()
  const total = STAGES.reduce((sum, stage) => sum + stages[stage], 0)
  let start = 0
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 240 16"
      preserveAspectRatio="none"
      className="h-4 w-full [print-color-adjust:exact]"
    >
      <defs>
        <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill={FILLS.managed} />
          <rect width="2" height="6" fill="#7d4b00" />
        </pattern>
      </defs>
      {STAGES.map((stage) => {
        const width = total === 0 ? 0 : (stages[stage] / total) * 240
        const x = start
        start += width
        return (
          <rect
            key={stage}
            x={x}
            width={width}
            height="16"
            fill={stage === 'managed' ? `url(#${id})` : FILLS[stage]}
          />
        )
      })}
      <rect width="240" height="16" fill="none" stroke="#80827e" />
    </svg>
  )
}

/** What the bar's fillings stand for. */
export function StageKey({ names }: { names: Record<keyof typeof FILLS, string> }) {
  const one = { none: 0, managed: 0, good: 0 }
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
      {STAGES.map((stage) => (
        <li key={stage} className="flex items-center gap-2">
          <span className="inline-block w-10" aria-hidden="true">
            <StageBar stages={{ ...one, [stage]: 1 }} label={names[stage]} />
          </span>
          {names[stage]}
        </li>
      ))}
    </ul>
  )
}

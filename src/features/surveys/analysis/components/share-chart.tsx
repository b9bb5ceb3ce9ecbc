import { ScrollRegion } from '@/ui/scroll-region'

const ROW = 28
const NAME = 170
const BAR = 370
const VALUE = 60
const MOST = 20
const LONGEST = 12

export type Share = { key: string; name: string; share: number; low: number; high: number; words: string }

/** Shares as bars drawn on the server, each with its interval as a line; the table beside it says the same. */
export function ShareChart({
  label,
  shares,
  words,
}: {
  label: string
  shares: readonly Share[]
  words: string
}) {
  const shown = shares.slice(0, MOST)
  const most = Math.max(0.05, ...shown.map(({ high }) => high))
  const at = (share: number) => Math.round((share / most) * BAR)
  return (
    <figure className="flex flex-col gap-1">
      <ScrollRegion label={label}>
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${NAME + BAR + VALUE} ${shown.length * ROW}`}
          className="w-full max-w-3xl min-w-[30rem]"
        >
          {shown.map(({ key, name, share, low, high, words: said }, index) => (
            <g key={key} transform={`translate(0 ${index * ROW})`}>
              <text x={NAME - 8} y={ROW / 2 + 4} textAnchor="end" fontSize="13" fill="currentColor">
                {name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name}
              </text>
              <rect x={NAME} y="5" width={at(share)} height={ROW - 10} rx="2" fill="#9fb8c9" />
              <path
                d={`M${NAME + at(low)} ${ROW / 2}H${NAME + at(high)}M${NAME + at(low)} ${ROW / 2 - 4}v8M${NAME + at(high)} ${ROW / 2 - 4}v8`}
                stroke="#9a1c1c"
                strokeWidth="1.5"
              />
              <text x={NAME + at(high) + 6} y={ROW / 2 + 4} fontSize="13" fill="currentColor">
                {said}
              </text>
            </g>
          ))}
        </svg>
      </ScrollRegion>
      <figcaption className="text-sm text-ink-soft">{words}</figcaption>
    </figure>
  )
}

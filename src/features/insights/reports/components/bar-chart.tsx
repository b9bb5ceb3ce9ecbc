import { ScrollRegion } from '@/ui/scroll-region'

const ROW = 28
const NAME = 150
const BAR = 380
const VALUE = 60
const MOST = 20

export type Bar = { key: string; name: string; value: number; marked: number }

/** Bars drawn on the server: the whole, and in a darker tone the part that is marked. The table beside it says the same. */
export function BarChart({ label, bars, words }: { label: string; bars: readonly Bar[]; words: string }) {
  const shown = bars.slice(0, MOST)
  const most = Math.max(1, ...shown.map(({ value }) => value))
  const wide = (value: number) => Math.round((value / most) * BAR)
  return (
    <figure className="flex flex-col gap-1">
      <ScrollRegion label={label}>
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${NAME + BAR + VALUE} ${shown.length * ROW}`}
          className="w-full max-w-3xl min-w-[30rem]"
        >
          {shown.map(({ key, name, value, marked }, index) => (
            <g key={key} transform={`translate(0 ${index * ROW})`}>
              <text x={NAME - 8} y={ROW / 2 + 4} textAnchor="end" fontSize="13" fill="currentColor">
                {name.length > 11 ? `${name.slice(0, 10)}…` : name}
              </text>
              <rect x={NAME} y="5" width={wide(value)} height={ROW - 10} rx="2" fill="#9fb8c9" />
              <rect x={NAME} y="5" width={wide(marked)} height={ROW - 10} rx="2" fill="#9a1c1c" />
              <text x={NAME + wide(value) + 6} y={ROW / 2 + 4} fontSize="13" fill="currentColor">
                {value}
              </text>
            </g>
          ))}
        </svg>
      </ScrollRegion>
      <figcaption className="text-sm text-ink-soft">{words}</figcaption>
    </figure>
  )
}

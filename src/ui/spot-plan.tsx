import { useId } from 'react'

export type Spot = {
  id: string
  longitude: number
  latitude: number
  /** The area of the circle grows with it. */
  weight: number
  /** Told apart by more than colour: filled, hatched or empty. */
  look: 'good' | 'part' | 'bad'
  title: string
  href?: string
}

export type SpotPlanProps = { spots: readonly Spot[]; label: string }

const WIDTH = 800
const HEIGHT = 480
const MARGIN = 40
const SMALLEST = 5

/** Places on a plan, each a circle by its weight; the table beside it says the same in words. */
export function SpotPlan({ spots, label }: SpotPlanProps) {
  const hatched = useId()
  if (spots.length === 0) return null
  const across = scale(
    spots.map(({ longitude }) => longitude),
    MARGIN,
    WIDTH - MARGIN,
  )
  const down = scale(
    spots.map(({ latitude }) => latitude),
    HEIGHT - MARGIN,
    MARGIN,
  )
  const isLinked = spots.some(({ href }) => href !== undefined)
  const look = {
    good: { className: 'fill-good stroke-good' },
    part: { fill: `url(#${hatched})`, className: 'stroke-warn' },
    bad: { className: 'fill-surface stroke-bad' },
  }
  return (
    <figure aria-label={label}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        aria-hidden={isLinked ? undefined : true}
        className="h-auto w-full rounded-md border border-line bg-surface"
      >
        <title>{label}</title>
        <defs>
          <pattern
            id={hatched}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" className="fill-surface" />
            <line x1="0" y1="0" x2="0" y2="6" strokeWidth="3" className="stroke-warn" />
          </pattern>
        </defs>
        {spots.map(({ id, longitude, latitude, weight, look: kind, title, href }) => {
          const circle = (
            <circle
              cx={across(longitude)}
              cy={down(latitude)}
              r={SMALLEST + Math.sqrt(weight) * 2.2}
              strokeWidth="2"
              {...look[kind]}
            >
              <title>{title}</title>
            </circle>
          )
          return href ? (
            <a key={id} href={href} aria-label={title}>
              {circle}
            </a>
          ) : (
            <g key={id}>{circle}</g>
          )
        })}
      </svg>
    </figure>
  )
}

/** A straight scale over the values' own extent; equal values lie in the middle. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const least = Math.min(...values)
  const extent = Math.max(...values) - least
  return (value) => (extent === 0 ? (from + to) / 2 : from + ((value - least) / extent) * (to - from))
}

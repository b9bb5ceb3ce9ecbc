import { useTranslations } from 'next-intl'

type Spot = {
  id: string
  name: string
  longitude: number | null
  latitude: number | null
  buildings: number
  lookedAfter: number
}

const WIDTH = 800
const HEIGHT = 480
const MARGIN = 40

/** The compounds on a plan: large where there are many buildings, filled, hatched or empty by how many somebody went round. */
export function RoundsPlan({ spots, title }: { spots: readonly Spot[]; title: string }) {
  const t = useTranslations('logbook.rounds')
  const placed = spots.flatMap((spot) =>
    spot.longitude !== null && spot.latitude !== null
      ? [{ ...spot, longitude: spot.longitude, latitude: spot.latitude }]
      : [],
  )
  if (placed.length === 0) return null
  const across = scale(
    placed.map(({ longitude }) => longitude),
    MARGIN,
    WIDTH - MARGIN,
  )
  const down = scale(
    placed.map(({ latitude }) => latitude),
    HEIGHT - MARGIN,
    MARGIN,
  )
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${title}. ${t('planDesc')}`}
      className="h-auto w-full rounded-md border border-line bg-surface"
    >
      <defs>
        <pattern
          id="some-rounds"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" className="fill-surface" />
          <line x1="0" y1="0" x2="0" y2="6" strokeWidth="3" className="stroke-warn" />
        </pattern>
      </defs>
      {placed.map(({ id, name, longitude, latitude, buildings, lookedAfter }) => (
        <circle
          key={id}
          cx={across(longitude)}
          cy={down(latitude)}
          r={5 + Math.sqrt(buildings) * 2.2}
          strokeWidth="2"
          {...lookOf(buildings, lookedAfter)}
        >
          <title>{`${name} ${lookedAfter}/${buildings}`}</title>
        </circle>
      ))}
    </svg>
  )
}

function lookOf(buildings: number, lookedAfter: number) {
  if (lookedAfter === 0) return { className: 'fill-surface stroke-bad' }
  if (lookedAfter < buildings) return { fill: 'url(#some-rounds)', className: 'stroke-warn' }
  return { className: 'fill-good stroke-good' }
}

/** A straight scale from the values' own extent; equal values lie in the middle. */
function scale(values: readonly number[], from: number, to: number): (value: number) => number {
  const least = Math.min(...values)
  const extent = Math.max(...values) - least
  return (value) => (extent === 0 ? (from + to) / 2 : from + ((value - least) / extent) * (to - from))
}

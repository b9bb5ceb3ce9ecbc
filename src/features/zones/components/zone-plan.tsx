import { useId } from 'react'
import { planOf, type Site } from '../plan/rules'

const GROUNDS = ['#cfe0f0', '#f3dcc0', '#d3e8d2', '#ead6ea', '#f0e9b8', '#c9e6e4'] as const
const HATCHES = ['', 'M0 4h8', 'M4 0v8'] as const

const corners = (points: readonly { x: number; y: number }[]) =>
  points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')

/** The plan of zones or of one zone's compounds, drawn on the server: ground by tint and hatching, points by households, marks by number. */
export function ZonePlan({
  sites,
  groups,
  title,
  description,
}: {
  sites: readonly Site[]
  /** What stands on the plan for each group, in the order of the table beside it. */
  groups: readonly { id: string; mark: string }[]
  title: string
  description: string
}) {
  const id = useId()
  const { width, height, sites: placed, marks } = planOf(sites)
  const order = new Map(groups.map((group, index) => [group.id, { index, mark: group.mark }]))
  const ground = (group: string | null) => {
    const index = group === null ? undefined : order.get(group)?.index
    return index === undefined ? '#fff' : `url(#${id}-${index})`
  }
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      viewBox={`0 0 ${width} ${height.toFixed(0)}`}
      className="h-auto w-full rounded-lg border border-line bg-surface [print-color-adjust:exact]"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      <defs>
        {groups.map((group, index) => (
          <pattern
            key={group.id}
            id={`${id}-${index}`}
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
            patternTransform={`rotate(${45 * (index % 2)})`}
          >
            <rect width="8" height="8" fill={GROUNDS[index % GROUNDS.length]} />
            <path
              d={HATCHES[Math.floor(index / GROUNDS.length) % HATCHES.length]}
              stroke="#1b1d20"
              strokeOpacity="0.18"
            />
          </pattern>
        ))}
      </defs>
      {placed.map((site) => (
        <polygon
          key={site.id}
          points={corners(site.cell)}
          fill={ground(site.group)}
          stroke="#80827e"
          strokeWidth="1"
          {...(site.group === null ? { strokeDasharray: '4 3' } : {})}
        />
      ))}
      {placed.map((site) => (
        <circle
          key={site.id}
          cx={site.x.toFixed(1)}
          cy={site.y.toFixed(1)}
          r={site.radius.toFixed(1)}
          fill="#45484d"
          stroke="#fff"
          strokeWidth="1.5"
        />
      ))}
      {marks.map(({ group, x, y }) => (
        <text
          key={group}
          x={x.toFixed(1)}
          y={(y - 12).toFixed(1)}
          textAnchor="middle"
          fontSize="28"
          fontWeight="700"
          fill="#1b1d20"
          stroke="#fff"
          strokeWidth="5"
          paintOrder="stroke"
          strokeLinejoin="round"
        >
          {order.get(group)?.mark}
        </text>
      ))}
    </svg>
  )
}

import { sankey, sankeyJustify, sankeyLinkHorizontal } from 'd3-sankey'
import { ScrollRegion } from '@/ui/scroll-region'
import type { ThreadFlow } from '../rules'

const WIDTH = 960
const LEAST_HEIGHT = 320
const PER_NODE = 26
const NODE = 14
const COLOURS = {
  source: '#5b7f95',
  demand: '#9a1c1c',
  others: '#8a8a8a',
  service: '#3f7d58',
  end: '#6d5a8c',
} as const

type Named = ThreadFlow['nodes'][number] & { name: string }
type Link = { source: string; target: string; value: number }

/** The thread drawn on the server, from where wishes came to what became of them. The tables beside it say the same. */
export function ThreadPicture({
  label,
  words,
  flow,
  nameOf,
}: {
  label: string
  words: string
  flow: ThreadFlow
  nameOf: (node: ThreadFlow['nodes'][number]) => string
}) {
  const height = Math.max(LEAST_HEIGHT, Math.ceil(flow.nodes.length / 2) * PER_NODE)
  const { nodes, links } = sankey<Named, Link>()
    .nodeId(({ key }) => key)
    .nodeAlign(sankeyJustify)
    .nodeWidth(NODE)
    .nodePadding(10)
    .extent([
      [4, 4],
      [WIDTH - 4, height - 4],
    ])({
    nodes: flow.nodes.map((node) => ({ ...node, name: nameOf(node) })),
    links: flow.links.map((link) => ({ ...link })),
  })
  const path = sankeyLinkHorizontal<Named, Link>()
  return (
    <figure className="flex flex-col gap-1">
      <ScrollRegion label={label}>
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${WIDTH} ${height}`}
          className="w-full min-w-[44rem]"
        >
          <g fill="none" stroke="#9fb8c9" strokeOpacity="0.45">
            {links.map((link) => (
              <path
                key={`${keyOf(link.source)} ${keyOf(link.target)}`}
                d={path(link) ?? ''}
                strokeWidth={Math.max(1, link.width ?? 1)}
              />
            ))}
          </g>
          {nodes.map(({ key, kind, name, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => {
            const isLeft = x0 < WIDTH / 2
            return (
              <g key={key}>
                <rect x={x0} y={y0} width={x1 - x0} height={Math.max(1, y1 - y0)} fill={COLOURS[kind]} />
                <text
                  x={isLeft ? x1 + 6 : x0 - 6}
                  y={(y0 + y1) / 2 + 4}
                  textAnchor={isLeft ? 'start' : 'end'}
                  fontSize="13"
                  fill="currentColor"
                >
                  {name.length > 14 ? `${name.slice(0, 13)}…` : name}
                </text>
              </g>
            )
          })}
        </svg>
      </ScrollRegion>
      <figcaption className="text-sm text-ink-soft">{words}</figcaption>
    </figure>
  )
}

const keyOf = (end: string | number | { key: string }): string =>
  typeof end === 'object' ? end.key : String(end)

/** What became of a wish: offered to all, ordered, on the menu but never ordered, or how its demand stands without the menu. */
export const ENDS = ['for_all', 'ordered', 'not_ordered', 'met', 'planned', 'open', 'declined'] as const
export type End = (typeof ENDS)[number]

export type ThreadService = { id: string; name: string; reach: 'universal' | 'on_demand'; orders: number }

export type ThreadDemand = {
  id: string
  title: string
  state: 'open' | 'planned' | 'on_menu' | 'met' | 'declined'
  /** Pieces of evidence by what they were drawn from. */
  bySource: Readonly<Record<string, number>>
  /** What the menus in force offer for it. */
  services: readonly ThreadService[]
}

export type ThreadNode =
  | { key: string; kind: 'source'; source: string }
  | { key: string; kind: 'demand'; title: string }
  | { key: string; kind: 'others' }
  | { key: string; kind: 'service'; name: string }
  | { key: string; kind: 'end'; end: End }

export type ThreadFlow = { nodes: ThreadNode[]; links: { source: string; target: string; value: number }[] }

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
export const piecesOf = ({ bySource }: ThreadDemand): number => sum(Object.values(bySource))

const endOfService = ({ reach, orders }: ThreadService): End =>
  reach === 'universal' ? 'for_all' : orders > 0 ? 'ordered' : 'not_ordered'

const endOfDemand = ({ state }: ThreadDemand): End =>
  state === 'on_menu'
    ? 'planned'
    : state === 'met' || state === 'declined' || state === 'planned'
      ? state
      : 'open'

/**
 * The way of every piece of evidence, from its source over its demand and the service that answers it to what became of
 * it. All widths are pieces of evidence; where several services answer one demand, its pieces are parted evenly. The
 * `most` largest demands stand by themselves, the others together.
 */
export function flowOf(demands: readonly ThreadDemand[], most: number): ThreadFlow {
  const nodes = new Map<string, ThreadNode>()
  const links = new Map<string, { source: string; target: string; value: number }>()
  const ordered = [...demands]
    .filter((demand) => piecesOf(demand) > 0)
    .sort((a, b) => piecesOf(b) - piecesOf(a))
  const node = (one: ThreadNode): string => {
    nodes.set(one.key, one)
    return one.key
  }
  const link = (source: string, target: string, value: number) => {
    const key = `${source} ${target}`
    const before = links.get(key)
    links.set(key, { source, target, value: (before?.value ?? 0) + value })
  }
  for (const [place, demand] of ordered.entries()) {
    const own =
      place < most
        ? node({ key: `demand ${demand.id}`, kind: 'demand', title: demand.title })
        : node({ key: 'others', kind: 'others' })
    for (const [source, pieces] of Object.entries(demand.bySource))
      if (pieces > 0) link(node({ key: `source ${source}`, kind: 'source', source }), own, pieces)
    const end = (one: End) => node({ key: `end ${one}`, kind: 'end', end: one })
    const pieces = piecesOf(demand)
    if (demand.services.length === 0) link(own, end(endOfDemand(demand)), pieces)
    for (const service of demand.services) {
      const part = pieces / demand.services.length
      const served = node({ key: `service ${service.id}`, kind: 'service', name: service.name })
      link(own, served, part)
      link(served, end(endOfService(service)), part)
    }
  }
  return { nodes: [...nodes.values()], links: [...links.values()] }
}

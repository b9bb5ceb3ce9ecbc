export type Site = {
  id: string
  longitude: number
  latitude: number
  households: number
  group: string | null
}
type Point = { x: number; y: number }
export type Placed = Point & { id: string; group: string | null; radius: number; cell: readonly Point[] }
export type Mark = Point & { group: string }
export type Plan = { width: number; height: number; sites: readonly Placed[]; marks: readonly Mark[] }

const WIDTH = 800
const LEAST_HEIGHT = 400
const MOST_HEIGHT = 900
/** How far around a site its ground reaches at most, in the plan's units: further where there are few. */
const reachOf = (sites: number): number => Math.min(120, Math.max(52, (0.585 * WIDTH) / Math.sqrt(sites)))
const CORNERS = 16

/**
 * Lays sites out on a sheet, north up: degrees of longitude are shortened by the cosine of the latitude. Around each site lies
 * the ground that is nearest to it, as far as the reach; each group is marked at the site nearest to its middle.
 */
export function planOf(given: readonly Site[]): Plan {
  if (given.length === 0) return { width: WIDTH, height: LEAST_HEIGHT, sites: [], marks: [] }
  const longitudes = given.map(({ longitude }) => longitude)
  const latitudes = given.map(({ latitude }) => latitude)
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
  const reach = reachOf(given.length)
  const margin = reach + 8
  const shorten = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const wide = Math.max((east - west) * shorten, 1e-4)
  const high = Math.max(north - south, 1e-4)
  const scale = Math.min((WIDTH - 2 * margin) / wide, (MOST_HEIGHT - 2 * margin) / high)
  const height = Math.max(LEAST_HEIGHT, high * scale + 2 * margin)
  const points = given.map(({ longitude, latitude }) => ({
    x: WIDTH / 2 + (longitude - (west + east) / 2) * shorten * scale,
    y: height / 2 - (latitude - (south + north) / 2) * scale,
  }))
  const most = Math.max(...given.map(({ households }) => households), 1)
  const sites = given.map(({ id, group, households }, index) => ({
    id,
    group,
    ...(points[index] ?? { x: 0, y: 0 }),
    radius: 4 + 9 * Math.sqrt(households / most),
    cell: cellAround(points, index, reach),
  }))
  return { width: WIDTH, height, sites, marks: marksOf(sites) }
}

const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y)

/** A circle of many corners around the point, cut by the middle line to every other point that is near enough to matter. */
function cellAround(points: readonly Point[], index: number, reach: number): Point[] {
  const own = points[index] ?? { x: 0, y: 0 }
  let cell: Point[] = Array.from({ length: CORNERS }, (_, corner) => {
    const angle = (corner / CORNERS) * 2 * Math.PI
    return { x: own.x + reach * Math.cos(angle), y: own.y + reach * Math.sin(angle) }
  })
  for (const other of points) {
    const apart = distance(own, other)
    if (apart > 0 && apart < 2 * reach) cell = cut(cell, own, other)
  }
  return cell
}

/** The part of a convex polygon that is nearer to `own` than to `other`, after Sutherland and Hodgman. */
function cut(polygon: readonly Point[], own: Point, other: Point): Point[] {
  const [dx, dy] = [other.x - own.x, other.y - own.y]
  const middle = (dx * (own.x + other.x) + dy * (own.y + other.y)) / 2
  const beyond = ({ x, y }: Point) => dx * x + dy * y - middle
  return polygon.flatMap((corner, index) => {
    const next = polygon[(index + 1) % polygon.length] ?? corner
    const [here, there] = [beyond(corner), beyond(next)]
    const kept = here <= 0 ? [corner] : []
    if (here <= 0 === there <= 0) return kept
    const part = here / (here - there)
    return [...kept, { x: corner.x + part * (next.x - corner.x), y: corner.y + part * (next.y - corner.y) }]
  })
}

function marksOf(sites: readonly Placed[]): Mark[] {
  const groups = new Map<string, Placed[]>()
  for (const site of sites) {
    if (site.group !== null) groups.set(site.group, [...(groups.get(site.group) ?? []), site])
  }
  return [...groups].map(([group, members]) => {
    const middle = {
      x: members.reduce((sum, { x }) => sum + x, 0) / members.length,
      y: members.reduce((sum, { y }) => sum + y, 0) / members.length,
    }
    const nearest = members.reduce((best, site) =>
      distance(site, middle) < distance(best, middle) ? site : best,
    )
    return { group, x: nearest.x, y: nearest.y }
  })
}

export type Sited = { id: string; longitude: number; latitude: number; households: number }

/** A degree of longitude is shorter than one of latitude by the cosine of it; the sides of a box are compared in the same measure. */
const spread = (sites: readonly Sited[]) => {
  const longitudes = sites.map(({ longitude }) => longitude)
  const latitudes = sites.map(({ latitude }) => latitude)
  const middle = ((Math.max(...latitudes) + Math.min(...latitudes)) / 2) * (Math.PI / 180)
  return {
    wide: (Math.max(...longitudes) - Math.min(...longitudes)) * Math.cos(middle),
    high: Math.max(...latitudes) - Math.min(...latitudes),
  }
}

const byId = (one: Sited, other: Sited) => (one.id < other.id ? -1 : 1)

/**
 * Cuts the sites into `count` zones by halving along the longer side so that households balance: a plain start from which
 * people move compounds by hand. Every zone gets a site when there are enough; the same sites always give the same zones,
 * listed from north to south within each cut and west to east.
 */
export function cutZones(sites: readonly Sited[], count: number): Sited[][] {
  if (count <= 1 || sites.length <= 1) return sites.length > 0 ? [[...sites]] : []
  const { wide, high } = spread(sites)
  const ordered = [...sites].sort((one, other) =>
    wide >= high
      ? one.longitude - other.longitude || byId(one, other)
      : other.latitude - one.latitude || byId(one, other),
  )
  const first = Math.floor(count / 2)
  const second = count - first
  const total = ordered.reduce((sum, { households }) => sum + households, 0)
  let held = 0
  let cut = 0
  while (cut < ordered.length && held + (ordered[cut]?.households ?? 0) / 2 < (total * first) / count) {
    held += ordered[cut]?.households ?? 0
    cut++
  }
  const least = Math.min(first, ordered.length - 1)
  const most = Math.max(ordered.length - second, least)
  const at = Math.min(Math.max(cut, least), most)
  return [...cutZones(ordered.slice(0, at), first), ...cutZones(ordered.slice(at), second)]
}

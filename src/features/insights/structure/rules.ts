/** A building as the structure counts it. */
export type Counted = {
  id: string
  name: string
  communityId: string
  gridId: string | null
  stairwells: number
  captain: { id: string; name: string } | null
}

/** Open requests of a place; one that names no building lies in the community alone. */
export type OpenAt = { communityId: string; buildingId: string | null; count: number }

/** What an organisation answers for: its community, its grid, or the buildings of its centre households. */
export type Part =
  | { kind: 'community'; id: string }
  | { kind: 'grid'; id: string }
  | { kind: 'buildings'; ids: readonly string[] }

export type Figures = {
  buildings: number
  stairwells: number
  captains: number
  vacant: number
  /** Null where the reader sees no requests. */
  openRequests: number | null
}

const isOf = (part: Part, { id, communityId, gridId }: Counted): boolean => {
  if (part.kind === 'community') return communityId === part.id
  return part.kind === 'grid' ? gridId === part.id : part.ids.includes(id)
}

export const buildingsOf = (part: Part, buildings: readonly Counted[]): Counted[] =>
  buildings.filter((building) => isOf(part, building))

/** What a part reports: its buildings, those without a captain, and what lies open in it. */
export function figuresOf(
  part: Part,
  buildings: readonly Counted[],
  requests: readonly OpenAt[] | null,
): Figures {
  const own = buildingsOf(part, buildings)
  const ids = new Set(own.map(({ id }) => id))
  const lies = ({ communityId, buildingId }: OpenAt) =>
    part.kind === 'community' ? communityId === part.id : buildingId !== null && ids.has(buildingId)
  return {
    buildings: own.length,
    stairwells: own.reduce((sum, { stairwells }) => sum + stairwells, 0),
    captains: new Set(own.flatMap(({ captain }) => captain?.id ?? [])).size,
    vacant: own.filter(({ captain }) => captain === null).length,
    openRequests: requests === null ? null : requests.filter(lies).reduce((sum, { count }) => sum + count, 0),
  }
}

/** WGS 84 degrees; the map's own shift of Chinese services is not undone here. */
export type Coordinates = { longitude: number; latitude: number }

/** The mean radius of the earth after IUGG, in metres. */
const EARTH_RADIUS_METRES = 6_371_008.8
/** How much longer the way on foot is than the straight line, in a street grid. */
const DETOUR = 1.3
const WALKING_METRES_PER_MINUTE = 80
/** What counts as near on the contact sheet. */
export const NEAR_MINUTES = 10

/** The degrees between which every place in China lies. */
export const CHINA = { west: 73, east: 136, south: 3, north: 54 } as const

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance by the haversine formula, within 0.5 % of the true one. */
export function distanceMetres(from: Coordinates, to: Coordinates): number {
  const north = radians(to.latitude - from.latitude)
  const east = radians(to.longitude - from.longitude)
  const half =
    Math.sin(north / 2) ** 2 +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(east / 2) ** 2
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** The unrounded time on foot: the straight line × 1.3 at 80 m a minute. */
export function walkingMinutes(from: Coordinates, to: Coordinates): number {
  return (distanceMetres(from, to) * DETOUR) / WALKING_METRES_PER_MINUTE
}

/** Whole minutes as people are told: rounded up and at least 1, so that nobody is promised too short a way. */
export function walkMinutes(from: Coordinates, to: Coordinates): number {
  return Math.max(1, Math.ceil(walkingMinutes(from, to)))
}

/** Whether the place is at most ten minutes away, by the unrounded time. */
export function isNear(from: Coordinates, to: Coordinates): boolean {
  return walkingMinutes(from, to) <= NEAR_MINUTES
}

/** Whether the pair can be a place in China; longitude and latitude given the wrong way round never pass. */
export function isInChina({ longitude, latitude }: Coordinates): boolean {
  return (
    longitude >= CHINA.west && longitude <= CHINA.east && latitude >= CHINA.south && latitude <= CHINA.north
  )
}

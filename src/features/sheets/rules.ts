import { createHash } from 'node:crypto'
import { type Coordinates, isNear, walkingMinutes, walkMinutes } from '@/core/geo'
import type { Day } from '@/core/instants'
import type { ServiceHours } from '@/features/providers/hours/rules'

/** Hours as written in the register, and as understood where they were. */
export type SheetHours = { written: string; understood: ServiceHours | null }

/** A person with a duty; no number without the consent to show it. */
export type SheetPerson = { name: string; phone: string | null }

/** An office or service point; the walk is known where both places are. */
export type SheetPlace = {
  name: string
  phone: string | null
  address: string | null
  hours: SheetHours | null
  walkMinutes: number | null
}

export type SheetProvider = {
  category: string
  name: string
  phone: string | null
  /** What it does, where the register says more than its category. */
  does: string | null
  fee: 'paid' | 'free'
  hours: SheetHours | null
  walkMinutes: number
}

/** One row of the flexible-hours table. */
export type FlexibleRow = { title: string; place: string | null; phone: string | null; hours: SheetHours }

/** All that one notice board's sheet shows; what is missing is null or empty, and the sheet says so. */
export type SheetView = {
  code: string
  /** The sheet's own address in full, for its QR code. */
  address: string
  street: string
  community: string
  compound: string
  building: string
  stairwell: string | null
  captains: readonly SheetPerson[]
  gridMembers: readonly SheetPerson[]
  communityOffice: SheetPlace
  propertyPoint: SheetPlace | null
  /** Whether the compound has coordinates, without which nothing can be called near. */
  isLocated: boolean
  providers: readonly SheetProvider[]
  flexibleHours: readonly FlexibleRow[]
  holdsFrom: Day
  version: number
}

/** What fits one A4 page in a size that can be read in a stairwell. */
export const MOST_PROVIDERS = 12
export const MOST_CAPTAINS = 2
export const MOST_GRID_MEMBERS = 2
/** More rows than these stand in the flexible-hours table, which the sheet links to. */
export const MOST_FLEXIBLE_ROWS = 3

export type CategoryKey =
  | 'plumbing'
  | 'drains'
  | 'locksmith'
  | 'appliances'
  | 'clinic'
  | 'pharmacy'
  | 'meals'
  | 'police'
  | 'cleaning'
  | 'market'
  | 'parcels'
  | 'hairdresser'
  | 'recycling'
  | 'legal'
  | 'volunteers'
  | 'station'
  | 'property'

/** The categories that the register knows, those first that people need most when something breaks or hurts. */
const CATEGORIES: ReadonlyMap<string, CategoryKey> = new Map([
  ['水电维修', 'plumbing'],
  ['管道疏通', 'drains'],
  ['开锁', 'locksmith'],
  ['家电维修', 'appliances'],
  ['社区卫生服务站', 'clinic'],
  ['药店', 'pharmacy'],
  ['助老助餐', 'meals'],
  ['警务室', 'police'],
  ['家政保洁', 'cleaning'],
  ['菜市场', 'market'],
  ['快递驿站', 'parcels'],
  ['理发', 'hairdresser'],
  ['废品回收', 'recycling'],
  ['法律咨询', 'legal'],
  ['志愿服务队', 'volunteers'],
  ['爱心驿站', 'station'],
  ['物业服务点', 'property'],
])
const CATEGORY_ORDER = [...CATEGORIES.keys()]

/** The key under which a category has a name in every language; null for a street's own category. */
export const categoryKeyOf = (category: string): CategoryKey | null => CATEGORIES.get(category) ?? null

const rankOf = (category: string): number => {
  const rank = CATEGORY_ORDER.indexOf(category)
  return rank < 0 ? CATEGORY_ORDER.length : rank
}

/** What choosing needs to know of a provider. */
export type Candidate = { category: string; name: string; coordinates: Coordinates | null }

/** A candidate with its way; the unrounded one decides, the whole minutes are shown. */
export type Chosen<C> = { candidate: C; walkMinutes: number }

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function byDistance<C extends Candidate>(home: Coordinates, candidates: readonly C[]) {
  return candidates
    .flatMap((candidate) =>
      candidate.coordinates
        ? [
            {
              candidate,
              way: walkingMinutes(home, candidate.coordinates),
              walkMinutes: walkMinutes(home, candidate.coordinates),
            },
          ]
        : [],
    )
    .sort((one, other) => one.way - other.way || byText(one.candidate.name, other.candidate.name))
}

/**
 * The providers of a sheet: of those within ten minutes on foot the nearest of each category in the order of need,
 * then the others by distance, as many as one page holds. Property service points stand among the contacts instead.
 */
export function chooseProviders<C extends Candidate>(
  home: Coordinates,
  candidates: readonly C[],
  most = MOST_PROVIDERS,
): Chosen<C>[] {
  const near = byDistance(
    home,
    candidates.filter(
      ({ category, coordinates }) =>
        categoryKeyOf(category) !== 'property' && coordinates !== null && isNear(home, coordinates),
    ),
  )
  const seen = new Set<string>()
  const first: typeof near = []
  const others: typeof near = []
  for (const one of near) {
    if (seen.has(one.candidate.category)) others.push(one)
    else first.push(one)
    seen.add(one.candidate.category)
  }
  first.sort(
    (one, other) => rankOf(one.candidate.category) - rankOf(other.candidate.category) || one.way - other.way,
  )
  return [...first, ...others]
    .slice(0, most)
    .map(({ candidate, walkMinutes: minutes }) => ({ candidate, walkMinutes: minutes }))
}

/** The nearest property service point, however far: somebody must be in charge. */
export function choosePropertyPoint<C extends Candidate>(
  home: Coordinates,
  candidates: readonly C[],
): Chosen<C> | null {
  const [nearest] = byDistance(
    home,
    candidates.filter(({ category }) => categoryKeyOf(category) === 'property'),
  )
  return nearest ? { candidate: nearest.candidate, walkMinutes: nearest.walkMinutes } : null
}

/**
 * A digest of all that the sheet shows and that makes a paper outdated, its code included. Left out are what the
 * version itself decides (number and day), whether a place is open just now, and the host that the QR code names.
 */
export function sheetContentHash(view: SheetView): string {
  const { address: _address, holdsFrom: _holdsFrom, version: _version, ...content } = view
  return createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex')
}

/** The same value with every object's keys in one order, so that the order of a select changes no digest. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => byText(one, other))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** The number as a telephone takes it. */
export function telOf(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  return phone.trim().startsWith('+') ? `+${digits}` : digits
}

/** The number as it is read out: 191 1000 3774, 0523-8853 4592, others as they are kept. */
export function spacedPhone(phone: string): string {
  const plain = phone.trim().replace(/^\+?86[- ]?(?=1\d{2})/, '')
  const digits = plain.replace(/[ -]/g, '')
  if (/^1\d{10}$/.test(digits)) return `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`
  const landline = /^(0(?:10|2\d|[3-9]\d{2}))-?(\d{3,4})(\d{4})$/.exec(plain.replace(/ /g, ''))
  return landline ? `${landline[1]}-${landline[2]} ${landline[3]}` : plain
}

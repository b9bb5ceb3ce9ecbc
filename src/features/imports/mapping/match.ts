import { IGNORED } from '../tables/headings'
import { TABLE_KINDS, type TableKind, tableOf } from '../tables/tables'
import type { Header, Heading } from './header-rows'
import { headingKey, headingKeys } from './headings'

/** What a person once chose for a kind of register: heading (as headingKey gives it) to field, or null to leave it out. */
export type Teaching = {
  kind: TableKind
  headings: Record<string, string | null>
  /** For one sheet alone, whose kind is then certain. */
  sheet?: { file: string; name: string }
}

export type Match = {
  kind: TableKind
  header: Header
  /** Column place to field. */
  fields: Map<number, string>
  /** Columns that a person chose to leave out. */
  left: Set<number>
  missing: string[]
  score: number
}

const dictionaries = new Map<TableKind, Map<string, string>>()

/** Known headings of a kind to fields; the first field that claims a heading has it. */
function dictionaryOf(kind: TableKind): Map<string, string> {
  const known = dictionaries.get(kind)
  if (known) return known
  const dictionary = new Map<string, string>()
  for (const [field, { headings }] of Object.entries(tableOf(kind).fields))
    for (const heading of headings)
      for (const key of [heading.toLowerCase(), ...headingKeys(heading).slice(0, 1)])
        if (!dictionary.has(key)) dictionary.set(key, field)
  dictionaries.set(kind, dictionary)
  return dictionary
}

let everyHeading: Set<string> | undefined

/** Whether any register is known to have such a heading. */
export function isKnownHeading(text: string): boolean {
  everyHeading ??= new Set([...IGNORED, ...TABLE_KINDS.flatMap((kind) => [...dictionaryOf(kind).keys()])])
  const words = everyHeading
  return text.length <= 40 && headingKeys(text).some((key) => words.has(key))
}

const keysOf = (heading: Heading): { joined: string[]; leaf: string[] } => ({
  joined:
    heading.path.length > 1
      ? [...headingKeys(heading.path.join('')), ...headingKeys(heading.path.slice(-2).join(''))]
      : [],
  leaf: headingKeys(heading.leaf),
})

type Claim = { place: number; field: string; strength: number }

const claimsOf = (
  header: Header,
  kind: TableKind,
  taught: ReadonlyMap<string, string | null>,
  left: Set<number>,
): Claim[] => {
  const dictionary = dictionaryOf(kind)
  const claims: Claim[] = []
  for (const heading of header.headings) {
    const keys = keysOf(heading)
    const chosen = [...keys.joined, ...keys.leaf].find((key) => taught.has(key))
    if (chosen !== undefined) {
      const field = taught.get(chosen)
      if (field) claims.push({ place: heading.place, field, strength: 4 })
      else left.add(heading.place)
      continue
    }
    const joined = keys.joined.find((key) => dictionary.has(key))
    const [whole = '', ...looser] = keys.leaf
    const leaf =
      dictionary.get(whole) ?? looser.map((key) => dictionary.get(key)).find((field) => field !== undefined)
    const field = (joined === undefined ? undefined : dictionary.get(joined)) ?? leaf
    if (field)
      claims.push({
        place: heading.place,
        field,
        strength: joined === undefined ? (dictionary.has(whole) ? 2 : 1) : 3,
      })
  }
  return claims
}

/** How well a header reads as a register of this kind. */
export function matchKind(
  header: Header,
  kind: TableKind,
  teachings: readonly Teaching[],
  title: string,
): Match {
  const table = tableOf(kind)
  const taught = new Map(
    teachings
      .filter((teaching) => teaching.kind === kind)
      .flatMap(({ headings }) => Object.entries(headings)),
  )
  const fields = new Map<number, string>()
  const left = new Set<number>()
  const taken = new Set<string>()
  const claims = claimsOf(header, kind, taught, left).filter(({ field }) => table.fields[field] !== undefined)
  let score = 0
  for (const claim of [...claims].sort(
    (one, other) => other.strength - one.strength || one.place - other.place,
  )) {
    const second = table.fields[claim.field]?.second
    const field = taken.has(claim.field) && second ? second : claim.field
    if (taken.has(field)) continue
    taken.add(field)
    fields.set(claim.place, field)
    score += (table.fields[field]?.tells ?? 1) + claim.strength / 10
  }
  const given = new Set([...taken].flatMap((field) => table.fields[field]?.gives ?? []))
  const missing = Object.entries(table.fields)
    .filter(([field, { needed }]) => needed && !taken.has(field) && !given.has(field))
    .map(([field]) => field)
  const foreign = header.headings.filter(
    ({ place, leaf }) => !fields.has(place) && !left.has(place) && !IGNORED.has(headingKey(leaf)),
  ).length
  score -= foreign * 0.6 + missing.length * 4 + (header.depth - 1) * 0.5
  if (table.title.test(title)) score += 1.5
  return { kind, header, fields, left, missing, score }
}

import { isBlank, type Sheet } from '../reading/sheet'
import { TABLE_KINDS, type TableKind, tableOf } from '../tables/tables'
import { DEEPEST_HEADER, type Header, hangsOver, headerAt } from './header-rows'
import { headingKeys } from './headings'
import { isKnownHeading, type Match, matchKind, type Teaching } from './match'

/** A table found in a sheet: its header, what its columns are, and the rows that are its own. */
export type Block = {
  match: Match
  /** Other registers that the same rows hold, as captains named in the list of buildings. */
  also: Match[]
  /** The text above the header. */
  title: string
  from: number
  until: number
  /** 0 to 1: how sure the kind is. */
  confidence: number
}

const DEEPEST_TITLE = 40

const titleAbove = (sheet: Sheet, top: number, from: number): string =>
  sheet.rows
    .slice(Math.max(from, top - 6), top)
    .flatMap((row) => row.filter((cell) => typeof cell === 'string'))
    .join(' ')
    .slice(0, 300)

const looksLikeHeader = (sheet: Sheet, row: number, known: (text: string) => boolean): boolean => {
  const texts = (sheet.rows[row] ?? []).filter((cell) => !isBlank(cell))
  const named = texts.filter((cell) => typeof cell === 'string' && known(cell)).length
  return named >= 2 && named >= texts.length / 4
}

const bestAt = (
  sheet: Sheet,
  row: number,
  from: number,
  teachings: readonly Teaching[],
  only?: TableKind,
): Match | null => {
  let best: Match | null = null
  for (let top = Math.max(from, row - DEEPEST_HEADER + 1); top <= row; top++)
    for (let depth = row - top + 1; depth <= DEEPEST_HEADER && top + depth <= sheet.rows.length; depth++) {
      if (hangsOver(sheet, top, depth)) continue
      const header = headerAt(sheet, top, depth)
      const title = `${sheet.name} ${titleAbove(sheet, top, from)}`
      for (const kind of only ? [only] : TABLE_KINDS) {
        const match = matchKind(header, kind, teachings, title)
        if (match.fields.size >= 2 && (best === null || match.score > best.score)) best = match
      }
    }
  return best
}

const otherRegisters = (match: Match, teachings: readonly Teaching[]): Match[] =>
  TABLE_KINDS.filter((kind) => kind !== match.kind).flatMap((kind) => {
    const own = tableOf(kind).own
    if (!own) return []
    const keys = new Set(own)
    const names = match.header.headings.filter(
      ({ leaf, path }) =>
        headingKeys(leaf).some((key) => keys.has(key)) ||
        headingKeys(path.slice(-2).join('')).some((key) => keys.has(key)),
    )
    const other = matchKind(match.header, kind, teachings, '')
    const person = names.some(({ place }) => other.fields.has(place) && !match.fields.has(place))
    return other.missing.length === 0 && person ? [other] : []
  })

const sure = (match: Match): number => {
  const shown = match.header.headings.length
  const share = shown === 0 ? 0 : match.fields.size / shown
  return match.missing.length > 0 ? Math.min(0.4, share / 2) : Math.round((0.6 + 0.4 * share) * 100) / 100
}

/** Whether rows below repeat the header, as on every printed page. */
export function repeatsHeader(header: Header, row: readonly unknown[]): boolean {
  const headings = header.headings.filter(({ path }) => path.length > 0)
  const same = headings.filter(({ place, leaf, path }) => {
    const cell = row[place]
    return typeof cell === 'string' && (cell.trim() === leaf || path.includes(cell.trim()))
  }).length
  return same >= 2 && same >= headings.length / 2
}

/** The tables of a sheet, top to bottom; none when nothing in it reads as a register. */
export function recogniseSheet(sheet: Sheet, file: string, teachings: readonly Teaching[]): Block[] {
  const forced = teachings.find(
    (teaching) => teaching.sheet?.file === file && teaching.sheet.name === sheet.name,
  )
  const applied = teachings.filter((teaching) => teaching.sheet === undefined || teaching === forced)
  const taught = new Set(applied.flatMap(({ headings }) => Object.keys(headings)))
  const known = (text: string): boolean =>
    isKnownHeading(text) || (text.length <= 40 && headingKeys(text).some((key) => taught.has(key)))
  const blocks: Block[] = []
  let from = 0
  for (let row = 0; row < sheet.rows.length; row++) {
    const last = blocks.at(-1)
    if (!last && row >= DEEPEST_TITLE) break
    if (last && typeof sheet.rows[row]?.find((cell) => !isBlank(cell)) !== 'string') continue
    if (!looksLikeHeader(sheet, row, known)) continue
    if (last && repeatsHeader(last.match.header, sheet.rows[row] ?? [])) continue
    const match = bestAt(sheet, row, from, applied, forced?.kind)
    if (!match || (match.missing.length > 0 && !forced)) continue
    const title = titleAbove(sheet, match.header.top, from)
    from = match.header.top + match.header.depth
    if (last) last.until = match.header.top
    blocks.push({
      match,
      also: otherRegisters(match, applied),
      title,
      from,
      until: sheet.rows.length,
      confidence: sure(match),
    })
    row = from - 1
  }
  return blocks
}

/** The first line that could be headings, where none of them is known. */
export function plainHeader(sheet: Sheet): Header | null {
  const row = sheet.rows.findIndex(
    (cells) => cells.filter((cell) => typeof cell === 'string' && !isBlank(cell)).length >= 2,
  )
  return row < 0 || row >= DEEPEST_TITLE ? null : headerAt(sheet, row, 1)
}

/** What a sheet that no register matches comes nearest to, so that a person can go on from there. */
export function guessHeader(sheet: Sheet, teachings: readonly Teaching[]): Match | null {
  let best: Match | null = null
  for (let row = 0; row < Math.min(sheet.rows.length, 12); row++) {
    const match = bestAt(sheet, row, 0, teachings)
    if (match && (best === null || match.score > best.score)) best = match
  }
  return best
}

import { isBlank, type Sheet, writtenOf } from '../reading/sheet'
import { IGNORED, SENSITIVE } from '../tables/headings'
import { headingKey, headingKeys } from './headings'
import type { Match } from './match'

/** A column of a table as a person checks it: its heading, what it is taken for, and a few of its values. */
export type Column = {
  place: number
  /** A, B, … AA. */
  letter: string
  /** As in the file; with its group where another column has the same one. */
  heading: string
  path: string[]
  /** The form under which a choice for it is remembered. */
  key: string
  field: string | null
  state: 'mapped' | 'ignored' | 'left-out' | 'sensitive' | 'unknown'
  samples: string[]
}

const SAMPLES = 3
const SCANNED_ROWS = 60
const IDENTITY_NUMBER = /^\d{17}[\dXx]$/

function letterOf(place: number): string {
  const rest = Math.floor(place / 26)
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (place % 26))
}

const valuesOf = (sheet: Sheet, place: number, from: number, until: number): string[] =>
  sheet.rows
    .slice(from, Math.min(until, from + SCANNED_ROWS))
    .map((row) => row[place])
    .filter((cell) => !isBlank(cell))
    .map((cell) => writtenOf(cell).trim())

/** The columns of a table; identity numbers and the like are named and none of their values is kept. */
export function columnsOf(sheet: Sheet, match: Match, rows: { from: number; until: number }): Column[] {
  const leaves = match.header.headings.map(({ leaf }) => leaf)
  return match.header.headings.map(({ place, leaf, path }) => {
    const unique = leaves.filter((other) => other === leaf).length === 1
    const field = match.fields.get(place) ?? null
    const values = valuesOf(sheet, place, rows.from, rows.until)
    const identity = values.filter((value) => IDENTITY_NUMBER.test(value)).length > values.length / 2
    const sensitive = field === null && (SENSITIVE.test(path.join('')) || identity)
    const ignored = headingKeys(leaf).some((key) => IGNORED.has(key))
    const heading = unique ? leaf : path.join('/')
    const state = field
      ? 'mapped'
      : sensitive
        ? 'sensitive'
        : match.left.has(place)
          ? 'left-out'
          : ignored
            ? 'ignored'
            : 'unknown'
    const samples = sensitive ? [] : [...new Set(values)].slice(0, SAMPLES)
    return { place, letter: letterOf(place), heading, path, key: headingKey(heading), field, state, samples }
  })
}

import type { Fault } from '../faults'
import type { Unit } from '../mapping/units'
import type { Cell } from '../reading/sheet'

/** What a reader makes of a filled cell: a value, a fault that refuses the row, or a value (or none) with a word about it. */
export type Reading<T> = { value?: T; fault?: Fault; note?: Fault }

export type Reader<T> = (cell: string | number, unit: Unit | null) => Reading<T>

export type Field<T> = {
  /** How registers head such a column, without brackets, spaces and stars. */
  headings: readonly string[]
  reads: Reader<T>
  /** A row without it is refused. */
  needed: boolean
  /** How much the heading tells about which register this is; 1 unless said. */
  tells?: number
  /** The other fields that this one's value fills, as a cell with name and phone does. */
  gives?: readonly string[]
  /** Rows below the first of a group may leave it blank in a text file, where merged cells are lost. */
  grouped?: boolean
  /** The plan may refuse it, so the row keeps it as written. */
  checked?: boolean
  /** Reads 无 and - itself instead of taking them for an empty cell. */
  readsEmptyWords?: boolean
  /** A number of one row, which a merged cell cannot hold. */
  measure?: boolean
  /** The field that takes a second column with a heading of this one. */
  second?: string
}

export type Fields = Record<string, Field<unknown>>

type ValueOf<F> = F extends Field<infer T> ? T : never

/** The typed row of a table: needed fields present, the others only where the file has them. */
export type RowOf<F> = {
  [K in keyof F as F[K] extends { needed: true } ? K : never]: ValueOf<F[K]>
} & { [K in keyof F as F[K] extends { needed: true } ? never : K]?: ValueOf<F[K]> }

type Extras = Omit<Field<unknown>, 'headings' | 'reads' | 'needed'>

export function needed<T>(
  headings: readonly string[],
  reads: Reader<T>,
  extras: Extras = {},
): Field<T> & { needed: true } {
  return { ...extras, headings, reads, needed: true }
}

export function optional<T>(
  headings: readonly string[],
  reads: Reader<T>,
  extras: Extras = {},
): Field<T> & { needed: false } {
  return { ...extras, headings, reads, needed: false }
}

/** The fields of a table, each with what it reads; the row's type follows from them. */
export type Table<F extends Fields> = {
  kind: string
  /** Words in a sheet's name or title that speak for this register. */
  title: RegExp
  fields: F
  /** Headings that name this register's person, so that it can be read from another register's sheet as well. */
  own?: readonly string[]
}

const EMPTY_WORDS =
  /^(?:无|没有|暂无|空|空白|缺|不详|未知|待定|待补|待填|未填|n\/?a|null|none|nil|undefined|[-—–－/\\.。、*?？…_〃]+)$/i

/** Whether the cell says in words that there is nothing to say. */
export function saysNothing(cell: Cell): boolean {
  return typeof cell === 'string' && EMPTY_WORDS.test(cell.trim())
}

/** Every prefix before every base: 楼栋长 and 楼长 before 姓名 and 电话. */
export function each(prefixes: readonly string[], bases: readonly string[]): string[] {
  return prefixes.flatMap((prefix) => bases.map((base) => prefix + base))
}

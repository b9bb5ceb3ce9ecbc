/** What a cell holds once dates, percentages and codes are written out; null is an empty cell. */
export type Cell = string | number | null

/** Rows and columns from 0, all included. */
export type Merge = { top: number; left: number; bottom: number; right: number }

/** One sheet as it lies in the file: `rows[0]` is the spreadsheet's row 1. */
export type Sheet = {
  name: string
  hidden: boolean
  rows: Cell[][]
  merges: Merge[]
  /** A text file has no merged cells: what was merged is blank below its first row. */
  plainText: boolean
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}

/** The cell as a person reads it in the file. */
export function writtenOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell)
}

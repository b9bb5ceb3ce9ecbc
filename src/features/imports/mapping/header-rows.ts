import { type Cell, isBlank, type Merge, type Sheet } from '../reading/sheet'

/** A heading over a column: as it stands above the data, and with the groups above it. */
export type Heading = { place: number; leaf: string; path: string[] }

export type Header = { top: number; depth: number; headings: Heading[] }

/** No register has more lines of headings than this. */
export const DEEPEST_HEADER = 3

const shown = (cell: Cell | undefined): string =>
  isBlank(cell) ? '' : String(cell).replace(/\s+/g, ' ').trim()

const anchorOf = (merges: readonly Merge[], row: number, column: number): Merge | undefined =>
  merges.find(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  )

/** Merged cells of the rows in which headings can stand, by row. */
export function headerMerges(sheet: Sheet, top: number, depth: number): Merge[] {
  return sheet.merges.filter((merge) => merge.bottom >= top && merge.top < top + depth)
}

/** The headings when the header begins in this row and is so many rows deep; groups reach over the columns they are merged with. */
export function headerAt(sheet: Sheet, top: number, depth: number): Header {
  const merges = headerMerges(sheet, top, depth)
  const width = Math.max(0, ...sheet.rows.slice(top, top + depth).map((row) => row.length))
  const lines: string[][] = []
  for (let row = top; row < top + depth; row++) {
    const line: string[] = []
    const cells = sheet.rows[row] ?? []
    const filled = cells.filter((cell) => !isBlank(cell)).length
    for (let column = 0; column < width; column++) {
      const merge = anchorOf(merges, row, column)
      const cell = merge && merge.top >= top ? sheet.rows[merge.top]?.[merge.left] : cells[column]
      let text = shown(cell)
      const groupReaches = sheet.plainText && row < top + depth - 1 && filled > 1 && text === ''
      if (groupReaches && !isBlank(sheet.rows[row + 1]?.[column])) text = line[column - 1] ?? ''
      line.push(text)
    }
    lines.push(line)
  }
  const headings: Heading[] = []
  for (let column = 0; column < width; column++) {
    const path = lines
      .map((line) => line[column] ?? '')
      .filter((text, place, all) => text !== '' && text !== all[place - 1])
    const leaf = path.at(-1)
    if (leaf !== undefined) headings.push({ place: column, leaf, path })
  }
  return { top, depth, headings }
}

/** Whether a merged cell begins inside the header and hangs over its last row. */
export function hangsOver(sheet: Sheet, top: number, depth: number): boolean {
  const end = top + depth - 1
  return sheet.merges.some((merge) => merge.top >= top && merge.top <= end && merge.bottom > end)
}

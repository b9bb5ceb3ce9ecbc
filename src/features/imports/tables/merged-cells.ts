import type { Cell, Sheet } from '../reading/sheet'

export type Filling = { cell: Cell; first: boolean }

/** What cells merged down a column hold in each of their rows; merges across a row are titles and notes, and stay alone. */
export function fillMerged(sheet: Sheet, from: number, until: number): Map<number, Map<number, Filling>> {
  const filled = new Map<number, Map<number, Filling>>()
  for (const { top, bottom, left } of sheet.merges) {
    if (bottom === top || top < from || top >= until) continue
    const cell = sheet.rows[top]?.[left] ?? null
    for (let row = top; row <= Math.min(bottom, until - 1); row++) {
      const line = filled.get(row) ?? new Map<number, Filling>()
      line.set(left, { cell, first: row === top })
      filled.set(row, line)
    }
  }
  return filled
}

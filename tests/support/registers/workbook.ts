import { type CellObject, utils, type WorkBook, write } from '@e965/xlsx'

type Value = string | number | null

export type SheetRecipe = {
  name: string
  rows: (Value | CellObject)[][]
  /** As A1:C1. */
  merges?: string[]
  hidden?: boolean
}

/** A workbook as an office would save it. */
export function workbookOf(sheets: readonly SheetRecipe[], bookType: 'xlsx' | 'biff8' = 'xlsx'): Buffer {
  const book: WorkBook = utils.book_new()
  for (const { name, rows, merges = [] } of sheets) {
    const sheet = utils.aoa_to_sheet(rows)
    sheet['!merges'] = merges.map((range) => utils.decode_range(range))
    utils.book_append_sheet(book, sheet, name)
  }
  book.Workbook = { Sheets: sheets.map(({ name, hidden }) => ({ name, Hidden: hidden ? 1 : 0 })) }
  return write(book, { type: 'buffer', bookType, compression: true })
}

/** Rows as comma-separated text; cells with commas, quotes or line breaks are quoted. */
export function textOf(rows: readonly (readonly Value[])[], delimiter = ','): string {
  const cell = (value: Value): string => {
    const text = value === null ? '' : String(value)
    return /["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return rows.map((row) => row.map(cell).join(delimiter)).join('\r\n')
}

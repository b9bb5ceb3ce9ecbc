import ExcelJS from 'exceljs'
import type { FileAnswer } from './endpoint'

export type WorkbookColumn<Row> = {
  heading: string
  width?: number
  value: (row: Row) => string | number | Date | null
}

/** A text that a spreadsheet would take for a formula is kept a text. */
export const tame = (value: string | number | Date | null) =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^[+-]?\d[\d\s-]*$/.test(value)
    ? `'${value}`
    : value

/** A workbook of one sheet, with a heading row that stays in sight. */
export async function workbookOf<Row>(
  name: string,
  columns: readonly WorkbookColumn<Row>[],
  rows: readonly Row[],
): Promise<FileAnswer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(name.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ heading, width = 14 }) => ({ header: heading, width }))
  sheet.getRow(1).font = { bold: true }
  for (const row of rows) sheet.addRow(columns.map(({ value }) => tame(value(row))))
  const bytes = await workbook.xlsx.writeBuffer()
  return {
    file: {
      name: `${name}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: new Uint8Array(bytes),
    },
  }
}

import ExcelJS from 'exceljs'
import type { FileAnswer } from './answers'
import type { Locale } from './locale'
import { loadMessages, type Messages } from './messages'

/** The words of the first path that has any, in the reader's language; a path without words stands for itself. */
export type Say = (...paths: string[]) => string

export type WorkbookColumn<Row> = {
  /** A key of `workbooks.headings`. */
  heading: string
  width?: number
  value: (row: Row, say: Say) => string | number | Date | null
}

const wordsAt = (messages: Messages, path: string): string | Messages | undefined =>
  path
    .split('.')
    .reduce<string | Messages | undefined>(
      (inner, part) => (typeof inner === 'object' ? inner[part] : undefined),
      messages,
    )

export async function saying(locale: Locale): Promise<Say> {
  const messages = await loadMessages(locale)
  return (...paths) => {
    const words = paths.map((path) => wordsAt(messages, path)).find((found) => typeof found === 'string')
    return typeof words === 'string' ? words : (paths.at(-1)?.split('.').at(-1) ?? '')
  }
}

/** A workbook of one sheet in the reader's language, with a heading row that stays in sight; `title` is a key of `workbooks.titles`. */
export async function workbookOf<Row>(
  locale: Locale,
  title: string,
  columns: readonly WorkbookColumn<Row>[],
  rows: readonly Row[],
): Promise<FileAnswer> {
  const say = await saying(locale)
  const name = say(`workbooks.titles.${title}`)
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(name.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ heading, width = 14 }) => ({
    header: say(`workbooks.headings.${heading}`),
    width,
  }))
  sheet.getRow(1).font = { bold: true }
  for (const row of rows) sheet.addRow(columns.map(({ value }) => value(row, say)))
  const bytes = await workbook.xlsx.writeBuffer()
  return {
    file: {
      name: `${name}.xlsx`,
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: new Uint8Array(bytes),
    },
  }
}

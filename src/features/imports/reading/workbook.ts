import { type CellObject, read, SSF, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { type Fault, fault } from '../faults'
import type { Limits } from './limits'
import type { Cell, Merge, Sheet } from './sheet'

set_cptable(codePages)

const two = (value: number): string => String(value).padStart(2, '0')

/** A serial number as the day, month or time that its format shows. */
function writtenDate(serial: number, format: string, from1904: boolean): string {
  const date = SSF.parse_date_code(serial, { date1904: from1904 })
  if (!date) return String(serial)
  const time = date.H || date.M ? ` ${two(date.H)}:${two(date.M)}` : ''
  if (serial < 1) return `${two(date.H)}:${two(date.M)}`
  const showsDay = /d/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, '')) || format === '14'
  const showsYear = /[ye]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]/g, ''))
  const month = `${date.y}-${two(date.m)}`
  return showsDay || !showsYear ? `${month}-${two(date.d)}${time}` : month
}

const LEADING_ZEROS = /^0{2,}$/

/** A number as it is meant: dates written out, percentages with their sign, codes with their leading zeros. */
function writtenNumber(value: number, format: string | number | undefined, from1904: boolean): Cell {
  const shown = typeof format === 'string' ? format : ''
  if (shown === '' || shown === 'General') return value
  if (SSF.is_date(shown)) return value >= 0 && value < 2_958_466 ? writtenDate(value, shown, from1904) : value
  if (shown.includes('%')) return `${Number((value * 100).toPrecision(12))}%`
  if (LEADING_ZEROS.test(shown)) return String(value).padStart(shown.length, '0')
  if (
    shown === '0.00' &&
    value > 1900 &&
    value < 2100 &&
    Number.isInteger(Number((value * 100).toPrecision(10)))
  )
    return value.toFixed(2)
  return value
}

function cellOf(cell: CellObject | undefined, from1904: boolean): Cell {
  if (!cell || cell.v === undefined || cell.v === null) return null
  if (cell.t === 'e') return `#${String(cell.w ?? 'N/A').replace(/^#/, '')}`
  if (typeof cell.v === 'number') return writtenNumber(cell.v, cell.z, from1904)
  if (typeof cell.v === 'boolean') return cell.v ? 'TRUE' : 'FALSE'
  return cell.v === '' ? null : String(cell.v)
}

const mergesOf = (sheet: WorkSheet): Merge[] =>
  (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))

function sheetOf(
  name: string,
  hidden: boolean,
  from: WorkSheet,
  from1904: boolean,
  limits: Limits,
): Sheet | Fault {
  const lines = (from['!data'] ?? []) as (CellObject[] | undefined)[]
  if (lines.length > limits.rows) return fault('too-many-rows', { limit: limits.rows })
  const rows: Cell[][] = []
  for (let index = 0; index < lines.length; index++) {
    const cells = Array.from(lines[index] ?? [], (cell) => cellOf(cell, from1904))
    while (cells.length > 0 && cells.at(-1) === null) cells.pop()
    if (cells.length > limits.columns) return fault('too-many-columns', { limit: limits.columns })
    rows.push(cells)
  }
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop()
  return { name, hidden, rows, merges: mergesOf(from), plainText: false }
}

/** All sheets of an .xlsx or .xls workbook; formulas count by their kept values. */
export function readWorkbook(bytes: Buffer, limits: Limits): Sheet[] | Fault {
  let book: WorkBook
  try {
    book = read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      sheetStubs: false,
      sheetRows: limits.rows + 1,
    })
  } catch (error) {
    return fault(
      error instanceof Error && /password|encrypt/i.test(error.message) ? 'file-password' : 'file-corrupt',
    )
  }
  if (book.SheetNames.length > limits.sheets) return fault('too-many-sheets', { limit: limits.sheets })
  const from1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets: Sheet[] = []
  for (const [place, name] of book.SheetNames.entries()) {
    const from = book.Sheets[name]
    if (!from) continue
    const sheet = sheetOf(name, (book.Workbook?.Sheets?.[place]?.Hidden ?? 0) > 0, from, from1904, limits)
    if ('code' in sheet) return sheet
    sheets.push(sheet)
  }
  return sheets
}

import { type CellFault, fault } from '../faults'
import { type Column, columnsOf } from '../mapping/columns'
import type { Match } from '../mapping/match'
import type { Block } from '../mapping/recognise'
import { unitOf } from '../mapping/units'
import { type Cell, isBlank, type Sheet, writtenOf } from '../reading/sheet'
import { type Field, saysNothing } from './field'
import { fillMerged } from './merged-cells'
import { type Skipped, skipReason } from './skipped-rows'
import { type RowsOf, type TableKind, tableOf } from './tables'

/** A row that was read, with what the file says in the cells that the plan may come back to, and all its cells as the columns stand. */
export type ReadRow<Values> = {
  row: number
  values: Values
  written: Record<string, string>
  cells: string[]
}

/** A row that cannot go in, and why. */
export type FaultedRow = {
  row: number
  faults: CellFault[]
  written: Record<string, string>
  cells: string[]
}

export type RowNote = CellFault & { row: number }

type TableOfKind<K extends TableKind> = {
  kind: K
  file: string
  sheet: string
  title: string
  confidence: number
  /** The spreadsheet's row of the first heading, and how many rows the headings take. */
  headerRow: number
  headerDepth: number
  columns: Column[]
  rows: ReadRow<RowsOf[K]>[]
  faulted: FaultedRow[]
  notes: RowNote[]
  skipped: Skipped[]
}

export type ReadTable<K extends TableKind = TableKind> = { [Kind in K]: TableOfKind<Kind> }[K]

type Plot = {
  place: number
  name: string
  field: Field<unknown>
  heading: string
  unit: ReturnType<typeof unitOf>
}

const plotsOf = (match: Match, columns: readonly Column[]): Plot[] =>
  [...match.fields].flatMap(([place, name]) => {
    const field = tableOf(match.kind).fields[name]
    const column = columns.find((known) => known.place === place)
    return field && column
      ? [{ place, name, field, heading: column.heading, unit: unitOf(column.path.join(' ')) }]
      : []
  })

const DITTO = /^(?:同上|同左|〃|″|"|'')$/
const FORMULA_ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)/i

const missingFault = (name: string) =>
  fault(name === 'name' ? 'missing-name' : name === 'phone' ? 'missing-phone' : 'missing')

/** Reads the rows of a table into typed values; a row with a fault is listed instead. */
export function readTable(sheet: Sheet, file: string, block: Block, match: Match): ReadTable {
  const table = tableOf(match.kind)
  const columns = columnsOf(sheet, match, block)
  const plots = plotsOf(match, columns)
  const persons = new Set(['name', 'contactName', 'leaderName'])
  const merged = fillMerged(sheet, block.from, block.until)
  const above = new Map<number, Cell>()
  const takenFromAbove = new Map<string, { row: number; heading: string; value: string; count: number }>()
  const [rows, faulted, notes, skipped]: [
    ReadRow<Record<string, unknown>>[],
    FaultedRow[],
    RowNote[],
    Skipped[],
  ] = [[], [], [], []]

  for (let index = block.from; index < block.until; index++) {
    const cells = sheet.rows[index] ?? []
    const row = index + 1
    const reason = skipReason(sheet, index, match)
    if (reason === 'blank') continue
    if (reason) {
      skipped.push({
        row,
        why: reason,
        text: cells
          .filter((cell) => !isBlank(cell))
          .map(writtenOf)
          .join(' ')
          .slice(0, 200),
      })
      continue
    }
    const values: Record<string, unknown> = {}
    const written: Record<string, string> = {}
    const faults: CellFault[] = []
    for (const { place, name, field, heading, unit } of plots) {
      const filling = merged.get(index)?.get(place)
      let cell: Cell = filling?.cell ?? cells[place] ?? null
      const value = writtenOf(cell)
      if (filling && field.measure) {
        if (filling.first && !isBlank(cell))
          notes.push({ row, column: heading, value, ...fault('merged-number') })
        continue
      }
      if (typeof cell === 'string' && DITTO.test(cell.trim())) cell = above.get(place) ?? null
      else if (sheet.plainText && field.grouped && isBlank(cell) && above.has(place)) {
        cell = above.get(place) ?? null
        const known = takenFromAbove.get(name) ?? { row, heading, value: writtenOf(cell), count: 0 }
        takenFromAbove.set(name, { ...known, count: known.count + 1 })
      }
      if (!isBlank(cell)) above.set(place, cell)
      if (field.checked) written[name] = writtenOf(cell)
      if (cell === null || isBlank(cell)) continue
      if (saysNothing(cell) && !field.readsEmptyWords) continue
      if (typeof cell === 'string' && FORMULA_ERROR.test(cell)) {
        faults.push({ column: heading, value, ...fault('formula-error') })
        continue
      }
      const read = field.reads(cell, unit)
      if (read.fault)
        faults.push({
          column: heading,
          value,
          ...(read.fault.code === 'missing-name' && !persons.has(name) ? fault('missing') : read.fault),
        })
      if (read.note) notes.push({ row, column: heading, value, ...read.note })
      if (read.value === undefined) continue
      if (!field.gives) values[name] = read.value
      else for (const [given, part] of Object.entries(read.value as object)) values[given] ??= part
    }
    for (const [name, field] of Object.entries(table.fields)) {
      if (!field.needed || values[name] !== undefined) continue
      const plot =
        plots.find((known) => known.name === name) ?? plots.find((known) => known.field.gives?.includes(name))
      if (faults.some(({ column }) => column === plot?.heading)) continue
      const value = plot ? writtenOf(cells[plot.place]) : ''
      const blamed = missingFault(
        match.kind === 'captains' ||
          match.kind === 'grid-members' ||
          match.kind === 'crew' ||
          name === 'phone'
          ? name
          : '',
      )
      faults.push({ column: plot?.heading ?? '', value, ...blamed })
    }
    const given = columns.map(({ place, state }) => (state === 'sensitive' ? '' : writtenOf(cells[place])))
    if (faults.length > 0) faulted.push({ row, faults, written, cells: given })
    else rows.push({ row, values, written, cells: given })
  }
  for (const { row, heading, value, count } of takenFromAbove.values())
    notes.push({ row, column: heading, value, ...fault('taken-from-above', { count, value }) })

  const { kind, header } = match
  const read = {
    kind,
    file,
    sheet: sheet.name,
    title: block.title,
    confidence: block.confidence,
    headerRow: header.top + 1,
  }
  return { ...read, headerDepth: header.depth, columns, rows, faulted, notes, skipped } as ReadTable
}

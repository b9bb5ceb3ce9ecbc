import { type Fault, fault } from './faults'
import { type Column, columnsOf } from './mapping/columns'
import type { Match, Teaching } from './mapping/match'
import { guessHeader, plainHeader, recogniseSheet } from './mapping/recognise'
import { LIMITS, type Limits } from './reading/limits'
import { readRegisterFile } from './reading/register-file'
import type { Sheet } from './reading/sheet'
import { type ReadTable, readTable } from './tables/read-table'
import type { TableKind } from './tables/tables'

/** What a sheet nobody recognised comes nearest to. */
export type Guess = { kind: TableKind; headerRow: number; missing: string[]; columns: Column[] }

export type SheetReading = {
  sheet: string
  rows: number
  tables: ReadTable[]
  /** Why nothing of the sheet goes in. */
  refused?: Fault
  guess?: Guess
}

export type FileReading = { file: string; bytes: number; refused?: Fault; sheets: SheetReading[] }

/** Everything that was read from a street's files; the plan is made of it. */
export type Reading = { files: FileReading[] }

export type RegisterFile = { name: string; bytes: Buffer }

/** A table of which nothing is known, so that a person can say what its columns are. */
function unknownTable(sheet: Sheet): Match | null {
  const header = plainHeader(sheet)
  if (!header) return null
  return { kind: 'compounds', header, fields: new Map(), left: new Set(), missing: [], score: 0 }
}

function readSheet(sheet: Sheet, file: string, teachings: readonly Teaching[]): SheetReading {
  const about = { sheet: sheet.name, rows: sheet.rows.length }
  if (sheet.rows.length === 0) return { ...about, tables: [], refused: fault('sheet-empty') }
  const chosen = teachings.some(
    (teaching) => teaching.sheet?.file === file && teaching.sheet.name === sheet.name,
  )
  if (sheet.hidden && !chosen) return { ...about, tables: [], refused: fault('sheet-hidden') }
  const blocks = recogniseSheet(sheet, file, teachings)
  if (blocks.length > 0) {
    const tables = blocks.flatMap((block) =>
      [block.match, ...block.also].map((match) => readTable(sheet, file, block, match)),
    )
    return { ...about, tables }
  }
  const refused = fault('sheet-unrecognised')
  const near = guessHeader(sheet, teachings) ?? unknownTable(sheet)
  if (!near) return { ...about, tables: [], refused }
  const from = near.header.top + near.header.depth
  const columns = columnsOf(sheet, near, { from, until: sheet.rows.length })
  return {
    ...about,
    tables: [],
    refused,
    guess: { kind: near.kind, headerRow: near.header.top + 1, missing: near.missing, columns },
  }
}

/** Reads register files into typed rows, in the order of their names, so that the order of dropping them is no matter. */
export async function readRegisters(
  files: readonly RegisterFile[],
  teachings: readonly Teaching[] = [],
  limits: Limits = LIMITS,
): Promise<Reading> {
  const read: FileReading[] = []
  for (const { name, bytes } of [...files].sort((one, other) =>
    one.name < other.name ? -1 : one.name > other.name ? 1 : 0,
  )) {
    const opened = await readRegisterFile(name, bytes, limits)
    read.push({
      file: name,
      bytes: bytes.length,
      ...(opened.ok ? {} : { refused: opened.fault }),
      sheets: opened.ok ? opened.sheets.map((sheet) => readSheet(sheet, name, teachings)) : [],
    })
  }
  return { files: read }
}

import { reasonText } from '../fault-words'
import { type CellFault, type Fault, fault } from '../faults'
import type { Reading } from '../registers'
import type { ReadRow, ReadTable } from '../tables/read-table'
import type { RowsOf, TableKind } from '../tables/tables'
import { changedFields } from './compare'
import { KEYS } from './keys'
import type { Existing, Noun, Place, Planned, Records, Rejection, Warning } from './records'

export type Street = { code: string; name: string }

type AnyRow = ReadRow<unknown>

/** The rows of one kind with their tables, in the order of files, sheets and rows. */
export type Line<K extends TableKind> = { table: ReadTable<K>; row: ReadRow<RowsOf[K]> }

/** A table of one kind; `kind` is its proof, which the compiler cannot follow through the filter. */
const tablesOf = <K extends TableKind>(reading: Reading, kind: K): ReadTable<K>[] =>
  reading.files.flatMap(({ sheets }) =>
    sheets.flatMap(
      ({ tables }) => tables.filter((table) => table.kind === kind) as unknown as ReadTable<K>[],
    ),
  )

type Lists = { [N in Noun]: Map<string, Planned<Records[N]>> }

const emptyLists = (): Lists => ({
  communities: new Map(),
  compounds: new Map(),
  grids: new Map(),
  buildings: new Map(),
  persons: new Map(),
  gridMembers: new Map(),
  captains: new Map(),
  providers: new Map(),
  workers: new Map(),
  questionnaires: new Map(),
  partyOrganisations: new Map(),
  centreHouseholds: new Map(),
})

/** Where all parts of a plan lay down what goes in, what does not, and what is worth a word. */
export class Desk {
  readonly planned: Lists = emptyLists()
  readonly rejections: Rejection[] = []
  readonly warnings: Warning[] = []
  private readonly known: { [N in Noun]: ReadonlyMap<string, Records[N]> }

  constructor(
    readonly street: Street,
    private readonly reading: Reading,
    readonly existing: Existing,
  ) {
    const byKey = <N extends Noun>(noun: N) =>
      new Map(existing[noun].map((record) => [KEYS[noun](record), record]))
    this.known = {
      communities: byKey('communities'),
      compounds: byKey('compounds'),
      grids: byKey('grids'),
      buildings: byKey('buildings'),
      persons: byKey('persons'),
      gridMembers: byKey('gridMembers'),
      captains: byKey('captains'),
      providers: byKey('providers'),
      workers: byKey('workers'),
      questionnaires: byKey('questionnaires'),
      partyOrganisations: byKey('partyOrganisations'),
      centreHouseholds: byKey('centreHouseholds'),
    }
    for (const { sheets } of reading.files)
      for (const { tables } of sheets)
        for (const table of tables) {
          for (const { row, faults, cells } of table.faulted) this.refuse(table, row, faults, cells)
          for (const note of table.notes)
            this.warnings.push({ ...placeOf(table, note.row), kind: table.kind, ...note })
        }
  }

  tables<K extends TableKind>(kind: K): ReadTable<K>[] {
    return tablesOf(this.reading, kind)
  }

  lines<K extends TableKind>(kind: K): Line<K>[] {
    return this.tables(kind).flatMap((table) =>
      (table.rows as ReadRow<RowsOf[K]>[]).map((row): Line<K> => ({ table, row })),
    )
  }

  /** The record as it will be: planned now, or there already. */
  find<N extends Noun>(noun: N, key: string): Records[N] | undefined {
    const list: ReadonlyMap<string, Planned<Records[N]>> = this.planned[noun]
    return list.get(key)?.record ?? this.before(noun, key)
  }

  before<N extends Noun>(noun: N, key: string): Records[N] | undefined {
    const list: ReadonlyMap<string, Records[N]> = this.known[noun]
    return list.get(key)
  }

  put<N extends Noun>(noun: N, record: Records[N], at: Place): Planned<Records[N]> {
    const key = KEYS[noun](record)
    const before = this.before(noun, key)
    const changed = before ? changedFields(record, before) : []
    const change = before ? (changed.length > 0 ? 'update' : 'same') : 'add'
    const planned: Planned<Records[N]> = {
      key,
      record,
      change,
      changed,
      at,
      ...(before && changed.length > 0 ? { before } : {}),
    }
    const list: Map<string, Planned<Records[N]>> = this.planned[noun]
    list.set(key, planned)
    return planned
  }

  refuse(table: ReadTable, row: number, faults: CellFault[], cells: string[]): void {
    this.rejections.push({
      ...placeOf(table, row),
      kind: table.kind,
      column: faults.map(({ column }) => column).join('、'),
      value: faults.map(({ value }) => value).join('、'),
      code: faults[0]?.code ?? '',
      reason: reasonText(faults, 'zh-CN'),
      faults,
      cells: table.columns.map(({ heading, field }, place) => ({
        heading,
        field,
        value: cells[place] ?? '',
      })),
    })
  }

  /** Refuses a row for one of its fields. */
  refuseField(table: ReadTable, row: AnyRow, field: string, given: Fault): void {
    this.refuse(table, row.row, [cellFault(table, row, field, given)], row.cells)
  }

  warn(table: ReadTable, row: AnyRow, field: string, given: Fault): void {
    this.warnings.push({
      ...placeOf(table, row.row),
      kind: table.kind,
      ...cellFault(table, row, field, given),
    })
  }
}

const cellFault = (table: ReadTable, row: AnyRow, field: string, given: Fault): CellFault => {
  const column = table.columns.find((known) => known.field === field)
  return { column: column?.heading ?? '', value: row.written[field] ?? '', ...given }
}

export function placeOf(table: ReadTable, row: number): Place {
  return { file: table.file, sheet: table.sheet, row }
}

/** A fault that points at another row; file and sheet are named only when they are others. */
export function pointing(
  code: Fault['code'],
  at: Place,
  table: ReadTable,
  params: Record<string, string> = {},
): Fault {
  const elsewhere = at.file !== table.file || at.sheet !== table.sheet
  return fault(code, { ...params, row: at.row, ...(elsewhere ? { file: at.file, sheet: at.sheet } : {}) })
}

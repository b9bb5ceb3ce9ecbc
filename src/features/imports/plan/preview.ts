import type { Fault } from '../faults'
import type { Column } from '../mapping/columns'
import type { Reading } from '../registers'
import type { Skipped } from '../tables/skipped-rows'
import type { TableKind } from '../tables/tables'
import { labelOf, written } from './labels'
import { masked, PRIVATE_FIELDS } from './masking'
import type { Accepted, Plan } from './plan'
import type { Noun, Place, Planned, Records } from './records'

export type PreviewColumn = Pick<Column, 'letter' | 'heading' | 'key' | 'field' | 'state' | 'samples'>

/** A table as it was taken; without rows, what the sheet comes nearest to. */
export type PreviewTable = {
  kind: TableKind
  confidence: number
  headerRow: number
  read: number
  faulted: number
  missing: string[]
  columns: PreviewColumn[]
}

export type PreviewSheet = { sheet: string; rows: number; refused?: Fault; tables: PreviewTable[] }
export type PreviewFile = { file: string; bytes: number; refused?: Fault; sheets: PreviewSheet[] }

/** A field that changes; hidden where its values are behind a permission of their own. */
export type FieldChange = { field: string; from: string; to: string; hidden?: true }
export type PreviewRecord = { label: string; change: 'add' | 'update'; fields: FieldChange[]; at: Place }

export type Preview = {
  files: PreviewFile[]
  counts: { [N in Noun]: { add: number; update: number; same: number } }
  records: { [N in Noun]: PreviewRecord[] }
  successions: { building: string; from: string; to: string }[]
  newNumbers: { name: string; from: string; to: string }[]
  warnings: (Place & Fault & { column: string; value: string })[]
  skipped: (Skipped & { file: string; sheet: string })[]
  notImported: Plan['notImported']
  accepted: Accepted
  rejected: number
}

/** So many of a noun's records are shown one by one; the counts are whole. */
export const MOST_RECORDS = 10_000
const MOST_NOTES = 2_000

const columnsOf = (columns: readonly Column[]): PreviewColumn[] =>
  columns.map(({ letter, heading, key, field, state, samples }) => ({
    letter,
    heading,
    key,
    field,
    state,
    samples: field !== null && PRIVATE_FIELDS.has(field) ? [] : samples.map(masked),
  }))

function filesOf(reading: Reading): PreviewFile[] {
  return reading.files.map(({ file, bytes, refused, sheets }) => ({
    file,
    bytes,
    ...(refused ? { refused } : {}),
    sheets: sheets.map(({ sheet, rows, refused: why, tables, guess }) => ({
      sheet,
      rows,
      ...(why ? { refused: why } : {}),
      tables: [
        ...tables.map(({ kind, confidence, headerRow, rows: read, faulted, columns }) => ({
          kind,
          confidence,
          headerRow,
          read: read.length,
          faulted: faulted.length,
          missing: [],
          columns: columnsOf(columns),
        })),
        ...(guess
          ? [
              {
                kind: guess.kind,
                confidence: 0,
                headerRow: guess.headerRow,
                read: 0,
                faulted: 0,
                missing: guess.missing,
                columns: columnsOf(guess.columns),
              },
            ]
          : []),
      ],
    })),
  }))
}

function recordOf<N extends Noun>(noun: N, { record, before, change, changed, at }: Planned<Records[N]>) {
  const fields = changed.map((field): FieldChange => {
    if (PRIVATE_FIELDS.has(field)) return { field, from: '', to: '', hidden: true }
    const value = (of: unknown) => masked(written((of as Record<string, unknown> | undefined)?.[field]))
    return { field, from: value(before), to: value(record) }
  })
  return {
    label: labelOf(noun, record),
    change: change === 'add' ? ('add' as const) : ('update' as const),
    fields,
    at,
  }
}

/** What an import will do, as a person reads it before it starts. */
export function previewOf(reading: Reading, plan: Plan): Preview {
  const counts: Record<string, object> = {}
  const records: Record<string, object[]> = {}
  for (const noun of Object.keys(plan.records) as Noun[]) {
    const planned = plan.records[noun] as Planned<Records[typeof noun]>[]
    const of = (change: string) => planned.filter((one) => one.change === change).length
    counts[noun] = { add: of('add'), update: of('update'), same: of('same') }
    const ordered = [
      ...planned.filter(({ change }) => change === 'update'),
      ...planned.filter(({ change }) => change === 'add'),
    ]
    records[noun] = ordered.slice(0, MOST_RECORDS).map((one) => recordOf(noun, one))
  }
  return {
    files: filesOf(reading),
    counts: counts as Preview['counts'],
    records: records as Preview['records'],
    successions: plan.successions.map(({ building, from, to }) => ({
      building: `${building.compound}${building.number}`,
      from: from.name,
      to: to.name,
    })),
    newNumbers: plan.newNumbers.map(({ name, from, to }) => ({ name, from: masked(from), to: masked(to) })),
    warnings: plan.warnings.slice(0, MOST_NOTES).map(({ kind: _, ...warning }) => ({
      ...warning,
      value: masked(warning.value),
      ...(warning.params
        ? {
            params: Object.fromEntries(
              Object.entries(warning.params).map(([key, text]) => [key, masked(text)]),
            ),
          }
        : {}),
    })),
    skipped: plan.skipped.slice(0, MOST_NOTES).map((row) => ({ ...row, text: masked(row.text) })),
    notImported: plan.notImported,
    accepted: plan.accepted,
    rejected: plan.rejected.length,
  }
}

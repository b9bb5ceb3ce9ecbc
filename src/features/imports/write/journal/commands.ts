import type { Writing } from '../ground'
import {
  columnName,
  hasVersion,
  JOURNALLED,
  type JournalledTable,
  rowName,
  sameRow,
  TABLE_NAMES,
} from './rules'

type Row = Record<string, unknown>

const inColumns = (streetId: string, row: Row): Row => ({
  street_id: streetId,
  ...Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [columnName(field), value]),
  ),
})

/** Rows that this transaction wrote itself have its number; what they were before is kept already, or they are new. */
const OWN = 'pg_current_xact_id()::xid'

async function keepBefore(
  writing: Writing,
  table: JournalledTable,
  rows: string,
  differs = 'true',
): Promise<void> {
  const { tx, streetId, importId } = writing
  // The lock comes with the image: what somebody else writes meanwhile waits, and is not taken for the import's own.
  await tx.$executeRawUnsafe(
    `WITH held AS (
      SELECT t.* FROM ${table} t JOIN jsonb_populate_recordset(NULL::${table}, $1::jsonb) n ON ${sameRow(table, 't', 'n')}
      WHERE t.xmin <> ${OWN} AND ${differs} FOR UPDATE OF t)
    INSERT INTO import_change (street_id, import_id, position, noun, record_id, before)
    SELECT $2::uuid, $3::uuid, coalesce((SELECT max(position) FROM import_change WHERE street_id = $2::uuid AND import_id = $3::uuid), 0)
      + row_number() OVER (), $4, ${rowName(table, 'held')}, to_jsonb(held) FROM held`,
    rows,
    streetId,
    importId,
    table,
  )
}

/** Changes rows by their keys, each in the fields that it gives, and keeps what they were. */
export async function changeRows(
  writing: Writing,
  table: JournalledTable,
  changes: readonly Row[],
): Promise<void> {
  const groups = new Map<string, Row[]>()
  for (const change of changes) {
    const row = inColumns(writing.streetId, change)
    const columns = Object.keys(row).sort().join()
    const group = groups.get(columns)
    if (group) group.push(row)
    else groups.set(columns, [row])
  }
  const keys: readonly string[] = ['street_id', ...JOURNALLED[table]]
  for (const group of groups.values()) {
    const rows = JSON.stringify(group)
    const columns = Object.keys(group[0] ?? {}).filter((column) => !keys.includes(column))
    if (columns.length === 0) continue
    const differs = columns.map((column) => `t.${column} IS DISTINCT FROM n.${column}`).join(' OR ')
    await keepBefore(writing, table, rows, `(${differs})`)
    const sets = columns.map((column) => `${column} = n.${column}`)
    if (hasVersion(table)) sets.push('version = t.version + 1')
    await writing.tx.$executeRawUnsafe(
      `UPDATE ${table} t SET ${sets.join(', ')}
      FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) n WHERE ${sameRow(table, 't', 'n')} AND (${differs})`,
      rows,
    )
  }
}

/** Removes rows by their keys and keeps what they were. */
export async function removeRows(
  writing: Writing,
  table: JournalledTable,
  removed: readonly Row[],
): Promise<void> {
  if (removed.length === 0) return
  const rows = JSON.stringify(removed.map((row) => inColumns(writing.streetId, row)))
  await keepBefore(writing, table, rows)
  await writing.tx.$executeRawUnsafe(
    `DELETE FROM ${table} t USING jsonb_populate_recordset(NULL::${table}, $1::jsonb) n WHERE ${sameRow(table, 't', 'n')}`,
    rows,
  )
}

/** Completes the journal: what each changed row became, and which rows are new. */
export async function settleJournal({ tx, streetId, importId }: Writing): Promise<void> {
  for (const table of TABLE_NAMES)
    await tx.$executeRawUnsafe(
      `WITH own AS (
        SELECT ${rowName(table, 't')} AS name, md5(to_jsonb(t)::text) AS after FROM ${table} t
        WHERE t.street_id = $1::uuid AND t.xmin = ${OWN}),
      changed AS (
        UPDATE import_change c SET after = own.after FROM own
        WHERE c.street_id = $1::uuid AND c.import_id = $2::uuid AND c.noun = $3 AND c.record_id = own.name
        RETURNING c.record_id)
      INSERT INTO import_change (street_id, import_id, position, noun, record_id, after)
      SELECT $1::uuid, $2::uuid, coalesce((SELECT max(position) FROM import_change WHERE street_id = $1::uuid AND import_id = $2::uuid), 0)
        + row_number() OVER (), $3, own.name, own.after FROM own WHERE own.name NOT IN (SELECT record_id FROM changed)`,
      streetId,
      importId,
      table,
    )
}

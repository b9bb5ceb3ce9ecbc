import type { Tx } from '@/server/db'
import { JOURNALLED, type JournalledTable, rowName, TABLE_NAMES } from '../write/journal/rules'

const isJournalled = (table: string): table is JournalledTable => table in JOURNALLED

/** What a person knows a row by: its name, the first word it is found by, or its number. */
const LABEL = (row: string): string =>
  `coalesce(${row} ->> 'name', nullif(split_part(${row} ->> 'search', ' ', 1), ''), ${row} ->> 'number', ${row} ->> 'record')`

/** The names of rows that are no longer as the import left them. */
export async function changedSince(tx: Tx, streetId: string, importId: string): Promise<string[]> {
  const names: string[] = []
  for (const table of TABLE_NAMES) {
    const rows = await tx.$queryRawUnsafe<{ label: string | null }[]>(
      `SELECT ${LABEL('coalesce(to_jsonb(t), c.before)')} AS label
      FROM import_change c LEFT JOIN ${table} t ON t.street_id = c.street_id AND ${rowName(table, 't')} = c.record_id
      WHERE c.street_id = $1::uuid AND c.import_id = $2::uuid AND c.noun = $3
        AND (CASE WHEN t.street_id IS NULL THEN NULL ELSE md5(to_jsonb(t)::text) END) IS DISTINCT FROM c.after`,
      streetId,
      importId,
      table,
    )
    names.push(...rows.map(({ label }) => label ?? table))
  }
  return names
}

type Reference = { holder: string; held: string; columns: string[]; keys: string[] }

/** Sheets' versions follow their boards; see takeBack. */
const FOLLOWS: ReadonlySet<string> = new Set(['sheet_version'])

/** The names of rows that came after the import and point at what it added, in whatever table: the database's own list of references is asked. */
export async function usedSince(tx: Tx, streetId: string, importId: string): Promise<string[]> {
  const references = await tx.$queryRaw<Reference[]>`
    SELECT holder.relname AS holder, held.relname AS held,
      (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(c.conkey) WITH ORDINALITY k(number, place)
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number) AS columns,
      (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(c.confkey) WITH ORDINALITY k(number, place)
        JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.number) AS keys
    FROM pg_constraint c JOIN pg_class holder ON holder.oid = c.conrelid JOIN pg_class held ON held.oid = c.confrelid
    WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND held.relname = ANY(${[...TABLE_NAMES]})`
  const names: string[] = []
  for (const { holder, held, columns, keys } of references) {
    if (FOLLOWS.has(holder) || !isJournalled(held)) continue
    const pairs = columns.map((column, place) => `h."${column}" = t."${keys[place]}"`)
    const own = isJournalled(holder)
      ? `AND NOT EXISTS (SELECT FROM import_change o WHERE o.street_id = $1::uuid AND o.import_id = $2::uuid
          AND o.noun = '${holder}' AND o.record_id = ${rowName(holder, 'h')})`
      : ''
    const rows = await tx.$queryRawUnsafe<{ label: string | null }[]>(
      `SELECT DISTINCT ${LABEL('to_jsonb(t)')} AS label
      FROM import_change c JOIN ${held} t ON t.street_id = c.street_id AND ${rowName(held, 't')} = c.record_id
      JOIN "${holder}" h ON ${pairs.join(' AND ')}
      WHERE c.street_id = $1::uuid AND c.import_id = $2::uuid AND c.noun = '${held}' AND c.before IS NULL ${own} LIMIT 40`,
      streetId,
      importId,
    )
    names.push(...rows.map(({ label }) => label ?? held))
  }
  return names
}

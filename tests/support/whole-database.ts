import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import type { TestDatabase } from './database'

export type Row = { table: string; row: string }

/** Every row of every table, as text, by table. */
export async function wholeDatabase({ urls }: TestDatabase): Promise<Map<string, Set<string>>> {
  return await withClient(urls.owner, async (client) => {
    const tables = await client.query<{
      name: string
    }>(`SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname IN ('public', 'graphile_worker')`)
    const all = new Map<string, Set<string>>()
    for (const { name } of tables.rows) {
      const rows = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)
      all.set(name, new Set(rows.rows.map(({ row }) => row)))
    }
    return all
  })
}

/** The rows that were not there before. */
export const freshRows = (before: Map<string, Set<string>>, after: Map<string, Set<string>>): Row[] =>
  [...after].flatMap(([table, rows]) =>
    [...rows].filter((row) => !before.get(table)?.has(row)).map((row) => ({ table, row })),
  )

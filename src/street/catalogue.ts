import type pg from 'pg'

export type Table = { name: string; columns: string[] }

/** Not carried over: the record of migrations belongs to the database, and counters of the last minutes to nobody. */
const LEFT_OUT = ['_prisma_migrations', 'rate_limit']

/** The tables of the product with the columns that hold something, by name. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND c.relname <> ALL($1)
     GROUP BY c.relname ORDER BY c.relname`,
    [LEFT_OUT],
  )
  return rows
}

/** The migrations that the database has been through, oldest first. */
export async function migrationsOf(client: pg.Client): Promise<string[]> {
  const known = await client.query("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS known")
  if (!known.rows[0]?.known) return []
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows.map(({ name }) => name)
}

export const quoted = (client: pg.Client, names: readonly string[]): string =>
  names.map((name) => client.escapeIdentifier(name)).join(', ')

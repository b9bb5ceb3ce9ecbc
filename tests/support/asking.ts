import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import type { TestDatabase } from './database'

/** Asks a test's database in plain SQL, past the app and its guards. */
export const askingDemo =
  (database: () => TestDatabase) =>
  async <Row>(sql: string): Promise<Row[]> =>
    (await withClient(database().urls.superuser, (client) => client.query(sql))).rows as Row[]

import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** Asks the database of the demo that the browser's tests run against. */
export async function askDemo<Row extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const { port, passwords } = JSON.parse(
    readFileSync(path.join(process.env.BROWSER_DATA_DIR ?? '', 'postgres.json'), 'utf8'),
  )
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: 'linzhi_app',
    password: passwords.linzhi_app,
    database: 'linzhi',
  })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import { createTestDatabase, type TestDatabase } from '../support/database'

/** Tables that are not a street's own, each with its reason. */
const GLOBAL: Record<string, string> = {
  _prisma_migrations: 'the record of migrations',
  street: 'its id is the street_id of all others',
  account: 'user names are unique over all streets',
  session: 'found by the hash of a token before the street is known',
  one_time_code: 'found by the hash of a token before the street is known',
  public_code: 'found by what stands in a QR code before the street is known',
  request_track: 'found by the hash of a reporter’s code before the street is known',
  api_key: 'found by the hash of a key before the street is known',
  rate_limit: 'counts addresses and user names before anybody is known',
}

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  await database.drop()
})

test('every key of a street’s table begins with street_id', async () => {
  const { rows } = await withClient(database.urls.owner, (client) =>
    client.query<{ name: string; key: string; first: string }>(`
      SELECT c.relname AS name, k.conname AS key, a.attname AS first
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
      WHERE c.relnamespace = 'public'::regnamespace AND k.contype IN ('p', 'u', 'f', 'x')
      UNION ALL
      SELECT c.relname, x.relname, a.attname
      FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_class x ON x.oid = i.indexrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE c.relnamespace = 'public'::regnamespace AND i.indisunique`),
  )
  const tables = new Set(rows.map(({ name }) => name))
  expect(tables.size).toBeGreaterThan(30)
  expect([...tables]).toEqual(expect.arrayContaining(Object.keys(GLOBAL)))
  const wrong = rows.filter(({ name, first }) => !(name in GLOBAL) && first !== 'street_id')
  expect(wrong).toEqual([])
})

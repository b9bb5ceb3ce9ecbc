import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import { createTestDatabase, type TestDatabase } from '../support/database'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(async () => {
  await database.drop()
})

const asApp = (sql: string) => withClient(database.urls.app, (client) => client.query(sql))
const asReport = (sql: string) => withClient(database.urls.report, (client) => client.query(sql))

test('the app cannot change the schema or the record of migrations', async () => {
  await expect(asApp('CREATE TABLE mine (id int)')).rejects.toThrow('permission denied')
  await expect(asApp('DELETE FROM _prisma_migrations')).rejects.toThrow('permission denied')
})

test('what the app asks ends by itself after its role’s time', async () => {
  const { rows } = await asApp(`
    SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
      current_setting('idle_in_transaction_session_timeout') AS idle`)
  expect(rows).toEqual([{ statement: '15s', lock: '5s', idle: '30s' }])
})

test('the app puts a job into the queue and sees it there', async () => {
  await asApp(`SELECT graphile_worker.add_job('something', '{"a":1}')`)
  const { rows } = await asApp('SELECT task_identifier FROM graphile_worker.jobs')
  expect(rows).toEqual([{ task_identifier: 'something' }])
})

test('a report reads and nothing else', async () => {
  await expect(asReport('SELECT count(*) FROM street')).resolves.toBeDefined()
  await expect(asReport('SET default_transaction_read_only = off; DELETE FROM street')).rejects.toThrow(
    /permission denied|read-only transaction/,
  )
  await expect(asReport('SELECT * FROM session')).rejects.toThrow('permission denied')
})

test('lower case and search by part know Chinese and accented letters', async () => {
  const { rows } = await asApp(`SELECT lower('ÀÉ古田ABC') AS lower, '古田新村' LIKE '%田新%' AS part`)
  expect(rows).toEqual([{ lower: 'àé古田abc', part: true }])
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Handler } from '@/server/endpoint'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import type { TestDatabase } from '../support/database'
import { type Answer, type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let staff: Caller
let addProvider: Handler

beforeAll(async () => {
  database = await openOffice()
  staff = await signedInAs('street-staff')
  addProvider = (await import('@/features/providers/register/endpoints')).postProvider
})

afterAll(() => database.drop())

const bodyOf = (name: string) => ({
  category: '修锁',
  name,
  offers: null,
  contactName: null,
  phone: null,
  address: null,
  fee: 'paid',
  hoursText: null,
  longitude: null,
  latitude: null,
})

const add = (name: string, key: string): Promise<Answer> =>
  staff.call(addProvider, { body: bodyOf(name), headers: { 'idempotency-key': key } })

const countOf = async (name: string): Promise<number> => {
  const { rows } = await withClient(database.urls.owner, (client) =>
    client.query('SELECT count(*)::int AS count FROM provider WHERE name = $1', [name]),
  )
  return rows[0].count
}

test('200 parallel repeats of one write are one write with one answer', async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, () => add('一次', 'key-200-parallel')))
  const bodies = new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`))
  expect([...bodies]).toHaveLength(1)
  expect([...bodies][0]).toMatch(/^201 /)
  expect(await countOf('一次')).toBe(1)
})

test('a repeat keeps its answer, and the same key with another body is refused', async () => {
  const first = await add('甲锁', 'key-repeat')
  expect((await add('甲锁', 'key-repeat')).body).toEqual(first.body)
  expect(await add('乙锁', 'key-repeat')).toMatchObject({ status: 422 })
  expect(await countOf('乙锁')).toBe(0)
})

test('a refusal that names no field keeps its own status and words, for whoever sends a key', async () => {
  const { postProviderEnd } = await import('@/features/providers/register/endpoints')
  const params = { id: '01990000-0000-7000-8000-00000000dead' }
  const end = () =>
    staff.call(postProviderEnd, {
      params,
      body: { version: 1 },
      headers: { 'idempotency-key': 'key-no-field' },
    })
  expect(await end()).toMatchObject({ status: 404, body: { code: 'not-found' } })
  expect(await end()).toMatchObject({ status: 404, body: { code: 'not-found' } })
})

test('a refusal is an answer too, and is given again', async () => {
  await add('丙锁', 'key-first-of-two')
  const refused = await add('丙锁', 'key-second-of-two')
  expect(refused).toMatchObject({ status: 409, body: { code: 'already-exists' } })
  expect(await add('丙锁', 'key-second-of-two')).toMatchObject({ status: 409 })
})

test('somebody else’s key of the same name is another key', async () => {
  const other = await signedInAs('street-admin')
  await add('丁锁', 'key-of-two-people')
  const answer = await other.call(addProvider, {
    body: bodyOf('戊锁'),
    headers: { 'idempotency-key': 'key-of-two-people' },
  })
  expect(answer.status).toBe(201)
})

test('repeats whose connections are cut in the middle end as one write', async () => {
  const cut = () =>
    withClient(database.urls.superuser, (client) =>
      client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename = 'linzhi_app'`,
      ),
    )
  for (const round of [1, 2, 3]) {
    const repeats = Promise.all(Array.from({ length: 60 }, () => add(`断${round}`, `key-cut-${round}`)))
    await cut()
    const statuses = new Set((await repeats).map(({ status }) => status))
    for (const status of statuses) expect([201, 503]).toContain(status)
    const last = await add(`断${round}`, `key-cut-${round}`)
    expect(last.status).toBe(201)
    expect(await countOf(`断${round}`)).toBe(1)
  }
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Trial } from '@/features/requests/dispatch/rulebook/queries'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let staff: Caller
let endpoints: typeof import('@/features/requests/dispatch/rulebook/endpoints')
const asking = askingDemo(() => database)

beforeAll(async () => {
  database = await openOffice()
  staff = await signedInAs('street-staff')
  endpoints = await import('@/features/requests/dispatch/rulebook/endpoints')
  await asking('DELETE FROM dispatch_rule')
})

afterAll(() => database.drop())

const EVERY_DAY = {
  monday: true,
  tuesday: true,
  wednesday: true,
  thursday: true,
  friday: true,
  saturday: true,
  sunday: true,
}
const RULE = {
  name: '全部',
  categoryId: null,
  compoundId: null,
  zoneId: null,
  skill: null,
  ...EVERY_DAY,
  from: null,
  to: null,
  workerId: null,
  toZoneCrew: true,
}

const add = async (more: object): Promise<string> => {
  const answer = await staff.call(endpoints.postDispatchRule, { body: { ...RULE, ...more } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return (answer.body as { id: string }).id
}
const trial = async (query: Record<string, string> = {}) =>
  (await staff.call(endpoints.getDispatchTrial, { query })).body as Trial
const names = async () =>
  ((await staff.call(endpoints.getDispatchRules)).body as { rows: { name: string }[] }).rows.map(
    ({ name }) => name,
  )

test('the dry run says which rule takes which of the last month’s requests and why, as plain SQL counts it, and moves none', async () => {
  const before = await asking('SELECT id, state, version FROM request ORDER BY id')
  const [water] = await asking<{ id: string }>(`SELECT id FROM request_category WHERE code = 'no-water'`)
  const rule = await add({ name: '停水夜间', categoryId: water?.id, from: '18:00', to: '08:00' })
  const all = await add({ name: '其余' })
  const seen = await trial()
  const [counted] = await asking<{ total: number; taken: number }>(`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE category_id = '${water?.id}' AND (
      (created_at AT TIME ZONE 'Asia/Shanghai')::time >= '18:00' OR (created_at AT TIME ZONE 'Asia/Shanghai')::time < '08:00'))::int AS taken
    FROM request WHERE created_at >= ((now() AT TIME ZONE 'Asia/Shanghai')::date - 30)::timestamp AT TIME ZONE 'Asia/Shanghai'`)
  expect(seen.total).toBe(counted?.total)
  expect(seen.counts.map(({ id, count }) => [id, count])).toEqual([
    [rule, counted?.taken],
    [all, (counted?.total ?? 0) - (counted?.taken ?? 0)],
    [null, 0],
  ])
  const others = await trial({ rule: all })
  expect(new Set(others.rows.map((row) => row.rule))).toEqual(new Set(['其余']))
  for (const row of others.rows)
    expect(row.passed[0]).toMatchObject({ name: '停水夜间', why: /category|time/ })
  expect(await asking('SELECT id, state, version FROM request ORDER BY id')).toEqual(before)
})

test('rules are asked in their order, which is moved one step at a time', async () => {
  expect(await names()).toEqual(['停水夜间', '其余'])
  const { rows } = (await staff.call(endpoints.getDispatchRules)).body as {
    rows: { id: string; version: number }[]
  }
  const last = rows.at(-1)
  const move = (direction: string, version: number) =>
    staff.call(endpoints.postDispatchRuleMove, {
      params: { id: last?.id ?? '' },
      body: { direction, version },
    })
  expect((await move('up', 1)).status).toBe(200)
  expect(await names()).toEqual(['其余', '停水夜间'])
  expect((await move('up', 7)).status).toBe(409)
  expect((await trial()).counts[1]?.count).toBe(0)
})

test('an accepted request goes to the rule’s own worker, and after the rule has ended to nobody', async () => {
  const [worker] = await asking<{ id: string }>(
    'SELECT id FROM worker WHERE ends_on IS NULL ORDER BY id LIMIT 1',
  )
  await asking('UPDATE dispatch_rule SET ended_at = now()')
  const rule = await add({ name: '给一个人', workerId: worker?.id, toZoneCrew: false })
  const { dispatchByRule } = await import('@/features/requests/dispatch/commands')
  const accepted = await asking<{ id: string; street_id: string }>(
    `SELECT id, street_id FROM request WHERE state = 'accepted' ORDER BY id LIMIT 2`,
  )
  const [first, second] = accepted
  expect(await dispatchByRule(first?.street_id ?? '', first?.id ?? '', new Date())).toBe(worker?.id)
  await staff.call(endpoints.postDispatchRuleEnd, { params: { id: rule }, body: { version: 1 } })
  expect(await dispatchByRule(second?.street_id ?? '', second?.id ?? '', new Date())).toBeNull()
})

test('a rule without a target, with half a time or with what is not there is refused at its field', async () => {
  const refused = async (more: object) =>
    (
      (await staff.call(endpoints.postDispatchRule, { body: { ...RULE, ...more } })).body as {
        fields: object
      }
    ).fields
  expect(await refused({ toZoneCrew: false })).toHaveProperty('workerId')
  expect(await refused({ from: '18:00' })).toHaveProperty('to')
  expect(await refused({ from: '25:00', to: '08:00' })).toHaveProperty('from')
  const nowhere = '01990000-0000-7000-8000-00000000dead'
  for (const field of ['categoryId', 'compoundId', 'zoneId', 'workerId'])
    expect(await refused({ [field]: nowhere })).toHaveProperty(field)
})

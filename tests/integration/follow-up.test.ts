import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '@/core/instants'
import type { CallRow } from '@/features/requests/calls/queries'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let dispatcher: Caller
let calls: typeof import('@/features/requests/calls/endpoints')
const asking = askingDemo(() => database)

beforeAll(async () => {
  database = await openOffice()
  dispatcher = await signedInAs('dispatcher')
  calls = await import('@/features/requests/calls/endpoints')
})

afterAll(() => database.drop())

const due = async (caller = dispatcher) =>
  (await caller.call(calls.getFollowUpCalls, { query: { show: 'due', size: '100' } })).body as {
    rows: CallRow[]
    total: number
  }

const record = (id: string, body: object, caller = dispatcher) =>
  caller.call(calls.postFollowUpRecord, { params: { id }, body })

test('a verified result puts whoever waited too long on the list, and whoever left no number never', async () => {
  const captain = await signedInAs('captain')
  const { getOwnJobs } = await import('@/features/requests/own-jobs/endpoints')
  const { postRequestMove } = await import('@/features/requests/life/endpoints')
  const { toVerify } = (await captain.call(getOwnJobs)).body as {
    toVerify: { id: string; version: number }[]
  }
  const [late, nameless] = toVerify
  await asking(`UPDATE request SET was_late = true, reporter_phone = '13800000001' WHERE id = '${late?.id}'`)
  await asking(`UPDATE request SET was_late = true, reporter_phone = NULL WHERE id = '${nameless?.id}'`)
  for (const job of [late, nameless]) {
    const body = { move: 'pass', version: job?.version }
    expect((await captain.call(postRequestMove, { params: { id: job?.id ?? '' }, body })).status).toBe(200)
  }
  const planned = await asking<{ request_id: string; due: string }>(
    `SELECT request_id, due_on::text AS due FROM follow_up_call WHERE request_id IN ('${late?.id}', '${nameless?.id}')`,
  )
  expect(planned).toEqual([{ request_id: late?.id, due: addDays(dayOf(new Date()), 1) }])
})

test('of twenty who write down the same call at once one is heard, and a call is written down once', async () => {
  const [call] = (await due()).rows
  if (!call) throw new Error('nobody to call')
  const body = { outcome: 'reached', quality: 4, words: '修好了', version: call.version }
  const answers = await Promise.all(Array.from({ length: 20 }, () => record(call.id, body)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(19)
  expect((await record(call.id, { ...body, version: call.version + 1 })).status).toBe(409)
})

test('who was not reached is called again on the day that was said, and never on one that has passed', async () => {
  const call = (await due()).rows.at(-1)
  if (!call) throw new Error('nobody to call')
  const body = { outcome: 'not-reached', version: call.version }
  expect((await record(call.id, { ...body, againOn: dayOf(new Date()) })).status).toBe(422)
  const againOn = addDays(dayOf(new Date()), 2)
  expect((await record(call.id, { ...body, againOn })).status).toBe(200)
  expect((await due()).rows.map(({ id }) => id)).not.toContain(call.id)
  const later = (await dispatcher.call(calls.getFollowUpCalls, { query: { show: 'later', size: '100' } }))
    .body as {
    rows: CallRow[]
  }
  expect(later.rows.map(({ id }) => id)).toContain(call.id)
})

test('the mark of staff is no feedback of a resident, and a resident writes no mark', async () => {
  const before = await asking(
    'SELECT request_id, round, satisfied, overall FROM request_feedback ORDER BY 1, 2',
  )
  const [call] = (await due()).rows
  if (!call) throw new Error('nobody to call')
  const body = { outcome: 'reached', quality: 1, words: '很不满意', version: call.version }
  for (const role of ['resident', 'worker', 'captain', 'zone-lead', 'auditor'])
    expect((await record(call.id, body, await signedInAs(role))).status, role).toBe(403)
  expect((await record(call.id, body)).status).toBe(200)
  expect(
    await asking('SELECT request_id, round, satisfied, overall FROM request_feedback ORDER BY 1, 2'),
  ).toEqual(before)
})

test('who looks after one community sees the calls of it alone, with the number masked', async () => {
  const whole = await due()
  expect(whole.rows.every(({ reporter }) => reporter.phone === null || reporter.phone.includes('****'))).toBe(
    true,
  )
  await asking(`UPDATE role_grant SET scope_kind = 'community', scope_id = (SELECT id FROM community ORDER BY code LIMIT 1)
    WHERE account_id = (SELECT id FROM account WHERE username = 'dispatcher')`)
  const narrow = await signedInAs('dispatcher')
  const own = await due(narrow)
  const [counted] = await asking<{ count: number }>(`SELECT count(*)::int AS count FROM follow_up_call f
    JOIN request r ON r.id = f.request_id JOIN compound c ON c.id = r.compound_id
    WHERE f.called_at IS NULL AND f.due_on <= '${dayOf(new Date())}' AND c.community_id = (SELECT id FROM community ORDER BY code LIMIT 1)`)
  expect(own.total).toBe(counted?.count)
  expect(own.total).toBeLessThan(whole.total)
  const other = whole.rows.find(({ id }) => !own.rows.some((one) => one.id === id))
  expect((await narrow.call(calls.getFollowUpCall, { params: { id: other?.id ?? '' } })).status).toBe(404)
})

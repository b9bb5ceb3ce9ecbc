import { afterAll, beforeAll, expect, test } from 'vitest'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Answer, type Caller, openOffice, signedInAs } from '../support/office'
import { residentBy } from '../support/resident'

let database: TestDatabase
let streetId: string
let requests: typeof import('@/features/requests/own-requests/endpoints')
let resident: Caller & { accountId: string }
let neighbour: Caller & { accountId: string }
let householdId: string
let categoryId: string
const asking = askingDemo(() => database)
const WORDS = '楼道灯不亮'

beforeAll(async () => {
  database = await openOffice()
  requests = await import('@/features/requests/own-requests/endpoints')
  const [street] = await asking<{ id: string }>('SELECT id FROM street')
  streetId = street?.id ?? ''
  resident = await residentBy(streetId, '19110002001')
  neighbour = await residentBy(streetId, '19110002002')
  const [door] = await asking<{ id: string }>('SELECT id FROM household ORDER BY id LIMIT 1')
  householdId = door?.id ?? ''
  const [category] = await asking<{ id: string }>(
    'SELECT id FROM request_category WHERE danger IS NULL ORDER BY position LIMIT 1',
  )
  categoryId = category?.id ?? ''
  for (const { accountId } of [resident, neighbour])
    await asking(`INSERT INTO household_member (street_id, id, household_id, account_id, state, way, name, search, claimed_at, decided_at)
      VALUES ('${streetId}', gen_random_uuid(), '${householdId}', '${accountId}', 'confirmed', 'claim', '陈居民', '', now(), now())`)
})
afterAll(() => database.drop())

const report = (who: Caller, more: object = {}) =>
  who.call(requests.postOwnRequest, {
    body: { householdId, categoryId, words: WORDS, where: 'stairwell', mayCall: true, ...more },
  })

const idOf = ({ body }: Answer) => (body as { id: string }).id

test('a report from home names the account, the confirmed name and the number, and its history names neither', async () => {
  const id = idOf(await report(resident))
  const [kept] = await asking(
    `SELECT source, reporter_name, reporter_phone, reporter_account_id FROM request WHERE id = '${id}'`,
  )
  expect(kept).toEqual({
    source: 'account',
    reporter_name: '陈居民',
    reporter_phone: '19110002001',
    reporter_account_id: resident.accountId,
  })
  const events = await asking(`SELECT actor FROM request_event WHERE request_id = '${id}'`)
  expect(events).toEqual([{ actor: '报事人' }])
})

test('who may not be called leaves no number', async () => {
  const id = idOf(await report(resident, { mayCall: false }))
  expect(await asking(`SELECT reporter_phone FROM request WHERE id = '${id}'`)).toEqual([
    { reporter_phone: null },
  ])
})

test('nobody reports from a household that is not confirmed', async () => {
  const stranger = await residentBy(streetId, '19110002003')
  expect((await report(stranger)).body).toMatchObject({ code: 'unknown-reference' })
})

test('a neighbour follows an open request, reads no word of the reporter’s, and makes no step', async () => {
  const id = idOf(await report(resident))
  const params = { id }
  expect((await neighbour.call(requests.getOwnRequest, { params })).status).toBe(404)
  expect((await neighbour.call(requests.postOwnRequestFollow, { params })).status).toBe(200)
  const followed = await neighbour.call(requests.getOwnRequest, { params })
  expect(followed.body).toMatchObject({ kind: 'follower', words: '', moves: [] })
  const move = await neighbour.call(requests.postOwnRequestMove, { params, body: { move: 'withdraw' } })
  expect(move.body).toMatchObject({ code: 'move-not-possible' })
})

test('the reporter withdraws once, and a stranger cannot', async () => {
  const params = { id: idOf(await report(resident)) }
  const body = { move: 'withdraw' }
  const stranger = await residentBy(streetId, '19110002004')
  expect((await stranger.call(requests.postOwnRequestMove, { params, body })).status).toBe(404)
  expect((await resident.call(requests.postOwnRequestMove, { params, body })).body).toMatchObject({
    state: 'withdrawn',
  })
  expect((await resident.call(requests.postOwnRequestMove, { params, body })).status).toBe(409)
})

test('a tracking code brings its request into one account, and into no second one', async () => {
  const { trackCode } = await import('@/features/requests/intake/queries')
  const [other] = await asking<{ id: string }>(
    "SELECT id FROM request WHERE source = 'sheet' AND reporter_account_id IS NULL LIMIT 1",
  )
  const id = other?.id ?? ''
  const { hashToken } = await import('@/server/session')
  await asking(`INSERT INTO request_track (token_hash, street_id, request_id, kind)
    VALUES ('${hashToken(trackCode(id))}', '${streetId}', '${id}', 'reporter') ON CONFLICT DO NOTHING`)
  const body = { token: trackCode(id) }
  expect((await resident.call(requests.postOwnRequestTrack, { body })).body).toEqual({ id })
  expect((await neighbour.call(requests.postOwnRequestTrack, { body })).status).toBe(409)
  expect((await resident.call(requests.getOwnRequest, { params: { id } })).body).toMatchObject({
    kind: 'reporter',
  })
})

test('who wants to be forgotten takes a copy first, and leaves requests without a name or a number', async () => {
  const { postOwnCopy } = await import('@/features/insights/own-copy/endpoints')
  const { postOwnErasure } = await import('@/features/insights/own-erasure/endpoints')
  const phone = '19110002002'
  const id = idOf(await report(neighbour))
  const copy = await neighbour.call(postOwnCopy, { body: { form: 'json' } })
  expect(copy.body).toMatchObject({ phone, requests: [{ words: WORDS }] })
  const workbook = await neighbour.call(postOwnCopy, { body: { form: 'xlsx' } })
  expect(workbook.bytes?.length).toBeGreaterThan(1_000)
  const [before] = await asking<{ count: string }>('SELECT count(*) FROM request')
  expect((await neighbour.call(postOwnErasure, { body: { agree: true } })).status).toBe(200)
  expect(await asking('SELECT count(*) FROM request')).toEqual([before])
  expect(await asking(`SELECT words, reporter_name, reporter_phone FROM request WHERE id = '${id}'`)).toEqual(
    [{ words: WORDS, reporter_name: null, reporter_phone: null }],
  )
  expect((await neighbour.call(requests.getOwnRequests, {})).status).toBe(401)
  for (const table of [
    'resident',
    'account',
    'household_member',
    'phone_code',
    'outbox_message',
    'request',
  ]) {
    const [left] = await asking<{ count: string }>(
      `SELECT count(*) FROM ${table} one WHERE one::text LIKE '%${phone}%'
        OR (one::text LIKE '%${neighbour.accountId}%' AND one::text LIKE '%陈居民%')`,
    )
    expect(left?.count, table).toBe('0')
  }
  const again = await residentBy(streetId, phone)
  expect((await again.call(requests.getOwnRequests, {})).body).toEqual([])
})

test('residents’ own pages are for residents alone', async () => {
  for (const role of ['street-admin', 'community-staff', 'captain', 'auditor'])
    expect((await (await signedInAs(role)).call(requests.getOwnRequests, {})).status).toBe(403)
})

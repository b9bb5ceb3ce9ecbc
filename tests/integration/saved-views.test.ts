import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ViewRow } from '@/features/requests/views/queries'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let staff: Caller
let dispatcher: Caller
let member: Caller
let endpoints: typeof import('@/features/requests/views/endpoints')

beforeAll(async () => {
  database = await openOffice()
  staff = await signedInAs('street-staff')
  dispatcher = await signedInAs('dispatcher')
  member = await signedInAs('grid-member')
  const { db } = await import('@/server/db')
  await db().savedView.deleteMany()
  endpoints = await import('@/features/requests/views/endpoints')
})

afterAll(() => database.drop())

const VIEW = { name: '已超时', query: 'late=late&sort=created&cursor=x', isShared: false, forRole: null }
const save = (caller: Caller, more: object = {}) =>
  caller.call(endpoints.postSavedView, { body: { ...VIEW, ...more } })
const seenBy = async (caller: Caller) =>
  ((await caller.call(endpoints.getSavedViews)).body as { rows: ViewRow[] }).rows

test('one’s own view is one’s own, a shared one everybody’s, and only who dispatches may share', async () => {
  expect((await save(dispatcher)).status).toBe(201)
  expect((await save(dispatcher, { name: '共享超时', isShared: true })).status).toBe(201)
  expect((await save(member, { isShared: true })).body).toMatchObject({ code: 'may-not-share' })
  expect((await save(dispatcher, { forRole: 'dispatcher' })).body).toMatchObject({ code: 'may-not-share' })
  expect((await seenBy(dispatcher)).map(({ name }) => name)).toEqual(
    expect.arrayContaining(['已超时', '共享超时']),
  )
  const seen = await seenBy(member)
  expect(seen.map(({ name }) => name)).toEqual(['共享超时'])
  expect(seen[0]?.query).toBe('late=late&sort=created')
})

test('what filters nothing is not kept, and nobody removes another’s own view', async () => {
  expect((await save(staff, { query: 'cursor=x&columns=a' })).body).toMatchObject({
    code: 'nothing-filtered',
  })
  const own = (await seenBy(dispatcher)).find(({ name }) => name === '已超时')
  const removal = { params: { id: own?.id ?? '' }, body: { version: 1 } }
  expect((await member.call(endpoints.postSavedViewRemoval, removal)).status).toBe(404)
  expect((await staff.call(endpoints.postSavedViewRemoval, removal)).status).toBe(404)
  expect((await dispatcher.call(endpoints.postSavedViewRemoval, removal)).status).toBe(200)
})

test('a role’s board opens with its newest view, which took the place of the one before', async () => {
  await save(staff, { name: '先看将超时', query: 'late=soon', forRole: 'dispatcher' })
  await save(staff, { name: '先看已超时', forRole: 'dispatcher' })
  const forRole = (await seenBy(staff)).filter((view) => view.forRole === 'dispatcher')
  expect(forRole.map(({ name }) => name)).toEqual(['先看已超时'])
  const { presetFor } = await import('@/features/requests/views/queries')
  const { db } = await import('@/server/db')
  const account = await db().account.findUniqueOrThrow({ where: { username: 'dispatcher' } })
  const principal = { streetId: account.streetId, grants: [{ role: 'dispatcher' }] } as never
  const act = { tx: db(), principal, now: new Date(), requestId: '' }
  expect(await presetFor(act)).toBe('late=late&sort=created')
})

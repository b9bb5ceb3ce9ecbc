import { afterAll, beforeAll, expect, test } from 'vitest'
import * as bulk from '@/features/requests/bulk/endpoints'
import { postRequest } from '@/features/requests/intake/endpoints'
import { postRequestMove } from '@/features/requests/life/endpoints'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

const NOWHERE = '01990000-0000-7000-8000-00000000dead'

let database: TestDatabase
let admin: Caller
let dispatcher: Caller
let worker: string
let inside: string
let outside: string

const store = async () => (await import('@/server/db')).db()

beforeAll(async () => {
  database = await openOffice()
  admin = await signedInAs('street-admin')
  dispatcher = await signedInAs('dispatcher')
  const db = await store()
  const [first] = await db.compound.findMany({ take: 1, orderBy: { id: 'asc' } })
  const communityId = first?.communityId ?? ''
  await db.roleGrant.updateMany({
    where: { account: { username: 'dispatcher' } },
    data: { scopeKind: 'community', scopeId: communityId },
  })
  inside = first?.id ?? ''
  outside = (await db.compound.findFirstOrThrow({ where: { communityId: { not: communityId } } })).id
  worker = (await db.worker.findFirstOrThrow({ where: { endsOn: null } })).id
})

afterAll(() => database.drop())

/** A request in a compound, accepted and waiting for a hand unless it shall stay as it came. */
async function requestAt(compoundId: string, isAccepted = true): Promise<{ id: string; version: number }> {
  const category = await (await store()).requestCategory.findFirstOrThrow({ where: { code: 'stair-light' } })
  const filed = await admin.call(postRequest, {
    body: { categoryId: category.id, words: '楼道灯不亮', compoundId, source: 'phone' },
  })
  expect(filed.status).toBe(201)
  const { id } = filed.body as { id: string }
  if (!isAccepted) return { id, version: 1 }
  const moved = await admin.call(postRequestMove, { params: { id }, body: { move: 'accept', version: 1 } })
  expect(moved.status).toBe(200)
  return { id, version: 2 }
}

const stateOf = async (id: string) =>
  (await (await store()).request.findFirstOrThrow({ where: { id } })).state

test('the preview names what can be given and why the rest cannot, and does nothing', async () => {
  const fit = await requestAt(inside)
  const fresh = await requestAt(inside, false)
  const foreign = await requestAt(outside)
  const stale = { ...(await requestAt(inside)), version: 1 }
  const { status, body } = await dispatcher.call(bulk.postDispatchPreview, {
    body: { requests: [fit, fresh, foreign, stale, { id: NOWHERE, version: 1 }] },
  })
  expect(status).toBe(200)
  const { requests } = body as { requests: { id: string; number: string | null; refusal: string | null }[] }
  expect(requests.map(({ refusal }) => refusal)).toEqual([
    null,
    'move-not-possible',
    'not-found',
    'stale-version',
    'not-found',
  ])
  expect(requests[2]?.number).toBeNull()
  expect(await stateOf(fit.id)).toBe('accepted')
})

test('several are given to one worker at once, each with its own event; what lies elsewhere stays untouched', async () => {
  const mine = [await requestAt(inside), await requestAt(inside)]
  const foreign = await requestAt(outside)
  const { status, body } = await dispatcher.call(bulk.postDispatchMany, {
    body: { requests: [...mine, foreign], workerId: worker, words: '一起去看' },
  })
  expect(status).toBe(200)
  const done = body as { dispatched: string[]; refused: unknown[] }
  expect(new Set(done.dispatched)).toEqual(new Set(mine.map(({ id }) => id)))
  expect(done.refused).toEqual([{ id: foreign.id, refusal: 'not-found' }])
  expect(await stateOf(foreign.id)).toBe('accepted')
  const events = await (await store()).requestEvent.findMany({
    where: { requestId: { in: mine.map(({ id }) => id) }, kind: 'dispatch' },
  })
  expect(events.map(({ words }) => words)).toEqual(['一起去看', '一起去看'])
})

test('of two boards that give out the same requests at once, each request goes out once', async () => {
  const several = [await requestAt(inside), await requestAt(inside), await requestAt(inside)]
  const give = (requests: typeof several) =>
    dispatcher.call(bulk.postDispatchMany, { body: { requests, workerId: worker } })
  const answers = await Promise.all([give(several), give([...several].reverse())])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const dispatched = answers.flatMap(({ body }) => (body as { dispatched: string[] }).dispatched)
  expect(dispatched.toSorted()).toEqual(several.map(({ id }) => id).toSorted())
})

test('nobody is given anything who does not serve, and who may not dispatch is refused', async () => {
  const fit = await requestAt(inside)
  const body = { requests: [fit], workerId: NOWHERE }
  expect((await dispatcher.call(bulk.postDispatchMany, { body })).status).toBe(422)
  for (const role of ['auditor', 'worker', 'captain']) {
    const caller = await signedInAs(role)
    expect((await caller.call(bulk.postDispatchMany, { body: { ...body, workerId: worker } })).status).toBe(
      403,
    )
  }
  expect(await stateOf(fit.id)).toBe('accepted')
})

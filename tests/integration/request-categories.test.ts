import { afterAll, beforeAll, expect, test } from 'vitest'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let staff: Caller
let dispatcher: Caller
let endpoints: typeof import('@/features/requests/categories/endpoints')
const asking = askingDemo(() => database)

beforeAll(async () => {
  database = await openOffice()
  staff = await signedInAs('street-staff')
  dispatcher = await signedInAs('dispatcher')
  endpoints = await import('@/features/requests/categories/endpoints')
})

afterAll(() => database.drop())

const CATEGORY = {
  code: 'termites',
  name: '白蚁防治',
  nameEn: 'Termites',
  group: '环境卫生',
  groupEn: 'Cleanliness',
  hint: null,
  hintEn: null,
  danger: null,
  skill: null,
  position: 50,
}
const LIMITS = {
  stars: 0,
  acceptAmount: 30,
  acceptUnit: 'minutes',
  arriveAmount: null,
  arriveUnit: 'hours',
  resolveAmount: 2,
  resolveUnit: 'hours',
}

const add = async (more: object = {}) => {
  const answer = await staff.call(endpoints.postRequestCategory, { body: { ...CATEGORY, ...more } })
  return { status: answer.status, id: (answer.body as { id: string }).id }
}

async function file(categoryId: string, compound = '古田新村') {
  const { postRequest } = await import('@/features/requests/intake/endpoints')
  const [row] = await asking<{ id: string }>(`SELECT id FROM compound WHERE name = '${compound}'`)
  const body = { source: 'phone', categoryId, compoundId: row?.id, words: '有白蚁' }
  const { status, body: filed } = await dispatcher.call(postRequest, { body })
  const [request] = await asking<{ policy: unknown }>(
    `SELECT policy FROM request WHERE id = '${(filed as { id?: string }).id ?? '00000000-0000-0000-0000-000000000000'}'`,
  )
  return { status, policy: request?.policy }
}

test('a new category can be reported at once, with the limits that are set for it and for the compound’s stars', async () => {
  const { status, id } = await add()
  expect(status).toBe(201)
  expect((await add()).status).toBe(409)
  const before = await file(id)
  expect(before.policy).toMatchObject({ resolve: { amount: 7, unit: 'days' } })
  const set = (body: object) => staff.call(endpoints.postAllowance, { params: { id }, body })
  expect((await set({ ...LIMITS, version: 1 })).status).toBe(200)
  expect((await set({ ...LIMITS, version: 1 })).status).toBe(409)
  expect((await file(id)).policy).toEqual({
    accept: { amount: 30, unit: 'minutes' },
    resolve: { amount: 2, unit: 'hours' },
  })
  await set({ ...LIMITS, stars: 4, resolveAmount: 1, version: null })
  const { postCompoundStars } = await import('@/features/places/stars/endpoints')
  const [compound] = await asking<{ id: string; version: number }>(
    `SELECT id, version FROM compound WHERE name = '古田新村'`,
  )
  const rating = { stars: '4', evidence: '季度考评', decidedOn: '2026-11-20', version: compound?.version }
  const rate = (body: object) => staff.call(postCompoundStars, { params: { id: compound?.id ?? '' }, body })
  expect((await rate(rating)).status).toBe(200)
  expect((await rate({ ...rating, version: (compound?.version ?? 0) + 1 })).status).toBe(422)
  expect((await file(id)).policy).toMatchObject({ resolve: { amount: 1, unit: 'hours' } })
  const removal = { params: { id }, body: { stars: 4 } }
  expect((await staff.call(endpoints.postAllowanceRemoval, removal)).status).toBe(200)
  expect((await staff.call(endpoints.postAllowanceRemoval, removal)).status).toBe(404)
  expect((await file(id)).policy).toMatchObject({ resolve: { amount: 2, unit: 'hours' } })
  const [kept] = await asking<{ count: number }>(
    `SELECT count(*)::int AS count FROM request WHERE category_id = '${id}' AND policy->'resolve'->>'unit' = 'days'`,
  )
  expect(kept?.count).toBe(1)
})

test('nobody is given less time to resolve than to accept, and what ended is on no form', async () => {
  const { id } = await add({ code: 'noise-2' })
  const slow = { ...LIMITS, acceptAmount: 3, acceptUnit: 'hours', version: 1 }
  const refused = await staff.call(endpoints.postAllowance, { params: { id }, body: slow })
  expect(refused.body).toMatchObject({ fields: { acceptAmount: expect.stringContaining('办结') } })
  expect(
    (await staff.call(endpoints.postRequestCategoryEnd, { params: { id }, body: { version: 1 } })).status,
  ).toBe(200)
  expect((await file(id)).status).toBe(422)
  const again = await staff.call(endpoints.postRequestCategoryResumption, {
    params: { id },
    body: { version: 2 },
  })
  expect(again.status).toBe(200)
  expect((await file(id)).status).toBe(201)
})

test('a dispatcher reads the categories and changes none', async () => {
  const { id } = await add({ code: 'read-only' })
  expect((await dispatcher.call(endpoints.getRequestCategory, { params: { id } })).status).toBe(200)
  const change = { params: { id }, body: { version: 1 } }
  expect((await dispatcher.call(endpoints.postRequestCategoryEnd, change)).status).toBe(403)
})

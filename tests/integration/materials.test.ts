import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayOf } from '@/core/instants'
import { dateOf } from '@/server/term'
import type { TestDatabase } from '../support/database'
import { type Answer, type Caller, openOffice, signedInAs } from '../support/office'

const NOWHERE = '01990000-0000-7000-8000-00000000dead'
const today = dayOf(new Date())

let database: TestDatabase
let staff: Caller
let community: Caller
let auditor: Caller
let db: typeof import('@/server/db')['db']
let ops: Record<string, import('@/server/endpoint').Handler>
let ownId: string
let otherId: string
let streetId: string

beforeAll(async () => {
  database = await openOffice()
  ;({ db } = await import('@/server/db'))
  ops = {
    ...(await import('@/features/captains/materials/endpoints')),
    ...(await import('@/features/captains/materials/issues/endpoints')),
    ...(await import('@/features/captains/materials/holders/endpoints')),
  }
  staff = await signedInAs('street-staff')
  community = await signedInAs('community-staff')
  auditor = await signedInAs('auditor')
  const account = await db().account.findUniqueOrThrow({
    where: { username: 'community-staff' },
    select: { streetId: true, grants: { select: { scopeId: true } } },
  })
  streetId = account.streetId
  ownId = account.grants[0]?.scopeId ?? ''
  otherId = (await db().community.findFirstOrThrow({ where: { streetId, id: { not: ownId } } })).id
})

afterAll(() => database.drop())

type Movement = {
  id: string
  out: number | null
  isNamed: boolean
  isSigned: boolean | null
  person: { name: string } | null
  door: string | null
}
const bodyOf = <Body>({ body }: Answer) => body as Body
const codeOf = ({ status, body }: Answer) => ({ status, code: (body as { code?: string })?.code })
const op = (name: string) => {
  const found = ops[name]
  if (!found) throw new Error(name)
  return found
}
const post = (name: string, body: object, id?: string, by = community) =>
  by.call(op(name), { ...(id ? { params: { id } } : {}), body })
const idOf = (answer: Answer) => bodyOf<{ id: string }>(answer).id
const read = async (id: string, by = community) =>
  bodyOf<Movement>(await by.call(op('getMaterial'), { params: { id } }))

const stockOf = async (kind: 'logbook' | 'opinion_box' | 'canvas_bag' | 'door_plaque', communityId = ownId) =>
  (await db().materialStock.findFirst({ where: { streetId, communityId, kind } }))?.quantity ?? 0

const someCaptain = () =>
  db().captainAppointment.findFirstOrThrow({
    where: {
      streetId,
      endsOn: null,
      buildings: { some: { endsOn: null, building: { compound: { communityId: ownId } } } },
    },
  })

async function asked(more: object = {}) {
  const { personId } = await someCaptain()
  return {
    communityId: ownId,
    kind: 'canvas_bag',
    quantity: 1,
    personId,
    householdId: null,
    day: today,
    words: null,
    ...more,
  }
}

let doors = 0
async function household(communityId = ownId): Promise<string> {
  const { id: buildingId } = await db().building.findFirstOrThrow({ where: { compound: { communityId } } })
  const number = 90 + doors++
  const stairwell = { streetId, id: crypto.randomUUID(), buildingId, number, name: `${number}单元` }
  await db().stairwell.create({ data: stairwell })
  const id = crypto.randomUUID()
  await db().household.create({
    data: { streetId, id, stairwellId: stairwell.id, room: '101', sortKey: '', search: '101' },
  })
  return id
}

const receive = (kind: string, quantity: number) =>
  post('postMaterialReceipt', { communityId: ownId, kind, quantity, day: today, words: null })

const empty = async (kind: 'logbook' | 'opinion_box' | 'canvas_bag' | 'door_plaque') => {
  const quantity = await stockOf(kind)
  if (quantity > 0)
    await post('postMaterialWriteOff', { communityId: ownId, kind, quantity, day: today, words: null })
}

test('of twenty issues of the last bag at once exactly one is written, and the stock is empty, not below', async () => {
  await empty('canvas_bag')
  await receive('canvas_bag', 1)
  const body = await asked()
  const answers = await Promise.all(Array.from({ length: 20 }, () => post('postMaterialIssue', body)))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  for (const answer of answers.filter(({ status }) => status !== 201))
    expect(codeOf(answer)).toEqual({ status: 409, code: 'out-of-stock' })
  expect(await stockOf('canvas_bag')).toBe(0)
}, 60_000)

test('the table itself lets no stock fall below zero, and nobody writes a stock by hand or changes a movement', async () => {
  await empty('opinion_box')
  const account = await db().account.findFirstOrThrow({ where: { streetId } })
  const { personId } = await someCaptain()
  const movement = {
    streetId,
    id: crypto.randomUUID(),
    communityId: ownId,
    kind: 'opinion_box' as const,
    move: 'issued' as const,
    quantity: 1,
    personId,
    day: dateOf(today),
    accountId: account.id,
    actor: 'x',
    search: '',
  }
  await expect(db().materialMovement.create({ data: movement })).rejects.toThrow(
    /material_stock_not_negative/,
  )
  await expect(
    db().materialStock.updateMany({ where: { communityId: ownId }, data: { quantity: 99 } }),
  ).rejects.toThrow(/by its movements alone/)
  await expect(db().materialMovement.updateMany({ data: { quantity: 99 } })).rejects.toThrow()
  await expect(db().materialMovement.deleteMany({})).rejects.toThrow()
  await receive('opinion_box', 1)
  const plaque = { ...movement, kind: 'door_plaque' as const, householdId: await household(), personId: null }
  await receive('door_plaque', 1)
  await expect(db().materialMovement.create({ data: plaque })).rejects.toThrow(/plaque_with_consent/)
})

test('every stock is the sum of its movements', async () => {
  const wrong = await db().$queryRaw<object[]>`
    SELECT s.kind FROM material_stock s JOIN LATERAL (
      SELECT coalesce(sum(CASE
        WHEN m.move IN ('received', 'returned') THEN m.quantity
        WHEN m.move IN ('issued', 'replaced') OR (m.move = 'lost' AND m.issue_id IS NULL) THEN -m.quantity ELSE 0 END), 0) AS sum
      FROM material_movement m
      WHERE m.street_id = s.street_id AND m.community_id = s.community_id AND m.kind = s.kind) total ON true
    WHERE total.sum <> s.quantity`
  expect(wrong).toEqual([])
})

test('what is out is signed for once, and no more comes back, is replaced or lost than is out', async () => {
  await receive('canvas_bag', 5)
  const id = idOf(await post('postMaterialIssue', await asked({ quantity: 3 })))
  expect((await post('postMaterialSignature', { day: today }, id)).status).toBe(200)
  expect(codeOf(await post('postMaterialSignature', { day: today }, id)).code).toBe('already-exists')
  const after = { quantity: 2, day: today, words: null }
  expect((await post('postMaterialReturn', after, id)).status).toBe(200)
  expect(await read(id)).toMatchObject({ out: 1, isSigned: true })
  expect(codeOf(await post('postMaterialReturn', after, id)).code).toBe('more-than-out')
  const stock = await stockOf('canvas_bag')
  expect((await post('postMaterialReplacement', { ...after, quantity: 1 }, id)).status).toBe(200)
  expect(await stockOf('canvas_bag')).toBe(stock - 1)
  const losses = await Promise.all(
    Array.from({ length: 5 }, () => post('postMaterialLoss', { ...after, quantity: 1 }, id)),
  )
  expect(losses.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
  expect(await stockOf('canvas_bag')).toBe(stock - 1)
  expect(codeOf(await post('postMaterialReturn', { ...after, quantity: 1 }, id)).code).toBe('has-ended')
})

test('a plaque needs the recorded consent, one hangs at a door, and its holder is told to those alone who may know', async () => {
  await receive('door_plaque', 3)
  const householdId = await household()
  const plaque = {
    householdId,
    name: '匡同意',
    consentOn: today,
    consentSource: 'paper',
    day: today,
    words: null,
  }
  expect(codeOf(await post('postMaterialPlaque', { ...plaque, consentOn: null }))).toEqual({
    status: 422,
    code: 'consent-required',
  })
  const id = idOf(await post('postMaterialPlaque', plaque))
  expect(codeOf(await post('postMaterialPlaque', plaque)).code).toBe('already-exists')
  expect(await read(id)).toMatchObject({ isNamed: true, person: { name: '匡同意' } })
  expect(await read(id, auditor)).toMatchObject({ isNamed: false, person: null, door: null })
  const found = async (by: Caller) =>
    bodyOf<{ total: number }>(await by.call(op('getMaterials'), { query: { q: '匡同意' } })).total
  expect([await found(community), await found(auditor)]).toEqual([1, 0])
  const trail = await db().auditEntry.findMany({ where: { subjectId: id } })
  expect(JSON.stringify(trail)).not.toContain('匡同意')
  const exported = await staff.call(op('postMaterialExport'), { body: {} })
  expect(exported.status).toBe(200)
  const { read: open, utils } = await import('@e965/xlsx')
  const book = open(exported.bytes)
  expect(utils.sheet_to_csv(book.Sheets[book.SheetNames[0] ?? ''] ?? {})).not.toContain('匡同意')
  expect((await post('postMaterialConsentWithdrawal', { reason: '搬走' }, id)).status).toBe(200)
  const back = bodyOf<{ rows: Movement[] }>(
    await community.call(op('getMaterials'), { query: { state: 'takeBack' } }),
  )
  expect(back.rows.map((row) => row.id)).toContain(id)
})

test('a plaque’s consent shows no number on a sheet, and a changed number leaves it in force', async () => {
  await receive('door_plaque', 1)
  const body = {
    householdId: await household(),
    name: '匡换号',
    consentOn: today,
    consentSource: 'paper',
    day: today,
    words: null,
  }
  await post('postMaterialPlaque', body)
  const person = await db().person.findFirstOrThrow({ where: { name: '匡换号' } })
  const { changePhone } = await import('@/features/people/persons/commands')
  const principal = { streetId } as import('@/server/principal').Principal
  await db().$transaction((tx) =>
    changePhone({ tx, principal, now: new Date(), requestId: 't' }, person.id, '13900001234'),
  )
  const consents = await db().consent.findMany({ where: { personId: person.id } })
  expect(consents.map(({ purpose, withdrawnAt }) => [purpose, withdrawnAt])).toEqual([['plaque', null]])
})

test('staff of another community meet stores, movements and doors as ones that do not exist', async () => {
  const foreign = idOf(
    await post(
      'postMaterialReceipt',
      { communityId: otherId, kind: 'logbook', quantity: 2, day: today, words: null },
      undefined,
      staff,
    ),
  )
  const after = { quantity: 1, day: today, words: null }
  for (const id of [foreign, NOWHERE]) {
    expect(codeOf(await community.call(op('getMaterial'), { params: { id } }))).toEqual({
      status: 404,
      code: 'not-found',
    })
    for (const name of ['postMaterialReturn', 'postMaterialLoss', 'postMaterialReplacement'])
      expect(codeOf(await post(name, after, id))).toEqual({ status: 404, code: 'not-found' })
  }
  for (const communityId of [otherId, NOWHERE])
    expect(codeOf(await post('postMaterialIssue', await asked({ communityId })))).toEqual({
      status: 422,
      code: 'unknown-reference',
    })
  const door = await household(otherId)
  const plaque = {
    householdId: door,
    name: '外人',
    consentOn: today,
    consentSource: 'paper',
    day: today,
    words: null,
  }
  expect(codeOf(await post('postMaterialPlaque', plaque)).code).toBe('unknown-reference')
  const rows = bodyOf<{ rows: Movement[] }>(
    await community.call(op('getMaterials'), { query: { size: '100' } }),
  ).rows
  expect(rows.some(({ id }) => id === foreign)).toBe(false)
  expect(codeOf(await auditor.call(op('postMaterialReceipt'), { body: {} }))).toEqual({
    status: 403,
    code: 'forbidden',
  })
})

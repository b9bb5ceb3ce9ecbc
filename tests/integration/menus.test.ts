import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '@/core/identifier'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, call, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let staff: Caller
let admin: Caller
let menus: typeof import('@/features/menus/menus/endpoints')
let items: typeof import('@/features/menus/items/endpoints')
let orders: typeof import('@/features/menus/orders/endpoints')
let payments: typeof import('@/features/menus/payments/endpoints')
const asking = askingDemo(() => database)

beforeAll(async () => {
  database = await openOffice()
  menus = await import('@/features/menus/menus/endpoints')
  items = await import('@/features/menus/items/endpoints')
  orders = await import('@/features/menus/orders/endpoints')
  payments = await import('@/features/menus/payments/endpoints')
  staff = await signedInAs('street-staff')
  admin = await signedInAs('street-admin')
})

afterAll(() => database.drop())

/** What a superuser's SQL is told, or null when it went through. */
const refusedBySql = (sql: string): Promise<string | null> =>
  withClient(database.urls.superuser, (client) =>
    client.query(sql).then(
      () => null,
      (error: Error) => error.message,
    ),
  )

type Menu = {
  id: string
  working: {
    id: string
    number: number
    state: string
    version: number
    items: { id: string; name: string }[]
  } | null
  published: {
    number: number
    version: number
    items: { id: string; serviceId: string; name: string }[]
  } | null
  changes: { kind: string; item: { name: string }; fields?: string[] }[]
}
const menuOf = async (id: string) => (await staff.call(menus.getMenu, { params: { id } })).body as Menu

async function draftOf(id: string) {
  const { working } = await menuOf(id)
  if (!working) throw new Error('no draft')
  return working
}

const streetMenu = async () => {
  const [row] = await asking<{ id: string }>(
    'SELECT id FROM menu WHERE zone_id IS NULL AND compound_id IS NULL',
  )
  if (!row) throw new Error('no menu')
  return row.id
}

/** The item of the street's menu with that name, and a place where it can be ordered. */
async function orderable(name: string) {
  const [item] = await asking<{ id: string; resource_id: string | null }>(`
    SELECT i.id, i.resource_id FROM menu_item i JOIN menu_version v ON v.id = i.menu_version_id
    JOIN menu m ON m.id = v.menu_id
    WHERE v.state = 'published' AND i.name = '${name}' AND m.zone_id IS NULL AND m.compound_id IS NULL`)
  const [place] = await asking<{ building_id: string; compound_id: string }>(`
    SELECT b.id AS building_id, b.compound_id FROM building b JOIN compound c ON c.id = b.compound_id
    WHERE c.name = '南苑新村' AND b.ended_at IS NULL ORDER BY b.sort_key LIMIT 1`)
  if (!item || !place) throw new Error(name)
  return {
    itemId: item.id,
    resourceId: item.resource_id,
    buildingId: place.building_id,
    compoundId: place.compound_id,
  }
}

const freeTimes = async (resourceId: string | null) => {
  const { db } = await import('@/server/db')
  const { BOOKED, slotsAhead } = await import('@/features/menus/slots/queries')
  const resource = await db().resource.findFirstOrThrow({ where: { id: resourceId ?? '' }, select: BOOKED })
  const slots = await slotsAhead(db(), resource, new Date())
  return slots.filter(({ left }) => left === resource.perSlot).map(({ startsAt }) => startsAt.toISOString())
}

const orderFor = (
  where: { itemId: string; buildingId: string; compoundId: string },
  startsAt: string | null,
  phone: string,
) => ({
  id: uuidv7(),
  itemId: where.itemId,
  compoundId: where.compoundId,
  buildingId: where.buildingId,
  room: '1单元101',
  startsAt,
  quantity: 1,
  name: '测试住户',
  phone,
  words: null,
})

test('a match becomes an item, the draft goes through review, and who sent it cannot publish it', async () => {
  const kitchen = await import('@/features/demands/kitchen/endpoints')
  const [demand] = await asking<{
    id: string
  }>(`SELECT id FROM demand WHERE state = 'open' AND merged_into_id IS NULL
    ORDER BY priority DESC LIMIT 1`)
  const [resource] = await asking<{ id: string }>(
    `SELECT id FROM resource WHERE kind = 'crew' ORDER BY name LIMIT 1`,
  )
  const [compound] = await asking<{ id: string }>(`SELECT id FROM compound WHERE name = '三星新村'`)
  const matched = await staff.call(kitchen.postKitchenMatch, {
    body: {
      demandId: demand?.id,
      resourceId: resource?.id,
      zoneId: null,
      compoundId: compound?.id,
      coverage: 'full',
      reason: '队伍就在小区',
    },
  })
  expect(matched.status, JSON.stringify(matched.body)).toBe(201)
  const match = { params: { id: (matched.body as { id: string }).id } }
  const made = await staff.call(items.postMatchItem, match)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  expect((await staff.call(items.postMatchItem, match)).body).toMatchObject({ code: 'already-exists' })

  const [menu] = await asking<{ id: string }>(`SELECT id FROM menu WHERE compound_id = '${compound?.id}'`)
  const id = menu?.id ?? ''
  const draft = await draftOf(id)
  expect(draft.items).toHaveLength(1)
  const sent = { params: { id }, body: { version: draft.version, note: '请审核' } }
  expect(
    (await admin.call(menus.postMenuPublication, { params: { id }, body: { version: draft.version } })).body,
  ).toMatchObject({ code: 'move-not-possible' })
  expect((await admin.call(menus.postMenuReview, sent)).status).toBe(200)
  const { version } = await draftOf(id)
  expect((await staff.call(menus.postMenuPublication, { params: { id }, body: { version } })).status).toBe(
    403,
  )
  expect(
    (await admin.call(menus.postMenuPublication, { params: { id }, body: { version } })).body,
  ).toMatchObject({
    code: 'own-work',
  })
  expect(
    (await staff.call(menus.postMenuReturn, { params: { id }, body: { version, reason: '写上标准' } }))
      .status,
  ).toBe(200)
  const returned = await draftOf(id)
  expect(
    (await staff.call(menus.postMenuReview, { params: { id }, body: { version: returned.version } })).status,
  ).toBe(200)
  const inReview = await draftOf(id)
  const published = await admin.call(menus.postMenuPublication, {
    params: { id },
    body: { version: inReview.version },
  })
  expect(published.status, JSON.stringify(published.body)).toBe(200)
  expect(await asking(`SELECT state FROM demand WHERE id = '${demand?.id}'`)).toEqual([{ state: 'on_menu' }])
  const { menusShown } = await import('@/features/menus/shown/queries')
  const { db } = await import('@/server/db')
  const shown = await menusShown(db(), compound?.id ?? '')
  expect(shown?.menus[0]?.of).toBe('compound')
  expect(shown?.menus.map(({ of }) => of)).toContain('street')
  const withdrawn = await menuOf(id)
  const taken = await admin.call(menus.postMenuWithdrawal, {
    params: { id },
    body: { version: withdrawn.published?.version },
  })
  expect(taken.status).toBe(200)
  expect(await asking(`SELECT state FROM demand WHERE id = '${demand?.id}'`)).toEqual([{ state: 'planned' }])
})

test('what is published stays as it was read, by the office and by plain SQL; a new version tells what it changes', async () => {
  const id = await streetMenu()
  const before = await menuOf(id)
  const [first, second] = before.published?.items ?? []
  expect(await refusedBySql(`UPDATE menu_item SET name = '别的' WHERE id = '${first?.id}'`)).toContain(
    'draft alone',
  )
  expect(await refusedBySql(`DELETE FROM menu_item WHERE id = '${first?.id}'`)).not.toBeNull()
  expect(
    await refusedBySql(
      `UPDATE menu_version SET state = 'draft' WHERE menu_id = '${id}' AND state = 'published'`,
    ),
  ).toContain('does not go')
  expect((await staff.call(menus.postMenuDraft, { params: { id } })).status).toBe(200)
  expect((await staff.call(menus.postMenuDraft, { params: { id } })).body).toMatchObject({
    code: 'move-not-possible',
  })
  const draft = await draftOf(id)
  expect((await menuOf(id)).changes).toEqual([])
  const item = draft.items.find(({ name }) => name === second?.name)
  const read = (await staff.call(items.getMenuItem, { params: { id: item?.id ?? '' } })).body as Record<
    string,
    unknown
  >
  const {
    id: _,
    serviceId: __,
    version,
    resource: ___,
    requestCategory: ____,
    service: _____,
    menuVersion: ______,
    ...fields
  } = read
  const changed = await staff.call(items.patchMenuItem, {
    params: { id: item?.id ?? '' },
    body: { ...fields, stars: 5, demandIds: [], version },
  })
  expect(changed.status, JSON.stringify(changed.body)).toBe(200)
  const gone = draft.items.find(({ name }) => name === first?.name)
  const { version: goneVersion } = (await staff.call(items.getMenuItem, { params: { id: gone?.id ?? '' } }))
    .body as {
    version: number
  }
  expect(
    (
      await staff.call(items.postMenuItemRemoval, {
        params: { id: gone?.id ?? '' },
        body: { version: goneVersion },
      })
    ).status,
  ).toBe(200)
  expect((await menuOf(id)).changes).toMatchObject([
    { kind: 'changed', item: { name: second?.name }, fields: ['stars'] },
    { kind: 'removed', item: { name: first?.name } },
  ])
  const { version: last } = await draftOf(id)
  expect((await staff.call(menus.postMenuDiscard, { params: { id }, body: { version: last } })).status).toBe(
    200,
  )
  expect((await menuOf(id)).working).toBeNull()
})

test('forty people who want one time of three places: three have it, and nobody is met with a fault', async () => {
  const where = await orderable('水电急修')
  const [time] = await freeTimes(where.resourceId)
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      call(orders.postOpenOrder, {
        body: orderFor(where, time ?? null, `1391000${String(index).padStart(4, '0')}`),
        headers: { 'x-linzhi-address': `203.0.113.${index}` },
      }),
    ),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(3)
  expect(
    new Set(
      answers.filter(({ status }) => status !== 201).map(({ body }) => (body as { code: string }).code),
    ),
  ).toEqual(new Set(['slot-full']))
  expect(
    await asking(`SELECT s.taken, count(o.id)::int AS orders FROM order_slot s JOIN service_order o ON o.slot_id = s.id
      WHERE s.starts_at = '${time}' GROUP BY s.id, s.taken`),
  ).toEqual([{ taken: 3, orders: 3 }])
  expect(await refusedBySql(`UPDATE order_slot SET taken = 4 WHERE starts_at = '${time}'`)).not.toBeNull()
})

test('an order that is sent five times at once is one, and the same id with another number is refused', async () => {
  const where = await orderable('管道疏通')
  const [, time] = await freeTimes(where.resourceId)
  const body = orderFor(where, time ?? null, '13920001111')
  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      call(orders.postOpenOrder, { body, headers: { 'x-linzhi-address': '203.0.113.90' } }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
  expect(new Set(answers.map(({ body: answer }) => (answer as { token: string }).token)).size).toBe(1)
  const other = { ...body, phone: '13920002222' }
  expect((await call(orders.postOpenOrder, { body: other })).body).toMatchObject({ code: 'already-exists' })
  expect(await asking(`SELECT count(*)::int AS count FROM service_order WHERE id = '${body.id}'`)).toEqual([
    { count: 1 },
  ])
})

test('an order moves to another time and its clock with it; given up, its place is free, whichever way it was given up', async () => {
  const where = await orderable('管道疏通')
  const times = await freeTimes(where.resourceId)
  const [, , from, to] = times
  const placed = await call(orders.postOpenOrder, { body: orderFor(where, from ?? null, '13930001111') })
  const { id, requestId, token } = placed.body as { id: string; requestId: string; token: string }
  const taken = async (time: string | undefined) =>
    (await asking<{ taken: number }>(`SELECT taken FROM order_slot WHERE starts_at = '${time}'`))[0]?.taken ??
    0
  expect(await taken(from)).toBe(1)
  const moved = await call(orders.postTrackOrderMove, { params: { token }, body: { startsAt: to } })
  expect(moved.status, JSON.stringify(moved.body)).toBe(200)
  expect([await taken(from), await taken(to)]).toEqual([0, 1])
  expect(
    await asking(`SELECT round_started_at = '${to}'::timestamptz AS moved,
      due_at = '${to}'::timestamptz + interval '8 hours' AS due FROM request WHERE id = '${requestId}'`),
  ).toEqual([{ moved: true, due: true }])
  expect(
    (await call(orders.postTrackOrderMove, { params: { token }, body: { startsAt: '2026-01-01T03:07:00Z' } }))
      .body,
  ).toMatchObject({ code: 'no-such-time' })
  const [order] = await asking<{ version: number }>(`SELECT version FROM service_order WHERE id = '${id}'`)
  const cancelled = await staff.call(orders.postOrderCancellation, {
    params: { id },
    body: { version: order?.version, reason: '来电取消' },
  })
  expect(cancelled.status, JSON.stringify(cancelled.body)).toBe(200)
  expect(await taken(to)).toBe(0)
  expect(await asking(`SELECT state FROM request WHERE id = '${requestId}'`)).toEqual([
    { state: 'withdrawn' },
  ])
  expect((await call(orders.postTrackOrderCancellation, { params: { token }, body: {} })).body).toMatchObject(
    {
      code: 'move-not-possible',
    },
  )

  const again = await call(orders.postOpenOrder, { body: orderFor(where, from ?? null, '13930002222') })
  const { requestId: other } = again.body as { requestId: string }
  const { postRequestMove } = await import('@/features/requests/life/endpoints')
  const dispatcher = await signedInAs('dispatcher')
  const refused = await dispatcher.call(postRequestMove, {
    params: { id: other },
    body: { move: 'refuse', version: 1, words: '材料停产' },
  })
  expect(refused.status, JSON.stringify(refused.body)).toBe(200)
  expect(await taken(from)).toBe(0)
})

test('nobody orders what is not offered there, what needs no order, or a time outside of the hours', async () => {
  const where = await orderable('水电急修')
  const [time] = await freeTimes(where.resourceId)
  const refusals = async (body: object) =>
    (await call(orders.postOpenOrder, { body })).body as { code: string; fields?: object }
  const universal = await orderable('楼道保洁')
  expect(await refusals(orderFor(universal, null, '13940001111'))).toMatchObject({
    code: 'unknown-reference',
  })
  expect(await refusals(orderFor(where, null, '13940001111'))).toMatchObject({ code: 'no-such-time' })
  expect(await refusals(orderFor(where, '2026-12-01T19:00:00.000Z', '13940001111'))).toMatchObject({
    code: 'no-such-time',
  })
  const [elsewhere] = await asking<{ id: string }>(
    `SELECT id FROM building WHERE compound_id <> '${where.compoundId}' AND ended_at IS NULL LIMIT 1`,
  )
  expect(
    await refusals({ ...orderFor(where, time ?? null, '13940001111'), buildingId: elsewhere?.id }),
  ).toMatchObject({ fields: { buildingId: expect.any(String) } })
  const own = await asking<{
    id: string
  }>(`SELECT i.id FROM menu_item i JOIN menu_version v ON v.id = i.menu_version_id
    JOIN menu m ON m.id = v.menu_id JOIN compound c ON c.id = m.compound_id WHERE c.name = '古田新村' AND v.state = 'published' LIMIT 1`)
  expect(await refusals({ ...orderFor(where, null, '13940001111'), itemId: own[0]?.id })).toMatchObject({
    code: 'unknown-reference',
  })
})

test('money: never more than is due, corrected by an entry of its own, and a closed day stays as it was closed', async () => {
  const where = await orderable('水电急修')
  const times = await freeTimes(where.resourceId)
  const placed = await call(orders.postOpenOrder, { body: orderFor(where, times[4] ?? null, '13950001111') })
  const { id } = placed.body as { id: string }
  const pay = (amountFen: number) =>
    staff.call(payments.postPayment, {
      params: { id },
      body: { way: 'cash', amountFen, receiptNumber: null },
    })
  expect((await pay(3_501)).body).toMatchObject({ code: 'more-than-due' })
  const paid = await Promise.all(Array.from({ length: 6 }, () => pay(1_000)))
  expect(paid.filter(({ status }) => status === 201)).toHaveLength(3)
  expect(await asking(`SELECT paid_fen FROM service_order WHERE id = '${id}'`)).toEqual([{ paid_fen: 3_000 }])
  const entry = paid.find(({ status }) => status === 201)?.body as { id: string; day: string }
  const correct = () =>
    staff.call(payments.postPaymentCorrection, { params: { id: entry.id }, body: { reason: '收据写错' } })
  const corrections = await Promise.all([correct(), correct(), correct()])
  expect(corrections.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(await asking(`SELECT paid_fen FROM service_order WHERE id = '${id}'`)).toEqual([{ paid_fen: 2_000 }])
  expect(
    await refusedBySql(`UPDATE order_payment SET amount_fen = 1 WHERE id = '${entry.id}'`),
  ).not.toBeNull()
  expect(await refusedBySql(`UPDATE service_order SET paid_fen = 9999 WHERE id = '${id}'`)).not.toBeNull()

  const [place] = await asking<{ community_id: string }>(
    `SELECT community_id FROM compound WHERE id = '${where.compoundId}'`,
  )
  const close = () =>
    staff.call(payments.postPaymentClosing, { body: { communityId: place?.community_id, day: entry.day } })
  const [sums] = await asking<{ entries: number; fen: number }>(`
    SELECT count(*)::int AS entries, coalesce(sum(p.amount_fen), 0)::int AS fen FROM order_payment p
    WHERE p.community_id = '${place?.community_id}' AND p.day <= '${entry.day}'
      AND p.day > coalesce((SELECT max(c.day) FROM payment_closing c WHERE c.community_id = p.community_id), '2000-01-01')`)
  const closings = await Promise.all([close(), close()])
  expect(closings.map(({ status }) => status).sort()).toEqual([201, 409])
  const closed = closings.find(({ status }) => status === 201)?.body as {
    entries: number
    cashFen: number
    transferFen: number
  }
  expect({ entries: closed.entries, fen: closed.cashFen + closed.transferFen }).toEqual(sums)
  const late = (await pay(500)).body as { day: string }
  expect(late.day > entry.day).toBe(true)
  expect(
    await refusedBySql(`INSERT INTO order_payment (street_id, id, order_id, way, amount_fen, community_id, day, taken_by, taker)
      SELECT street_id, gen_random_uuid(), order_id, way, amount_fen, community_id, '${entry.day}', taken_by, taker
      FROM order_payment WHERE id = '${entry.id}'`),
  ).toContain('closed')
})

test('a community sees the orders of its own compounds alone, in the list, by address and in the sums', async () => {
  const community = await signedInAs('community-staff')
  const own = (await community.call(orders.getOrders, { query: { size: '100' } })).body as {
    rows: { id: string; request: { compound: { id: string } } }[]
  }
  const all = (await staff.call(orders.getOrders, { query: { size: '100' } })).body as typeof own
  expect(own.rows.length).toBeLessThan(all.rows.length)
  const [home] = await asking<{
    id: string
  }>(`SELECT g.scope_id AS id FROM role_grant g JOIN account a ON a.id = g.account_id
    WHERE a.username = 'community-staff'`)
  const inside = new Set(
    (await asking<{ id: string }>(`SELECT id FROM compound WHERE community_id = '${home?.id}'`)).map(
      ({ id }) => id,
    ),
  )
  expect(own.rows.every(({ request }) => inside.has(request.compound.id))).toBe(true)
  const foreign = all.rows.find(({ request }) => !inside.has(request.compound.id))
  expect((await community.call(orders.getOrder, { params: { id: foreign?.id ?? '' } })).status).toBe(404)
  const text = JSON.stringify(all)
  expect(text).not.toContain('测试住户')
  expect(text).not.toContain('13950001111')
})

import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Handler } from '@/server/endpoint'
import type { Permission } from '@/server/permissions'
import { answerShapes } from '../../scripts/lib/answer-shapes.mjs'
import { street, type TestDatabase } from '../support/database'
import { type Answer, type Asked, type Caller, call, openOffice, signedInAs } from '../support/office'
import { sampleOf } from '../support/sample'

const ACCOUNTS = [
  'street-admin',
  'street-staff',
  'dispatcher',
  'community-staff',
  'grid-member',
  'captain',
  'zone-lead',
  'worker',
  'resident',
  'auditor',
] as const

const NOWHERE = '01990000-0000-7000-8000-00000000dead'
const OTHER_STREET = '321204002'

let database: TestDatabase
let otherStreetId: string
let shapes: Record<string, object>
let operations: readonly Handler[]
const callers = new Map<string, Caller>()
let mayUse: (account: string, permissions: Permission | readonly Permission[]) => boolean

beforeAll(async () => {
  database = await openOffice()
  const registers = path.resolve(import.meta.dirname, '../../demo/luotang')
  await street(database.urls.app, ['import', registers, '--code', OTHER_STREET, '--name', '另一街道'])
  operations = (await import('@/operations')).OPERATIONS
  shapes = answerShapes()
  const { ROLE_PERMISSIONS } = await import('@/server/permissions')
  mayUse = (account, permissions) => {
    const held = ROLE_PERMISSIONS[account.replaceAll('-', '_') as keyof typeof ROLE_PERMISSIONS]
    return [permissions].flat().some((permission) => held.includes(permission))
  }
  const { db } = await import('@/server/db')
  const { id: streetId } = await db().street.findUniqueOrThrow({ where: { code: OTHER_STREET } })
  otherStreetId = streetId
  await db().dispatchRule.create({
    data: { streetId, id: crypto.randomUUID(), position: 1, name: '外街', weekdays: [] },
  })
  await db().apiKey.create({
    data: { streetId, id: crypto.randomUUID(), name: '外街', keyHash: 'none', scopes: [] },
  })
  await db().requestCategory.create({
    data: {
      streetId,
      id: crypto.randomUUID(),
      code: 'elsewhere',
      name: '外街',
      nameEn: 'Elsewhere',
      group: '外街',
      groupEn: 'Elsewhere',
      search: '',
    },
  })
  await db().outageNotice.create({
    data: {
      streetId,
      id: crypto.randomUUID(),
      kind: 'water',
      isPlanned: true,
      title: '外街停水',
      words: '外街',
      startsAt: new Date(),
    },
  })
  const place = (name: string) => ({ streetId, id: crypto.randomUUID(), name, sortKey: '', search: '' })
  const community = await db().community.create({ data: place('外街社区') })
  const compound = await db().compound.create({ data: { ...place('外街小区'), communityId: community.id } })
  const building = await db().building.create({
    data: { ...place('1幢'), compoundId: compound.id, number: '1' },
  })
  const electionId = crypto.randomUUID()
  await db().election.create({
    data: {
      streetId,
      id: electionId,
      communityId: community.id,
      kind: 'vote',
      name: '外街',
      termYears: 3,
      turnoutPercent: 50,
      winnerPercent: 50,
      publicityDays: 5,
      sortKey: '',
      search: '',
      buildings: { create: { buildingId: building.id } },
    },
  })
  const someone = { streetId, id: crypto.randomUUID(), username: 'elsewhere', displayName: '外街' }
  await db().account.create({ data: { ...someone, sortKey: '', search: '' } })
  const stairwellId = crypto.randomUUID()
  await db().stairwell.create({
    data: { streetId, id: stairwellId, buildingId: building.id, number: 1, name: '1单元' },
  })
  const { id: householdId } = await db().household.create({
    data: { streetId, id: crypto.randomUUID(), stairwellId, room: '101', sortKey: '', search: '' },
  })
  const joined = new Date()
  await db().resident.create({
    data: { streetId, accountId: someone.id, registeredAt: joined, seenAt: joined },
  })
  await db().householdMember.create({
    data: {
      streetId,
      id: crypto.randomUUID(),
      householdId,
      accountId: someone.id,
      way: 'claim',
      name: '外街',
      search: '',
      claimedAt: joined,
    },
  })
  await db().householdInvitation.create({
    data: {
      streetId,
      id: crypto.randomUUID(),
      householdId,
      codeHash: 'none',
      createdBy: someone.id,
      createdAt: joined,
      expiresAt: new Date(joined.getTime() + 86_400_000),
    },
  })
  await db().materialStock.create({ data: { streetId, communityId: community.id, kind: 'logbook' } })
  await db().materialMovement.create({
    data: {
      streetId,
      id: crypto.randomUUID(),
      communityId: community.id,
      kind: 'logbook',
      move: 'received',
      quantity: 1,
      day: new Date(),
      accountId: someone.id,
      actor: '外街',
      search: '',
    },
  })
  const leaver = await db().person.create({ data: place('外街楼栋长') })
  const appointment = await db().captainAppointment.create({
    data: {
      streetId,
      id: crypto.randomUUID(),
      personId: leaver.id,
      startsOn: new Date('2020-01-01'),
      duties: [],
      sortKey: '',
      search: '',
    },
  })
  await db().captainHandover.create({
    data: { streetId, id: crypto.randomUUID(), appointmentId: appointment.id },
  })
  const now = new Date()
  const visitId = crypto.randomUUID()
  await db().visit.create({
    data: {
      streetId,
      id: visitId,
      buildingId: building.id,
      accountId: someone.id,
      visitor: '外街',
      topics: ['other'],
      happenedAt: now,
      phoneAt: now,
      receivedAt: now,
      search: '',
    },
  })
  await db().visitPromise.create({
    data: { streetId, id: crypto.randomUUID(), visitId, words: '外街', dueOn: now },
  })
  await db().consultation.create({
    data: {
      streetId,
      id: crypto.randomUUID(),
      communityId: community.id,
      topic: '外街',
      place: '外街',
      heldAt: now,
      peopleCount: 1,
      publicParts: [],
      search: '',
    },
  })
  const elsewhereDemand = await demandIn(streetId, compound.id)
  const resource = await db().resource.create({
    data: { ...place('外街资源'), kind: 'facility', categories: ['other'], skills: [] },
  })
  await db().kitchenMatch.create({
    data: {
      streetId,
      id: crypto.randomUUID(),
      demandId: elsewhereDemand,
      resourceId: resource.id,
      coverage: 'full',
      reason: '外街',
      matchedBy: someone.id,
    },
  })
  const grid = await db().grid.create({
    data: { ...place('外街网格'), communityId: community.id, code: '外街', forces: [] },
  })
  await db().captainNotice.create({
    data: {
      streetId,
      id: crypto.randomUUID(),
      gridId: grid.id,
      words: '外街',
      from: now,
      until: now,
      accountId: someone.id,
      actor: '外街',
    },
  })
  const boxId = crypto.randomUUID()
  await db().opinionBox.create({
    data: { streetId, id: boxId, buildingId: building.id, place: '外街', since: now },
  })
  const hour = new Date('2026-11-01T00:00:00Z')
  await db().opinion.create({
    data: {
      streetId,
      id: crypto.randomUUID(),
      buildingId: building.id,
      hour,
      source: 'web',
      about: 'nobody',
      words: '外街',
    },
  })
  await menuIn(streetId)
  for (const account of ACCOUNTS) callers.set(account, await signedInAs(account))
})

afterAll(() => database.drop())

/** A menu with a draft of one item. */
async function menuIn(streetId: string): Promise<void> {
  const { db } = await import('@/server/db')
  const [menuId, menuVersionId, serviceId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const category = await db().requestCategory.findFirstOrThrow({ where: { streetId } })
  await db().menu.create({ data: { streetId, id: menuId, name: '外街', sortKey: '', search: '' } })
  await db().menuVersion.create({ data: { streetId, id: menuVersionId, menuId, number: 1 } })
  await db().service.create({ data: { streetId, id: serviceId } })
  await db().menuItem.create({
    data: {
      streetId,
      id: crypto.randomUUID(),
      menuVersionId,
      serviceId,
      position: 1,
      category: 'general',
      name: '外街',
      stars: 3,
      fee: 'free',
      reach: 'universal',
      responseAmount: 1,
      responseUnit: 'days',
      requestCategoryId: category.id,
    },
  })
}

/** A demand with one piece of evidence, without which nobody would see it. */
async function demandIn(streetId: string, compoundId: string): Promise<string> {
  const { db } = await import('@/server/db')
  const id = crypto.randomUUID()
  await db().demand.create({
    data: { streetId, id, title: '样例', category: 'other', sortKey: '', search: '' },
  })
  await db().demandEvidence.create({
    data: {
      streetId,
      id: crypto.randomUUID(),
      demandId: id,
      originId: id,
      kind: 'other',
      sourceId: crypto.randomUUID(),
      compoundId,
      happenedOn: new Date(),
    },
  })
  return id
}

const nameOf = ({ declaration: { method, path: address } }: Handler) => `${method} ${address}`
const as = (account: string): Caller => {
  const caller = callers.get(account)
  if (!caller) throw new Error(account)
  return caller
}

/** Input of the right shape, with every reference pointing at the id. */
function inputFor({ declaration }: Handler, id: string): Asked {
  const isBuilding = declaration.path.startsWith('/buildings')
  const isOutage = declaration.path.startsWith('/outages')
  const isArea = /^\/(resources|kitchen-matches|menus)/.test(declaration.path)
  const isItem = /items?$/.test(declaration.path) || declaration.path.startsWith('/menu-items')
  const isMediation = declaration.path.startsWith('/mediations')
  const isSlip = declaration.path === '/opinion-slips'
  const isMonthly = /^\/(rounds|opinions)\/.*export$/.test(declaration.path)
  const isSurvey = declaration.path.startsWith('/surveys')
  const isCodeWish = declaration.path === '/sign-in-codes'
  const isOwn = declaration.path.startsWith('/own-')
  const given = (field: string) => {
    if (field === 'version') return 1
    if (isSurvey && field === 'places') return [`compound:${id}`]
    if (isSurvey && field === 'questions') return [{ key: 'words', kind: 'text', text: '样例' }]
    if (field === 'name' && isBuilding) return '1幢'
    // An area is a zone or a compound, not both.
    if (field === 'zoneId' && isArea) return null
    if (declaration.path.startsWith('/opinions') && field === 'whom') return `person:${id}`
    if (isSlip && field === 'id') return 'f4f1c0de-0000-4000-8000-000000000001'
    if (isMonthly && ['month', 'from', 'to'].includes(field)) return '2026-11'
    if (field === 'priceFen' || field === 'priceUnit' || field === 'perSlot' || field === 'slotMinutes')
      return null
    if (field === 'fee') return isItem ? 'free' : undefined
    if (field === 'strokes') return [[1, 2, 3, 4]]
    if (isCodeWish && field === 'phone') return '19110000907'
    if (isCodeWish && field === 'street') return OTHER_STREET
    if (isOwn && field === 'code') return 'ABCDEFGHJK22'
    if (isOwn && field === 'token') return 'ABCDEFGHJKABCDEFGHJK'
    if (isMediation && field === 'parties') {
      const party = { name: '甲', phone: null, door: null }
      return [party, party]
    }
    if (isOutage && field === 'place') return `compound:${id}`
    if (isOutage && field === 'wholeStreet') return false
    return isOutage && field === 'endsAt' ? null : undefined
  }
  const params = declaration.path.matchAll(/\{(\w+)\}/g)
  return {
    params: Object.fromEntries([...params].map(([, name = '']) => [name, id])),
    ...(declaration.body ? { body: sampleOf(declaration.body, given) } : {}),
  }
}

const worded = ({ status, body }: Answer) => {
  const { requestId: _, ...rest } = (body ?? {}) as { requestId?: string }
  return { status, ...rest }
}

test('nobody without a session gets past the door of an operation that needs one', async () => {
  for (const operation of operations) {
    if (operation.declaration.allow === 'anyone') continue
    const answer = await call(operation, inputFor(operation, NOWHERE))
    expect(answer.status, nameOf(operation)).toBe(401)
  }
})

test('every operation says what it answers, and a list or record that is read has that shape', async () => {
  let compared = 0
  for (const operation of operations) {
    const { answer, method } = operation.declaration
    if (answer) continue
    const shape = shapes[nameOf(operation)]
    expect(shape, nameOf(operation)).toBeDefined()
    if (method !== 'GET' || !shape) continue
    const read = await as('street-admin').call(operation, inputFor(operation, NOWHERE))
    if (read.status !== 200) continue
    const parsed = z.fromJSONSchema(shape as z.core.JSONSchema.JSONSchema).safeParse(read.body)
    expect(parsed.error?.issues, nameOf(operation)).toBeUndefined()
    compared++
  }
  expect(compared).toBeGreaterThan(15)
})

test('a write that carries a session but comes from another origin is refused', async () => {
  for (const operation of operations) {
    if (operation.declaration.method === 'GET' || operation.declaration.allow === 'anyone') continue
    const asked = { ...inputFor(operation, NOWHERE), headers: { origin: 'https://elsewhere.example' } }
    const answer = await as('street-admin').call(operation, asked)
    expect(worded(answer), nameOf(operation)).toMatchObject({ status: 403, code: 'bad-origin' })
  }
})

describe.each(ACCOUNTS)('%s', (account) => {
  test('is refused exactly what the role does not hold, and never meets a fault', async () => {
    for (const operation of operations) {
      const { allow, path: address } = operation.declaration
      if (allow === 'anyone' || allow === 'signed-in') continue
      // Who is erased is signed out, and could try nothing more.
      if (address === '/own-resident/erasure' && mayUse(account, allow)) continue
      const answer = await as(account).call(operation, inputFor(operation, NOWHERE))
      if (mayUse(account, allow)) {
        expect(answer.status, nameOf(operation)).not.toBe(403)
        expect(answer.status, nameOf(operation)).toBeLessThan(500)
      } else expect(worded(answer), nameOf(operation)).toMatchObject({ status: 403, code: 'forbidden' })
    }
  })

  test('cannot tell a record outside the scope from one that does not exist', async () => {
    let compared = 0
    for (const operation of operations) {
      const { allow, path: address } = operation.declaration
      if (!address.includes('{') || allow === 'anyone' || allow === 'signed-in') continue
      if (!mayUse(account, allow)) continue
      const nothing = worded(await as(account).call(operation, inputFor(operation, NOWHERE)))
      for (const id of await foreignIds(account, address.split('/')[1] ?? '')) {
        const foreign = worded(await as(account).call(operation, inputFor(operation, id)))
        expect(foreign, `${nameOf(operation)} ${id}`).toEqual(nothing)
        compared++
      }
    }
    if (account !== 'worker' && account !== 'resident') expect(compared).toBeGreaterThan(0)
  })
})

type Listed = { rows: { id: string }[] }

/** Orders and payments in another community than the one whose office asks. */
const elsewhereThan = async () => {
  const { db } = await import('@/server/db')
  const grant = await db().roleGrant.findFirstOrThrow({ where: { account: { username: 'community-staff' } } })
  return { request: { compound: { communityId: { not: grant.scopeId ?? '' } } } }
}
const orderOutside = async () => {
  const { db } = await import('@/server/db')
  return db().serviceOrder.findFirst({ where: await elsewhereThan(), select: { id: true } })
}
const paymentOutside = async () => {
  const { db } = await import('@/server/db')
  return db().orderPayment.findFirst({ where: { order: await elsewhereThan() }, select: { id: true } })
}

/** Ids that exist but are not for this account: another street's, and those that only the whole street's list shows. */
async function foreignIds(account: string, noun: string): Promise<string[]> {
  const { db } = await import('@/server/db')
  const elsewhere = { street: { code: OTHER_STREET } }
  const firstOf: Record<string, () => Promise<{ id: string } | null>> = {
    compounds: () => db().compound.findFirst({ where: { community: elsewhere } }),
    buildings: () => db().building.findFirst({ where: { compound: { community: elsewhere } } }),
    communities: () => db().community.findFirst({ where: elsewhere }),
    grids: () => db().grid.findFirst({ where: { community: elsewhere } }),
    'grid-members': () => db().gridMember.findFirst({ where: { person: elsewhere } }),
    providers: () => db().provider.findFirst({ where: elsewhere }),
    people: () => db().person.findFirst({ where: { ...elsewhere, phone: { not: null } } }),
    captains: () => db().captainAppointment.findFirst({ where: { person: elsewhere } }),
    operators: () => db().operator.findFirst({ where: elsewhere }),
    workers: () => db().worker.findFirst({ where: { person: elsewhere } }),
    parties: () => db().partyOrganisation.findFirst({ where: { community: elsewhere } }),
    'centre-households': () => db().centreHousehold.findFirst({ where: { group: { community: elsewhere } } }),
    zones: () => db().zone.findFirst({ where: elsewhere }),
    sheets: () =>
      db().noticeBoard.findFirst({
        where: { stairwell: { building: { compound: { community: elsewhere } } } },
      }),
    imports: () => db().import.findFirst({ where: elsewhere }),
    outages: () => db().outageNotice.findFirst({ where: elsewhere }),
    'api-keys': () => db().apiKey.findFirst({ where: elsewhere }),
    'request-categories': () => db().requestCategory.findFirst({ where: elsewhere }),
    'dispatch-rules': () => db().dispatchRule.findFirst({ where: { streetId: otherStreetId } }),
    elections: () => db().election.findFirst({ where: { streetId: otherStreetId } }),
    materials: () => db().materialMovement.findFirst({ where: { streetId: otherStreetId } }),
    'log-entries': () => db().logEntry.findFirst({ where: { person: elsewhere } }),
    'household-visits': () => db().visit.findFirst({ where: { streetId: otherStreetId } }),
    'visit-promises': () => db().visitPromise.findFirst({ where: { streetId: otherStreetId } }),
    surveys: () => db().survey.findFirst({ where: elsewhere }),
    'survey-codes': () => db().surveyCode.findFirst({ where: elsewhere }),
    consultations: () => db().consultation.findFirst({ where: { streetId: otherStreetId } }),
    demands: () => db().demand.findFirst({ where: { streetId: otherStreetId } }),
    resources: () => db().resource.findFirst({ where: elsewhere }),
    'kitchen-matches': () => db().kitchenMatch.findFirst({ where: { streetId: otherStreetId } }),
    menus: () => db().menu.findFirst({ where: elsewhere }),
    'menu-items': () => db().menuItem.findFirst({ where: { service: elsewhere } }),
    // No other street has orders: another community's stand for them.
    orders: () => (account === 'community-staff' ? orderOutside() : Promise.resolve(null)),
    payments: () => (account === 'community-staff' ? paymentOutside() : Promise.resolve(null)),
    checkpoints: () => db().checkpoint.findFirst({ where: elsewhere }),
    'visit-rhythms': () =>
      db().visitRhythm.findFirst({
        where: { household: { stairwell: { building: { compound: { community: elsewhere } } } } },
      }),
    'captain-handovers': () => db().captainHandover.findFirst({ where: { streetId: otherStreetId } }),
    mediations: () =>
      db().mediation.findFirst({ where: { seats: { none: { account: { username: account } } } } }),
    'committee-members': () => db().committeeMember.findFirst({ where: { streetId: otherStreetId } }),
    'opinion-boxes': () => db().opinionBox.findFirst({ where: { streetId: otherStreetId } }),
    'captain-notices': () => db().captainNotice.findFirst({ where: { streetId: otherStreetId } }),
    opinions: () => db().opinion.findFirst({ where: { streetId: otherStreetId } }),
    households: () => db().household.findFirst({ where: { streetId: otherStreetId } }),
    'household-members': () => db().householdMember.findFirst({ where: { streetId: otherStreetId } }),
    'own-households': () => db().householdMember.findFirst({ where: { streetId: otherStreetId } }),
    'household-invitations': () => db().householdInvitation.findFirst({ where: { streetId: otherStreetId } }),
    'own-requests': () => db().request.findFirst({ where: { streetId: otherStreetId } }),
    outbox: () => db().outboxMessage.findFirst({ where: elsewhere }),
  }
  const other = await firstOf[noun]?.()
  const list = operations.find(
    ({ declaration }) => declaration.method === 'GET' && declaration.path === `/${noun}`,
  )
  const seenBy = async (who: string) => {
    const answer = list && (await as(who).call(list, { query: { size: '100' } }))
    const rows = answer?.status === 200 ? (answer.body as Partial<Listed>).rows : undefined
    return (rows ?? []).map(({ id }) => id)
  }
  const own = new Set(await seenBy(account))
  const hidden = (await seenBy('street-admin')).filter((id) => !own.has(id))
  const whole = own.size === 100 ? [] : hidden.slice(0, 2)
  return [...(other ? [other.id] : []), ...whole]
}

test('the samples are of the shape that their operations take', () => {
  const wrong = operations.filter(({ declaration }) => {
    const { body } = inputFor({ declaration } as Handler, NOWHERE)
    return declaration.body && !declaration.body.safeParse(body).success
  })
  expect(wrong.map(nameOf)).toEqual([])
})

const STRANGE = [
  null,
  {},
  { not: null },
  { contains: '%' },
  [],
  [[['x']]],
  'NUL\u0000',
  '\ud800',
  'x'.repeat(20_000),
  -1,
  2 ** 31,
  2 ** 53,
  1e308,
  true,
  '',
  "'; DROP TABLE street --",
]

test('no body, however strange, makes an operation fail', async () => {
  const faults: string[] = []
  for (const operation of operations) {
    const { declaration } = operation
    if (declaration.method === 'GET' || !declaration.body) continue
    const usual = (inputFor(operation, NOWHERE).body ?? {}) as Record<string, unknown>
    const bodies: unknown[] = [null, [], 'x', 1, {}, { ...usual, unknown: 1 }]
    for (const field of Object.keys(usual)) {
      const { [field]: _, ...without } = usual
      bodies.push(without)
      for (const value of STRANGE) bodies.push({ ...usual, [field]: value })
    }
    for (const body of bodies) {
      const asked = { ...inputFor(operation, NOWHERE), body }
      const { status } = await as('street-admin').call(operation, asked)
      if (status >= 500) faults.push(`${nameOf(operation)} ${JSON.stringify(body).slice(0, 200)} → ${status}`)
    }
  }
  expect(faults).toEqual([])
}, 600_000)

/** Positions in the form that lists hand out, with places that no column holds. */
const BENT = ['x', 7, null, 1e308, '2026-13-45T00:00:00Z', 'NUL\u0000'].flatMap((value) =>
  [true, false].map((back) =>
    Buffer.from(JSON.stringify({ value, id: NOWHERE, back })).toString('base64url'),
  ),
)

test('no cursor, however bent, makes a list fail in any of its orders', async () => {
  const faults: string[] = []
  const { db } = await import('@/server/db')
  // Records whose own lists have an address.
  const building = await db().building.findFirstOrThrow({
    where: { compound: { community: { street: { code: '321204001' } } } },
  })
  const demandId = await demandIn(building.streetId, building.compoundId)
  const survey = await db().survey.findFirstOrThrow({ where: { streetId: building.streetId } })
  for (const operation of operations) {
    const { method, query, allow } = operation.declaration
    const held = allow === 'signed-in' || allow === 'anyone' ? undefined : allow
    const reader = ACCOUNTS.find((account) => held && mayUse(account, held)) ?? 'street-admin'
    const shape = query && (z.toJSONSchema(query, { io: 'input', unrepresentable: 'any' }) as Listing)
    if (method !== 'GET' || !shape?.properties?.cursor) continue
    for (const sort of shape.properties.sort?.enum ?? [undefined]) {
      for (const cursor of BENT) {
        const { path: address } = operation.declaration
        const id = address.startsWith('/demands')
          ? demandId
          : address.startsWith('/surveys')
            ? survey.id
            : building.id
        const { params = {} } = inputFor(operation, id)
        const asked = { params, query: { cursor, ...(sort ? { sort } : {}) } }
        const { status } = await as(reader).call(operation, asked)
        if (status !== 200) faults.push(`${nameOf(operation)} ${sort} ${cursor} → ${status}`)
      }
    }
  }
  expect(faults).toEqual([])
}, 120_000)

type Listing = { properties?: { cursor?: object; sort?: { enum?: string[] } } }

test('no path and no query, however strange, makes an operation fail', async () => {
  const faults: string[] = []
  const strange = ['', 'NUL\u0000', 'null', "' OR 1=1", '%', '2147483648', '{"not":null}', 'x'.repeat(5_000)]
  for (const operation of operations) {
    const { declaration } = operation
    const { params = {}, body } = inputFor(operation, NOWHERE)
    const asked: Asked[] = Object.keys(params).flatMap((name) =>
      strange.map((value) => ({ params: { ...params, [name]: value }, body })),
    )
    if (declaration.query) {
      const names = Object.keys(sampleOf(declaration.query, () => undefined) as object)
      asked.push({ params, query: { unknown: '1' } })
      for (const name of names) for (const value of strange) asked.push({ params, query: { [name]: value } })
    }
    for (const one of asked) {
      const { status } = await as('street-admin').call(operation, one)
      if (status >= 500) faults.push(`${nameOf(operation)} ${JSON.stringify(one).slice(0, 200)} → ${status}`)
    }
  }
  expect(faults).toEqual([])
}, 300_000)

import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '@/core/instants'
import { dateOf } from '@/server/term'
import type { TestDatabase } from '../support/database'
import { type Answer, type Caller, openOffice, signedInAs } from '../support/office'

const today = dayOf(new Date())

let database: TestDatabase
let staff: Caller
let db: typeof import('@/server/db')['db']
let handovers: typeof import('@/features/requests/captain-handovers/endpoints')
let streetId: string

beforeAll(async () => {
  database = await openOffice()
  ;({ db } = await import('@/server/db'))
  handovers = await import('@/features/requests/captain-handovers/endpoints')
  staff = await signedInAs('street-staff')
  ;({ id: streetId } = await db().street.findFirstOrThrow())
})

afterAll(() => database.drop())

type Detail = {
  id: string
  version: number
  isKept: boolean
  givenOn: string | null
  takenOn: string | null
  successor: { id: string } | null
  open: { requests: { id: string; number: string }[]; rounds: { words: string }[]; materials: object[] }
}
const bodyOf = <Body>({ body }: Answer) => body as Body
const codeOf = ({ status, body }: Answer) => ({ status, code: (body as { code?: string })?.code })

/** Somebody who left a building of the community or outside it yesterday. */
async function gone(inside = true) {
  const { grants } = await db().account.findUniqueOrThrow({
    where: { username: 'community-staff' },
    select: { grants: { select: { scopeId: true } } },
  })
  const communityId = grants[0]?.scopeId ?? ''
  const { gridId: _, ...one } = await db().building.findFirstOrThrow({
    where: { compound: { communityId: inside ? communityId : { not: communityId } } },
  })
  const buildingId = crypto.randomUUID()
  await db().building.create({
    data: { ...one, id: buildingId, number: buildingId.slice(0, 8), name: '移交楼' },
  })
  return { buildingId, compoundId: one.compoundId, ...(await serve('走的', buildingId, -900, -1)) }
}

async function serve(name: string, buildingId: string, from: number, to: number | null) {
  const personId = crypto.randomUUID()
  const appointmentId = crypto.randomUUID()
  await db().person.create({ data: { streetId, id: personId, name, sortKey: name, search: name } })
  const term = {
    startsOn: dateOf(addDays(today, from)),
    endsOn: to === null ? null : dateOf(addDays(today, to)),
  }
  const appointment = {
    streetId,
    id: appointmentId,
    personId,
    ...term,
    duties: [],
    sortKey: name,
    search: name,
  }
  await db().captainAppointment.create({ data: appointment })
  await db().captainBuilding.create({ data: { streetId, appointmentId, buildingId, ...term } })
  return { personId, appointmentId }
}

async function report(buildingId: string, compoundId: string): Promise<string> {
  const {
    id: _,
    number: __,
    ...some
  } = await db().request.findFirstOrThrow({ where: { streetId, state: 'submitted' } })
  const id = crypto.randomUUID()
  const { policy, ...row } = some
  await db().$transaction(async (tx) => {
    await tx.request.create({
      data: {
        ...row,
        policy: policy as object,
        id,
        number: id.slice(0, 12),
        sourceNumber: null,
        compoundId,
        buildingId,
        stairwellId: null,
        version: 1,
      },
    })
    await tx.requestEvent.create({
      data: {
        streetId,
        id: crypto.randomUUID(),
        requestId: id,
        version: 1,
        at: new Date(),
        kind: 'report',
        toState: 'submitted',
        round: 1,
        actor: 'x',
        actorKind: 'staff',
      },
    })
  })
  return id
}

const drawUp = (appointmentId: string, by = staff) =>
  by.call(handovers.postCaptainHandover, { body: { appointmentId, words: null } })
const read = async (id: string, by = staff) =>
  bodyOf<Detail>(await by.call(handovers.getCaptainHandover, { params: { id } }))
const sign = (id: string, side: 'given' | 'taken', version: number, by = staff) =>
  by.call(handovers.postCaptainHandoverSignature, { params: { id }, body: { side, day: today, version } })

test('what lies open follows the day until the first signs, and then stands; both sign once, and who comes must be there', async () => {
  const { appointmentId, buildingId, compoundId } = await gone()
  const first = await report(buildingId, compoundId)
  const { id } = bodyOf<{ id: string }>(await drawUp(appointmentId))
  expect(codeOf(await drawUp(appointmentId))).toEqual({ status: 409, code: 'already-exists' })
  const second = await report(buildingId, compoundId)
  const before = await read(id)
  expect(before.open.requests.map((one) => one.id).sort()).toEqual([first, second].sort())
  expect(before.isKept).toBe(false)
  expect(codeOf(await sign(id, 'taken', 1))).toEqual({ status: 409, code: 'no-successor' })
  expect((await sign(id, 'given', 1)).status).toBe(200)
  await report(buildingId, compoundId)
  expect((await read(id)).open.requests).toHaveLength(2)
  const { appointmentId: nextId } = await serve('来的', buildingId, 0, null)
  expect((await read(id)).successor?.id).toBe(nextId)
  expect((await sign(id, 'taken', 2)).status).toBe(200)
  expect(codeOf(await sign(id, 'taken', 3))).toEqual({ status: 409, code: 'already-exists' })
  expect(await read(id)).toMatchObject({
    isKept: true,
    givenOn: expect.any(String),
    takenOn: expect.any(String),
  })
})

test('the successor sees it and signs the own side alone, and other captains meet nothing', async () => {
  const { appointmentId, buildingId } = await gone()
  const { id } = bodyOf<{ id: string }>(await drawUp(appointmentId))
  const { personId } = await serve('接的', buildingId, 0, null)
  const captain = await signedInAs('captain')
  expect(codeOf(await captain.call(handovers.getCaptainHandover, { params: { id } })).code).toBe('not-found')
  expect(codeOf(await sign(id, 'taken', 1, captain)).code).toBe('not-found')
  const account = await db().account.findUniqueOrThrow({ where: { username: 'captain' } })
  await db().person.updateMany({ where: { accountId: account.id }, data: { accountId: null } })
  await db().person.update({
    where: { streetId_id: { streetId, id: personId } },
    data: { accountId: account.id },
  })
  expect((await read(id, captain)).id).toBe(id)
  expect(codeOf(await sign(id, 'given', 1, captain)).code).toBe('not-found')
  expect((await sign(id, 'taken', 1, captain)).status).toBe(200)
})

test('staff of another community meet a hand-over as one that does not exist', async () => {
  const { appointmentId } = await gone(false)
  const community = await signedInAs('community-staff')
  expect(codeOf(await drawUp(appointmentId, community))).toEqual({ status: 422, code: 'unknown-reference' })
  const { id } = bodyOf<{ id: string }>(await drawUp(appointmentId))
  expect(codeOf(await community.call(handovers.getCaptainHandover, { params: { id } })).status).toBe(404)
  expect(codeOf(await sign(id, 'given', 1, community)).status).toBe(404)
  const { rows } = bodyOf<{ rows: { id: string }[] }>(
    await community.call(handovers.getCaptainHandovers, { query: { size: '100' } }),
  )
  expect(rows.some((row) => row.id === id)).toBe(false)
})

test('the table keeps no signature without the list that was signed', async () => {
  const { appointmentId } = await gone()
  const { id } = bodyOf<{ id: string }>(await drawUp(appointmentId))
  await expect(
    db().captainHandover.updateMany({ where: { id }, data: { givenOn: dateOf(today) } }),
  ).rejects.toThrow(/signed_as_listed/)
})

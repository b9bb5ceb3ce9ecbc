import { afterAll, beforeAll, expect, test } from 'vitest'
import * as stages from '@/features/places/stages/endpoints'
import * as leads from '@/features/zones/leads/endpoints'
import * as moves from '@/features/zones/moves/endpoints'
import * as zones from '@/features/zones/register/endpoints'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

const NOWHERE = '01990000-0000-7000-8000-00000000dead'

let database: TestDatabase
let staff: Caller

beforeAll(async () => {
  database = await openOffice()
  staff = await signedInAs('street-staff')
})

afterAll(() => database.drop())

const store = async () => (await import('@/server/db')).db()

type Row = { id: string; name: string; version: number; lead: string | null; totals: { compounds: number } }
const listed = async (who: Caller, query: Record<string, string> = {}) =>
  (await who.call(zones.getZones, { query: { size: '100', ...query } })).body as {
    rows: Row[]
    total: number
  }

async function newZone(name: string): Promise<string> {
  const { status, body } = await staff.call(zones.postZone, { body: { name } })
  expect(status).toBe(201)
  return (body as { id: string }).id
}

async function someCompounds(count: number) {
  const compounds = await (await store()).compound.findMany({
    where: { zoneCompound: { isNot: null } },
    orderBy: { id: 'asc' },
    take: count,
    select: { id: true, version: true, zoneCompound: { select: { zoneId: true } } },
  })
  return compounds.map(({ id, version, zoneCompound }) => ({
    id,
    version,
    zoneId: zoneCompound?.zoneId ?? '',
  }))
}

const read = ({ id, version }: { id: string; version: number }) => ({ id, version })

test('the demo street has 18 provisional zones, each with a lead and compounds', async () => {
  const { rows, total } = await listed(staff)
  expect(total).toBe(18)
  expect(rows.every(({ lead, totals }) => lead !== null && totals.compounds > 0)).toBe(true)
})

test('a zone lead sees the zone that is led, and no other exists', async () => {
  const lead = await signedInAs('zone-lead')
  const { rows } = await listed(lead)
  expect(rows).toHaveLength(1)
  const others = (await listed(staff)).rows.filter(({ id }) => id !== rows[0]?.id)
  const foreign = await lead.call(zones.getZone, { params: { id: others[0]?.id ?? '' } })
  const none = await lead.call(zones.getZone, { params: { id: NOWHERE } })
  expect(foreign.status).toBe(404)
  expect({ ...(foreign.body as object), requestId: '' }).toEqual({ ...(none.body as object), requestId: '' })
})

test('community staff see the zones that their compounds lie in, and sums over these alone', async () => {
  const community = await signedInAs('community-staff')
  const own = (await listed(community)).rows
  const all = new Map((await listed(staff)).rows.map((row) => [row.id, row.totals.compounds]))
  expect(own.length).toBeGreaterThan(0)
  expect(own.length).toBeLessThan(18)
  expect(own.some(({ id, totals }) => totals.compounds < (all.get(id) ?? 0))).toBe(true)
  expect((await community.call(zones.postZone, { body: { name: '不该有' } })).status).toBe(403)
})

test('of two who appoint a lead at once one is told that the zone has one', async () => {
  const id = await newZone('抢领队片区')
  const workers = await (await store()).worker.findMany({
    where: { endsOn: null },
    orderBy: { id: 'asc' },
    take: 2,
    select: { id: true },
  })
  const answers = await Promise.all(
    workers.map((worker) =>
      staff.call(leads.postZoneLead, {
        params: { id },
        body: { workerId: worker.id, startsOn: '2026-11-01', endsOn: null },
      }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
  expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'zone-has-lead' })
})

test("a lead's term ends on a day, and only then may the next begin", async () => {
  const id = await newZone('接任片区')
  const worker = await (await store()).worker.findFirstOrThrow({
    where: { endsOn: null },
    select: { id: true },
  })
  const appoint = (startsOn: string) =>
    staff.call(leads.postZoneLead, { params: { id }, body: { workerId: worker.id, startsOn, endsOn: null } })
  const first = (await appoint('2026-11-01')).body as { id: string }
  const end = (endsOn: string) =>
    staff.call(leads.postZoneLeadEnd, { params: { id, leadId: first.id }, body: { endsOn } })
  expect((await end('2026-10-31')).body).toMatchObject({ code: 'ends-before-start' })
  expect((await end('2026-11-10')).status).toBe(200)
  expect((await end('2026-11-12')).body).toMatchObject({ code: 'has-ended' })
  expect((await appoint('2026-11-10')).body).toMatchObject({ code: 'zone-has-lead' })
  expect((await appoint('2026-11-11')).status).toBe(201)
})

test('compounds move together, and both zones and compounds tell of it', async () => {
  const target = await newZone('新划片区')
  const chosen = await someCompounds(3)
  const answer = await staff.call(moves.postCompoundMoves, {
    body: { zoneId: target, compounds: chosen.map(read) },
  })
  expect(answer.body).toEqual({ moved: 3 })
  const { rows } = await listed(staff)
  expect(rows.find(({ id }) => id === target)?.totals.compounds).toBe(3)
  const told = await (await store()).auditEntry.findMany({
    where: { action: { in: ['compound.move', 'zone.gain', 'zone.lose'] } },
    select: { action: true },
  })
  expect(told.filter(({ action }) => action === 'compound.move')).toHaveLength(3)
  expect(told.some(({ action }) => action === 'zone.lose')).toBe(true)
})

test('a compound that changed since it was read keeps the whole move back', async () => {
  const target = await newZone('没划成片区')
  const [first, second] = await someCompounds(2)
  if (!first || !second) throw new Error('too few compounds')
  const answer = await staff.call(moves.postCompoundMoves, {
    body: { zoneId: target, compounds: [read(first), { id: second.id, version: second.version + 7 }] },
  })
  expect(answer.body).toMatchObject({ code: 'stale-version' })
  expect(await someCompounds(2)).toEqual([first, second])
})

test('of two who move the same compounds at once one is told', async () => {
  const [one, other] = [await newZone('左片区'), await newZone('右片区')]
  const compounds = (await someCompounds(4)).map(read)
  const answers = await Promise.all(
    [one, other].map((zoneId, index) =>
      staff.call(moves.postCompoundMoves, {
        body: { zoneId, compounds: index === 0 ? compounds : [...compounds].reverse() },
      }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('a compound of nowhere, or of another street, cannot be moved', async () => {
  const target = await newZone('空片区')
  const answer = await staff.call(moves.postCompoundMoves, {
    body: { zoneId: target, compounds: [{ id: NOWHERE, version: 1 }] },
  })
  expect(answer.body).toMatchObject({ code: 'unknown-reference' })
})

test('staff adopt a zone, the head of the office confirms it, and it ends only when it is empty', async () => {
  const id = await newZone('待确认片区')
  const confirm = { params: { id }, body: { version: 1 } }
  expect((await staff.call(zones.postZoneConfirmation, confirm)).status).toBe(403)
  const head = await signedInAs('street-admin')
  expect((await head.call(zones.postZoneConfirmation, confirm)).status).toBe(200)
  expect(
    (await staff.call(zones.patchZone, { params: { id }, body: { name: '改名', version: 1 } })).body,
  ).toMatchObject({ code: 'stale-version' })
  const [compound] = await someCompounds(1)
  if (!compound) throw new Error('no compound')
  await staff.call(moves.postCompoundMoves, { body: { zoneId: id, compounds: [read(compound)] } })
  const end = () => staff.call(zones.postZoneEnd, { params: { id }, body: { version: 2 } })
  expect((await end()).body).toMatchObject({ code: 'still-in-use' })
  await staff.call(moves.postCompoundMoves, {
    body: { zoneId: null, compounds: [{ id: compound.id, version: compound.version + 1 }] },
  })
  expect((await end()).status).toBe(200)
  expect((await listed(staff, { ended: 'yes' })).rows.map((row) => row.id)).toEqual([id])
})

test('a stage changes on evidence and a day that has come, once, and its history keeps both', async () => {
  const compound = await (await store()).compound.findFirstOrThrow({
    where: { stage: 'none' },
    select: { id: true, version: true },
  })
  const step = (change: object) =>
    staff.call(stages.postCompoundStage, {
      params: { id: compound.id },
      body: {
        stage: 'managed',
        evidence: '业主大会表决通过',
        decidedOn: '2026-11-20',
        version: compound.version,
        ...change,
      },
    })
  expect((await step({ decidedOn: '2199-01-01' })).body).toMatchObject({ code: 'in-the-future' })
  expect((await step({ evidence: ' ' })).status).toBe(400)
  expect((await step({})).status).toBe(200)
  expect((await step({})).body).toMatchObject({ code: 'stale-version' })
  expect((await step({ version: compound.version + 1 })).body).toMatchObject({ code: 'same-stage' })
  const entry = await (await store()).auditEntry.findFirstOrThrow({ where: { action: 'compound.stage' } })
  expect(entry.reason).toBe('业主大会表决通过')
  const community = await signedInAs('community-staff')
  expect(
    (await community.call(stages.postCompoundStage, { params: { id: compound.id }, body: {} })).status,
  ).toBe(403)
})

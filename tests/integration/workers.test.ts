import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

type Row = { id: string; name: string; employeeNumber: string; zones: { id: string }[] }
type Page = { rows: Row[]; total: number; next: string | null }

let database: TestDatabase
let api: typeof import('@/features/crews/workers/endpoints')
let wages: typeof import('@/features/crews/wages/endpoints')
let operators: typeof import('@/features/crews/operators/endpoints')
let persons: typeof import('@/features/people/persons/endpoints')
let db: typeof import('@/server/db').db
let admin: Caller
let staff: Caller
let community: Caller
let lead: Caller
let foreign: { operatorId: string; workerId: string; personId: string }

beforeAll(async () => {
  database = await openOffice()
  api = await import('@/features/crews/workers/endpoints')
  wages = await import('@/features/crews/wages/endpoints')
  operators = await import('@/features/crews/operators/endpoints')
  persons = await import('@/features/people/persons/endpoints')
  db = (await import('@/server/db')).db
  admin = await signedInAs('street-admin')
  staff = await signedInAs('street-staff')
  community = await signedInAs('community-staff')
  lead = await signedInAs('zone-lead')
  foreign = await anotherOperator()
})

afterAll(() => database.drop())

const list = async (who: Caller, query: Record<string, string> = {}): Promise<Page> => {
  const answer = await who.call(api.getWorkers, { query })
  expect(answer.status).toBe(200)
  return answer.body as Page
}

const worker = (operatorId: string, more: object = {}) => ({
  operatorId,
  employeeNumber: 'YW0001',
  name: '欧阳外',
  phone: '13700001234',
  post: '保洁',
  furtherPosts: ['绿化'],
  certificates: [],
  startsOn: '2026-01-05',
  ...more,
})

/** A second company, whose people lead no zone. */
async function anotherOperator() {
  const added = await staff.call(operators.postOperator, { body: { name: '外围物业' } })
  const { id: operatorId } = added.body as { id: string }
  const one = await staff.call(api.postWorker, { body: worker(operatorId) })
  expect(one.status).toBe(201)
  const { id: workerId } = one.body as { id: string }
  const { personId } = await db().worker.findFirstOrThrow({ where: { id: workerId } })
  return { operatorId, workerId, personId }
}

const inForce = () => db().worker.findFirstOrThrow({ where: { endsOn: null, leads: { none: {} } } })

describe('scope', () => {
  test('the street sees every company’s workers, a zone lead those of the companies that serve the zone', async () => {
    const all = await list(staff)
    expect(all.total).toBe(await db().worker.count())
    for (const who of [lead, community]) {
      const own = await list(who, { size: '100' })
      expect(own.total).toBe(all.total - 1)
      expect((await list(who, { q: '欧阳外' })).total).toBe(0)
      expect((await list(who, { operator: foreign.operatorId })).total).toBe(0)
      const { rows } = (await who.call(operators.getOperators)).body as { rows: { id: string }[] }
      expect(rows.map(({ id }) => id)).not.toContain(foreign.operatorId)
    }
    expect((await list(staff, { q: '欧阳外' })).total).toBe(1)
  })

  test('a worker of another company does not exist for a zone lead, nor does the number', async () => {
    const seen = await lead.call(api.getWorker, { params: { id: foreign.workerId } })
    const contact = (who: Caller, id: string) =>
      who.call(persons.postPersonContact, { params: { id }, body: { reason: '排班' } })
    expect(seen.status).toBe(404)
    expect((await contact(lead, foreign.personId)).status).toBe(404)
    expect(await contact(staff, foreign.personId)).toMatchObject({ body: { value: '13700001234' } })
    const own = await inForce()
    expect((await contact(lead, own.personId)).status).toBe(200)
    expect((await contact(community, own.personId)).status).toBe(404)
  })

  test('the export holds what the list holds, and workers, captains and residents see nothing', async () => {
    const rowsIn = async (who: Caller) => {
      expect((await who.call(api.postWorkerExport, { body: {} })).status).toBe(200)
      const entry = await db().auditEntry.findFirstOrThrow({
        where: { action: 'worker.export' },
        orderBy: { id: 'desc' },
      })
      return (entry.changes as { rows: { to: number } }).rows.to
    }
    expect(await rowsIn(staff)).toBe((await list(staff)).total)
    expect(await rowsIn(community)).toBe((await list(community)).total)
    expect((await lead.call(api.postWorkerExport, { body: {} })).status).toBe(403)
    for (const username of ['worker', 'captain', 'grid-member', 'resident'])
      expect((await (await signedInAs(username)).call(api.getWorkers)).status).toBe(403)
  })
})

describe('the list', () => {
  test('finds by pinyin, employee number and the phone’s last four digits, and shows no whole number', async () => {
    for (const q of ['oyw', 'YW0001', '1234'])
      expect((await list(staff, { q })).rows.map(({ id }) => id)).toContain(foreign.workerId)
    const answer = await staff.call(api.getWorkers, { query: { q: '欧阳外' } })
    expect(answer.body).toMatchObject({ rows: [{ maskedPhone: '137****1234' }] })
    expect(JSON.stringify(answer.body)).not.toContain('13700001234')
  })

  test('filters by post, further post, certificate and zone as the registers say', async () => {
    const count = (where: object) => db().worker.count({ where })
    expect((await list(staff, { post: '保洁' })).total).toBe(await count({ post: '保洁' }))
    expect((await list(staff, { further: '绿化' })).total).toBe(
      await count({ furtherPosts: { has: '绿化' } }),
    )
    const { certificates } = await db().worker.findFirstOrThrow({
      where: { NOT: { certificates: { isEmpty: true } } },
    })
    const certificate = certificates[0] ?? ''
    expect((await list(staff, { certificate })).total).toBe(
      await count({ certificates: { has: certificate } }),
    )
    const { zoneId, workerId } = await db().zoneLead.findFirstOrThrow()
    expect((await list(staff, { zone: zoneId })).rows.map(({ id }) => id)).toEqual([workerId])
  })

  test('pages in every order reach each worker once, and a cursor of another order shows the first page', async () => {
    const total = await db().worker.count()
    for (const sort of ['name', 'employeeNumber', 'post', 'startsOn']) {
      const seen: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const page: Page = await list(staff, { sort, size: '100', ...(cursor ? { cursor } : {}) })
        seen.push(...page.rows.map(({ id }) => id))
        cursor = page.next
      }
      expect(seen, sort).toHaveLength(total)
      expect(new Set(seen).size).toBe(total)
    }
    const byName = await list(staff, { sort: 'name' })
    const strayed = await list(staff, { sort: 'startsOn', cursor: byName.next ?? '' })
    expect(strayed.rows).toEqual((await list(staff, { sort: 'startsOn' })).rows)
  })
})

describe('writing', () => {
  test('the second of two changes from the same version is refused; a new number ends the old consent', async () => {
    const { id, version, personId } = await db().worker.findFirstOrThrow({ where: { id: foreign.workerId } })
    const { streetId } = await db().person.findFirstOrThrow({ where: { id: personId } })
    await db().consent.create({
      data: {
        streetId,
        id: '01990000-0000-7000-8000-00000000c0de',
        personId,
        purpose: 'sheet',
        textVersion: 't',
        givenOn: new Date('2026-01-01'),
        source: 't',
      },
    })
    const body = { ...worker(foreign.operatorId), phone: '13700005678', name: '欧阳里', version }
    const change = () => staff.call(api.patchWorker, { params: { id }, body })
    expect((await lead.call(api.patchWorker, { params: { id }, body })).status).toBe(403)
    expect((await change()).status).toBe(200)
    expect(await change()).toMatchObject({ status: 409, body: { code: 'stale-version' } })
    expect((await list(staff, { q: 'oyl' })).rows.map((row) => row.id)).toEqual([id])
    expect((await list(staff, { q: '欧阳外' })).total).toBe(0)
    expect((await list(staff, { q: '5678' })).rows.map((row) => row.id)).toContain(id)
    expect(await db().consent.count({ where: { personId, withdrawnAt: null } })).toBe(0)
    const told = await db().auditEntry.findMany({ where: { subjectId: id } })
    expect(JSON.stringify(told)).not.toContain('13700005678')
  })

  test('an employee number is given once by a company, and one person works there once at a time', async () => {
    const again = await staff.call(api.postWorker, {
      body: worker(foreign.operatorId, { name: '另一人', phone: null }),
    })
    expect(again).toMatchObject({ status: 409, body: { code: 'already-exists' } })
    const twice = await staff.call(api.postWorker, {
      body: worker(foreign.operatorId, { name: '欧阳里', phone: '13700005678', employeeNumber: 'YW0002' }),
    })
    expect(twice).toMatchObject({ status: 409, body: { code: 'overlapping-term' } })
  })

  test('work ends on a day for a reason, not before it began, and not while a zone is led', async () => {
    const end = (id: string, version: number, endsOn: string) =>
      staff.call(api.postWorkerEnd, { params: { id }, body: { version, endsOn, reason: '合同到期' } })
    const { id, version } = await db().worker.findFirstOrThrow({ where: { id: foreign.workerId } })
    expect(await end(id, version, '2025-12-31')).toMatchObject({ body: { code: 'ends-before-start' } })
    expect((await end(id, version, '2026-03-31')).status).toBe(200)
    expect((await list(staff, { q: '欧阳里' })).total).toBe(0)
    expect((await list(staff, { q: '欧阳里', state: 'ended' })).total).toBe(1)
    expect(await end(id, version + 1, '2026-04-30')).toMatchObject({ body: { code: 'has-ended' } })
    const resumed = await staff.call(api.postWorkerResumption, {
      params: { id },
      body: { version: version + 1 },
    })
    expect(resumed.status).toBe(200)
    const { worker: leading } = await db().zoneLead.findFirstOrThrow({ include: { worker: true } })
    expect(await end(leading.id, leading.version, '2026-12-31')).toMatchObject({
      status: 409,
      body: { code: 'still-in-use' },
    })
  })

  test('a company is renamed by who knows its name of now', async () => {
    const rename = (formerName: string, name: string) =>
      staff.call(operators.patchOperator, {
        params: { id: foreign.operatorId },
        body: { formerName, name },
      })
    expect((await rename('外围物业', '外围服务')).status).toBe(200)
    expect(await rename('外围物业', '别的名字')).toMatchObject({
      status: 409,
      body: { code: 'stale-version' },
    })
  })
})

describe('wages', () => {
  const look = (who: Caller, id: string, reason = '核对工资') =>
    who.call(wages.postWageLook, { params: { id }, body: { reason } })

  test('are shown to their own permission alone, for a reason, and each look is on record', async () => {
    const { workerId, monthlyFen } = await db().workerWage.findFirstOrThrow()
    for (const who of [staff, community, lead, await signedInAs('auditor')])
      expect((await look(who, workerId)).status).toBe(403)
    expect((await look(admin, workerId, '')).status).toBe(400)
    const looks = () => db().auditEntry.findMany({ where: { action: 'worker.wages' } })
    expect(await looks()).toEqual([])
    for (let round = 0; round < 2; round++)
      expect(await look(admin, workerId)).toMatchObject({ status: 200, body: { wages: [{ monthlyFen }] } })
    expect(await looks()).toMatchObject([
      { subjectId: workerId, reason: '核对工资' },
      { subjectId: workerId, reason: '核对工资' },
    ])
  })

  test('a new one holds from its day, once, and neither audit nor history says how much', async () => {
    const { workerId } = await db().workerWage.findFirstOrThrow()
    const add = (who: Caller) =>
      who.call(wages.postWage, {
        params: { id: workerId },
        body: { startsOn: '2026-12-01', monthlyYuan: 4321.57 },
      })
    expect((await add(staff)).status).toBe(403)
    expect((await add(admin)).status).toBe(201)
    expect(await add(admin)).toMatchObject({ status: 409, body: { code: 'already-exists' } })
    expect((await look(admin, workerId)).body).toMatchObject({
      wages: [{ startsOn: '2026-12-01', monthlyFen: 432_157 }, {}],
    })
    const told = await db().auditEntry.findMany({ where: { subjectId: workerId } })
    expect(JSON.stringify(told)).not.toMatch(/4321|432157/)
  })

  test('are in no list, record or export, not even for who may see them', async () => {
    const { workerId } = await db().workerWage.findFirstOrThrow()
    const answers = [
      await admin.call(api.getWorkers, { query: { size: '100' } }),
      await admin.call(api.getWorker, { params: { id: workerId } }),
    ]
    for (const { body } of answers) expect(JSON.stringify(body)).not.toMatch(/wage|monthly/i)
    const { workersToExport } = await import('@/features/crews/workers/queries')
    const { streetId } = await db().worker.findFirstOrThrow()
    const principal = {
      streetId,
      accountId: '',
      personId: null,
      name: '',
      sessionHash: '',
      mustSetUpTotp: false,
      grants: [{ role: 'street_admin' as const, scope: { kind: 'street' as const } }],
    }
    const { workerFilter } = await import('@/features/crews/workers/schema')
    const rows = await workersToExport(
      { tx: db(), principal, now: new Date(), requestId: '' },
      workerFilter.parse({}),
    )
    expect(JSON.stringify(rows)).not.toMatch(/wage|monthly/i)
  })
})

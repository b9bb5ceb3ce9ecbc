import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '@/core/instants'
import { dateOf, dayFrom } from '@/server/term'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import type { TestDatabase } from '../support/database'
import { type Answer, type Caller, openOffice, signedInAs } from '../support/office'

const NOWHERE = '01990000-0000-7000-8000-00000000dead'
const today = dayOf(new Date())

let database: TestDatabase
let admin: Caller
let community: Caller
let db: typeof import('@/server/db')['db']
let rules: typeof import('@/features/captains/elections/rules')
let ops: Record<string, import('@/server/endpoint').Handler>

beforeAll(async () => {
  database = await openOffice()
  ;({ db } = await import('@/server/db'))
  rules = await import('@/features/captains/elections/rules')
  ops = {
    ...(await import('@/features/captains/elections/endpoints')),
    ...(await import('@/features/captains/elections/life/endpoints')),
    ...(await import('@/features/captains/elections/ballots/endpoints')),
    ...(await import('@/features/captains/elections/objections/endpoints')),
    ...(await import('@/features/captains/elections/printing/endpoints')),
    ...(await import('@/features/captains/appointments/endpoints')),
  }
  admin = await signedInAs('street-admin')
  community = await signedInAs('community-staff')
})

afterAll(() => database.drop())

type Detail = {
  id: string
  version: number
  state: string
  entitled: number | null
  ballots: number
  publicTo: string | null
  outcome: { won: boolean; winnerId?: string; why?: string } | null
  nominees: { id: string; withdrawnOn: string | null; votes: number | null }[]
  objections: { id: string; version: number; objector: string | null; isNamed: boolean }[]
  buildings: { id: string }[]
}
const bodyOf = <Body>({ body }: Answer) => body as Body
const codeOf = ({ status, body }: Answer) => ({ status, code: (body as { code?: string })?.code })
const op = (name: string) => {
  const found = ops[name]
  if (!found) throw new Error(name)
  return found
}

/** A building of the community, or outside it, that has no captain and stands in no election. */
async function freshBuilding(inside = true): Promise<string> {
  const { grants } = await db().account.findUniqueOrThrow({
    where: { username: 'community-staff' },
    select: { grants: { select: { scopeId: true } } },
  })
  const communityId = grants[0]?.scopeId ?? ''
  const compound = { communityId: inside ? communityId : { not: communityId } }
  const { gridId: _, ...one } = await db().building.findFirstOrThrow({ where: { compound } })
  const id = crypto.randomUUID()
  await db().building.create({
    data: { ...one, id, number: id.slice(0, 8), name: '新楼', householdCount: 10 },
  })
  return id
}

const RULES = { termYears: 3, turnoutPercent: 50, winnerPercent: 50, publicityDays: 5, entitled: null }

async function opened(kind: 'vote' | 'appointment', more: object = {}, by = community): Promise<Detail> {
  const buildingIds = [await freshBuilding()]
  const made = await by.call(op('postElection'), { body: { kind, buildingIds, ...RULES, ...more } })
  expect(made.body).toEqual({ id: expect.any(String) })
  return read(bodyOf<{ id: string }>(made).id)
}

const read = async (id: string) => bodyOf<Detail>(await admin.call(op('getElection'), { params: { id } }))

/** One step with the version that stands now. */
async function step(name: string, id: string, body: object = {}, by = community): Promise<Answer> {
  const { version } = await read(id)
  return by.call(op(name), { params: { id }, body: { version, ...body } })
}

const NOMINEE = { personId: null, phone: null, residents: 11, organisation: null }
const nominate = (id: string, name: string) => step('postElectionNominee', id, { ...NOMINEE, name })
const VOTING = { votingFrom: today, votingTo: addDays(today, 3) }

async function counting(names: readonly string[], more: object = {}): Promise<Detail> {
  const { id } = await opened('vote', more)
  for (const name of names) expect((await nominate(id, name)).status).toBe(201)
  expect((await step('postElectionVoting', id, VOTING)).status).toBe(200)
  expect((await step('postElectionCounting', id)).status).toBe(200)
  return read(id)
}

const sheet = (nominees: Detail['nominees'], votes: readonly number[], more: object = {}) => {
  const valid = votes.reduce((sum, one) => sum + one, 0)
  return {
    cast: valid,
    valid,
    invalid: 0,
    forNobody: 0,
    countedBy: '计票人',
    votes: Object.fromEntries(nominees.map(({ id }, index) => [id, votes[index] ?? 0])),
    ...more,
  }
}

/** A choice whose notice has hung long enough. */
async function ripe(more: object = {}): Promise<Detail> {
  const { id } = await opened('appointment', more)
  await nominate(id, '柏期满')
  const [nominee] = (await read(id)).nominees
  expect(
    (await step('postElectionPublicity', id, { nomineeId: nominee?.id, publicFrom: today })).status,
  ).toBe(200)
  await hang(id, 20, 12)
  return read(id)
}

const hang = (id: string, from: number, to: number) =>
  db().election.updateMany({
    where: { id },
    data: { publicFrom: dateOf(addDays(today, -from)), publicTo: dateOf(addDays(today, -to)) },
  })

const APPOINT = { startsOn: today, duties: ['邻里调解'], replaces: false }

test('a vote’s count with quorum and one per household: more than half take part and more than half of the ballots elect', async () => {
  const { id, entitled, nominees } = await counting(['桂一', '桂二'])
  expect(entitled).toBe(10)
  const count = (body: object) => step('postElectionCount', id, body)
  expect((await count(sheet(nominees, [4, 1]))).status).toBe(200)
  expect((await read(id)).outcome).toEqual({ won: false, why: 'turnout' })
  expect(codeOf(await step('postElectionPublicity', id, { publicFrom: today }))).toEqual({
    status: 409,
    code: 'count-not-won',
  })
  await count(sheet(nominees, [3, 2], { cast: 6, invalid: 1 }))
  expect((await read(id)).outcome).toEqual({ won: false, why: 'majority' })
  await count(sheet(nominees, [4, 1], { cast: 6, invalid: 1 }))
  expect((await read(id)).outcome).toEqual({ won: true, winnerId: nominees[0]?.id })
  const published = await step('postElectionPublicity', id, { publicFrom: today })
  expect(published.status).toBe(200)
})

test('sums of a count sheet that do not agree are said at their fields', async () => {
  const { id, nominees } = await counting(['单一'])
  const refused = async (body: object) =>
    Object.keys(bodyOf<{ fields: object }>(await step('postElectionCount', id, body)).fields).sort()
  expect(await refused(sheet(nominees, [11]))).toEqual(['cast'])
  expect(await refused(sheet(nominees, [6], { cast: 7 }))).toEqual(['valid'])
  expect(await refused(sheet(nominees, [6], { forNobody: 1 }))).toEqual(['forNobody'])
  expect(await refused({ ...sheet(nominees, [6]), votes: {} })).toEqual([
    'forNobody',
    `votes.${nominees[0]?.id}`,
  ])
})

test('a household that hands in a second ballot is refused, at once and one after the other, and the count has as many', async () => {
  const { id, buildings } = await opened('vote')
  const buildingId = buildings[0]?.id ?? ''
  const { streetId } = await db().building.findFirstOrThrow({ where: { id: buildingId } })
  const stairwellId = crypto.randomUUID()
  await db().stairwell.create({ data: { streetId, id: stairwellId, buildingId, number: 1, name: '1单元' } })
  const doors = ['101', '102'].map((room) => ({
    streetId,
    id: crypto.randomUUID(),
    stairwellId,
    room,
    sortKey: room,
    search: room,
  }))
  await db().household.createMany({ data: doors })
  await nominate(id, '户一')
  await step('postElectionVoting', id, VOTING)
  const tick = (householdId: string) =>
    community.call(op('postElectionBallot'), { params: { id }, body: { householdId } })
  const answers = await Promise.all(Array.from({ length: 8 }, () => tick(doors[0]?.id ?? '')))
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)])
  expect(codeOf(await tick(doors[0]?.id ?? ''))).toEqual({ status: 409, code: 'already-voted' })
  expect((await tick(doors[1]?.id ?? '')).status).toBe(201)
  const elsewhere = await db().household.findFirst({ where: { stairwellId: { not: stairwellId } } })
  if (elsewhere) expect((await tick(elsewhere.id)).status).toBe(422)
  await step('postElectionCounting', id)
  const { nominees } = await read(id)
  expect(codeOf(await step('postElectionCount', id, sheet(nominees, [6]))).code).toBe('invalid')
  expect((await step('postElectionCount', id, sheet(nominees, [2]))).status).toBe(200)
})

test('nobody is appointed while the notice hangs or an objection is open, by the command or by SQL', async () => {
  const { id } = await ripe()
  await hang(id, 6, 0)
  expect(codeOf(await step('postElectionAppointment', id, APPOINT))).toEqual({
    status: 409,
    code: 'publicity-running',
  })
  const objection = { receivedOn: today, objector: '不留名的人', words: '常年不在家' }
  const raised = await community.call(op('postElectionObjection'), { params: { id }, body: objection })
  expect(raised.status).toBe(201)
  await hang(id, 20, 12)
  expect(codeOf(await step('postElectionAppointment', id, APPOINT))).toEqual({
    status: 409,
    code: 'objection-open',
  })
  const { appointmentId: _, ...others } = await db().election.findFirstOrThrow({ where: { id } })
  const some = await db().captainAppointment.findFirstOrThrow({ where: { streetId: others.streetId } })
  await expect(
    db().election.updateMany({
      where: { id },
      data: { state: 'appointed', appointmentId: some.id, decidedOn: dateOf(today) },
    }),
  ).rejects.toThrow(/objection is open/)
  const seen = (await read(id)).objections[0]
  const answer = await community.call(op('postElectionObjectionDecision'), {
    params: { id },
    body: { objectionId: seen?.id, version: seen?.version, outcome: 'dismissed', answer: '已核实，常住' },
  })
  expect(answer.status).toBe(200)
  const made = await step('postElectionAppointment', id, APPOINT)
  expect(made.status).toBe(200)
  const { appointmentId } = bodyOf<{ appointmentId: string }>(made)
  const { startsOn, endsOn } = await db().captainAppointment.findFirstOrThrow({
    where: { id: appointmentId },
  })
  expect([startsOn, endsOn].map((date) => date && dayFrom(date))).toEqual([today, rules.lastDayOf(today, 3)])
})

test('who objects is named to those who decide, and to nobody else', async () => {
  const { id } = await ripe()
  const objection = { receivedOn: today, objector: '实名的人', words: '有意见' }
  await community.call(op('postElectionObjection'), { params: { id }, body: objection })
  const auditor = await signedInAs('auditor')
  const shown = bodyOf<Detail>(await auditor.call(op('getElection'), { params: { id } })).objections[0]
  expect(shown).toMatchObject({ objector: null, isNamed: true })
  expect((await read(id)).objections[0]).toMatchObject({ objector: '实名的人' })
})

test('an objection that is upheld sends the election back without its winner, and the ballots no longer hold', async () => {
  const { id, nominees } = await counting(['退一', '退二'])
  await step('postElectionCount', id, sheet(nominees, [7, 0]))
  await step('postElectionPublicity', id, { publicFrom: today })
  await community.call(op('postElectionObjection'), {
    params: { id },
    body: { receivedOn: today, objector: null, words: '票数有误' },
  })
  const seen = (await read(id)).objections[0]
  await community.call(op('postElectionObjectionDecision'), {
    params: { id },
    body: { objectionId: seen?.id, version: seen?.version, outcome: 'upheld', answer: '重新推荐' },
  })
  const after = await read(id)
  expect(after).toMatchObject({ state: 'nominating', outcome: null, publicTo: null })
  expect(after.nominees.map(({ withdrawnOn }) => withdrawnOn !== null)).toEqual([true, false])
  expect(after.nominees.map(({ votes }) => votes)).toEqual([null, null])
})

test('five workdays of notice count from the day after, over the street’s own calendar', async () => {
  const { id } = await opened('appointment')
  await nominate(id, '工作日')
  const [nominee] = (await read(id)).nominees
  const monday = '2027-06-07'
  await step('postElectionPublicity', id, { nomineeId: nominee?.id, publicFrom: monday })
  // The dragon boat festival of 2027 is on Wednesday, 9 June.
  const { streetId } = await db().election.findFirstOrThrow({ where: { id } })
  const rests = await db().calendarDay.count({
    where: { streetId, kind: 'holiday', day: { gt: dateOf(monday), lte: dateOf('2027-06-14') } },
  })
  const { publicTo } = await read(id)
  expect(publicTo?.slice(0, 10)).toBe(rests === 0 ? '2027-06-14' : addDays('2027-06-14', rests))
})

test('a building that somebody looks after passes on the day after, only when that is asked for', async () => {
  const { id, buildings } = await ripe()
  const { streetId } = await db().election.findFirstOrThrow({ where: { id } })
  const person = await db().person.findFirstOrThrow({ where: { streetId } })
  const held = { streetId, startsOn: dateOf(addDays(today, -400)) }
  const appointmentId = crypto.randomUUID()
  await db().captainAppointment.create({
    data: { ...held, id: appointmentId, personId: person.id, duties: [], sortKey: '', search: '' },
  })
  const buildingId = buildings[0]?.id ?? ''
  await db().captainBuilding.create({ data: { ...held, appointmentId, buildingId } })
  expect(codeOf(await step('postElectionAppointment', id, APPOINT))).toEqual({
    status: 409,
    code: 'building-has-captain',
  })
  expect((await step('postElectionAppointment', id, { ...APPOINT, replaces: true })).status).toBe(200)
  const before = await db().captainAppointment.findFirstOrThrow({ where: { id: appointmentId } })
  expect(before).toMatchObject({ endKind: 'succeeded', endsOn: dateOf(addDays(today, -1)) })
  const terms = await db().captainBuilding.findMany({ where: { buildingId }, orderBy: { startsOn: 'asc' } })
  expect(terms.map(({ startsOn, endsOn }) => [dayFrom(startsOn), endsOn && dayFrom(endsOn)])).toEqual([
    [addDays(today, -400), addDays(today, -1)],
    [today, rules.lastDayOf(today, 3)],
  ])
})

test('of two appointments from one election at once exactly one is written', async () => {
  const { id, version } = await ripe()
  const body = { ...APPOINT, version }
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => community.call(op('postElectionAppointment'), { params: { id }, body })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
})

test('two elections for one building at once: one opens, the others are told', async () => {
  const buildingIds = [await freshBuilding()]
  const body = { kind: 'vote', buildingIds, ...RULES }
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => community.call(op('postElection'), { body })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409])
  const [open] = await db().electionBuilding.findMany({ where: { buildingId: buildingIds[0] ?? '' } })
  await step('postElectionEnd', open?.electionId ?? '', { outcome: 'failed', reason: '没人愿意' })
  expect((await community.call(op('postElection'), { body })).status).toBe(201)
})

test('the table refuses every step that the rules do not know, for each kind, and takes every one they do', async () => {
  // Where a community appoints, nobody votes or counts: no step leads there, so none is tried from there.
  const isReached = (kind: string, from: string) => kind === 'vote' || !['voting', 'counting'].includes(from)
  const allowed = new Set(
    rules.allowedSteps().filter((one) => isReached(one.split(' ')[0] ?? '', one.split(' ')[1] ?? '')),
  )
  const states = ['nominating', 'voting', 'counting', 'publicity', 'appointed', 'failed', 'cancelled']
  const some = await db().election.findFirstOrThrow({ where: { state: 'appointed' } })
  const found: string[] = []
  await withClient(database.urls.superuser, async (client) => {
    for (const kind of ['vote', 'appointment'])
      for (const from of states)
        for (const to of states) {
          if (from === to || !isReached(kind, from)) continue
          await client.query('BEGIN')
          await client.query('SET LOCAL session_replication_role = replica')
          await client.query(
            `UPDATE election SET kind = $2::election_kind, state = $3::text::election_state, decision = '', "cast" = 1, valid = 1,
               invalid = 0, for_nobody = 1, entitled = 9, appointment_id = CASE WHEN $3::text = 'appointed' THEN $4::uuid END WHERE id = $1`,
            [some.id, kind, from, some.appointmentId],
          )
          await client.query(`UPDATE election_nominee SET votes = NULL WHERE election_id = $1`, [some.id])
          await client.query('SET LOCAL session_replication_role = origin')
          const taken = await client
            .query(
              `UPDATE election SET state = $2::text::election_state, appointment_id = CASE WHEN $2::text = 'appointed' THEN $3::uuid END WHERE id = $1`,
              [some.id, to, some.appointmentId],
            )
            .then(
              () => true,
              (fault: Error) => {
                expect(fault.message).toMatch(/does not go from/)
                return false
              },
            )
          await client.query('ROLLBACK')
          if (taken) found.push(`${kind} ${from} ${to}`)
        }
  })
  expect(found.sort()).toEqual([...allowed].sort())
})

test('an election begins with nominations, and objections are raised only while a choice is public', async () => {
  const { id } = await opened('vote')
  const { streetId, communityId } = await db().election.findFirstOrThrow({ where: { id } })
  const fields = { streetId, communityId, kind: 'vote' as const, name: '', sortKey: '', search: '', ...RULES }
  await expect(
    db().election.create({ data: { ...fields, id: crypto.randomUUID(), state: 'voting' } }),
  ).rejects.toThrow(/begins with nominating/)
  const objection = {
    streetId,
    id: crypto.randomUUID(),
    electionId: id,
    receivedOn: dateOf(today),
    words: 'x',
  }
  await expect(db().electionObjection.create({ data: objection })).rejects.toThrow(/while a choice is public/)
})

test('staff of another community meet an election as one that does not exist', async () => {
  const buildingIds = [await freshBuilding(false)]
  const made = await admin.call(op('postElection'), { body: { kind: 'vote', buildingIds, ...RULES } })
  const foreign = bodyOf<{ id: string }>(made).id
  const bodies: Record<string, object | undefined> = {
    getElection: undefined,
    patchElection: { ...RULES, version: 1 },
    postElectionNominee: { ...NOMINEE, name: '外人', version: 1 },
    postElectionVoting: { ...VOTING, version: 1 },
    postElectionEnd: { outcome: 'failed', reason: 'x', version: 1 },
    postElectionAppointment: { ...APPOINT, version: 1 },
    getElectionNotice: undefined,
    getElectionCountSheet: undefined,
    getElectionHouseholds: undefined,
  }
  for (const id of [foreign, NOWHERE])
    for (const [name, body] of Object.entries(bodies))
      expect({
        name,
        ...codeOf(await community.call(op(name), { params: { id }, ...(body ? { body } : {}) })),
      }).toEqual({
        name,
        status: 404,
        code: 'not-found',
      })
  const { rows } = bodyOf<{ rows: { id: string }[] }>(
    await community.call(op('getElections'), { query: { size: '100' } }),
  )
  expect(rows.some(({ id }) => id === foreign)).toBe(false)
  expect(
    codeOf(await community.call(op('postElection'), { body: { kind: 'vote', buildingIds, ...RULES } })),
  ).toEqual({
    status: 422,
    code: 'unknown-reference',
  })
})

test('what is printed has no script, names nobody’s number and nobody’s Party membership', async () => {
  const { id } = await ripe()
  await db().person.updateMany({ where: { name: '柏期满' }, data: { phone: '13900007777' } })
  const { bytes, headers } = await community.call(op('getElectionNotice'), { params: { id } })
  const notice = Buffer.from(bytes ?? []).toString()
  expect(headers.get('content-security-policy')).not.toMatch(/script-src/)
  expect(notice).toContain('柏期满')
  expect(notice).toMatch(/个工作日/)
  expect(notice).not.toMatch(/<script|13900007777|党/)
})

test('a term’s edges: on its first and its last day a captain may, the day before and the day after not; who resigns at noon stays until midnight', async () => {
  const buildingId = await freshBuilding()
  const made = await community.call(op('postCaptain'), {
    body: {
      name: '任期边',
      phone: null,
      startsOn: addDays(today, -10),
      buildingIds: [buildingId],
      duties: [],
      doorPlaque: false,
    },
  })
  const { id } = bodyOf<{ id: string }>(made)
  const { personId, streetId } = await db().captainAppointment.findFirstOrThrow({ where: { id } })
  const { principalOf } = await import('@/server/session')
  const { hashToken, newToken } = await import('@/server/session')
  const account = await db().account.findUniqueOrThrow({ where: { username: 'resident' } })
  await db().person.updateMany({ where: { accountId: account.id }, data: { accountId: null } })
  await db().person.update({
    where: { streetId_id: { streetId, id: personId } },
    data: { accountId: account.id },
  })
  const token = newToken()
  await db().session.create({
    data: {
      tokenHash: hashToken(token),
      streetId,
      accountId: account.id,
      device: 'test',
      expiresAt: new Date(Date.now() + 900 * 86_400_000),
      createdAt: new Date(Date.now() - 900 * 86_400_000),
    },
  })
  const { encode } = await import('next-auth/jwt')
  const { TEST_SECRET } = await import('../support/database')
  const cookie = await encode({ token: { sessionToken: token }, secret: TEST_SECRET, maxAge: 900 * 86_400 })
  const holdsOn = async (day: string, time = '12:00:00+08:00') => {
    const principal = await principalOf(cookie, new Date(`${day}T${time}`))
    return (principal?.grants ?? []).some(
      ({ role, scope }) => role === 'captain' && scope.kind === 'building' && scope.ids.includes(buildingId),
    )
  }
  const first = addDays(today, -10)
  expect([
    await holdsOn(addDays(first, -1), '23:59:59+08:00'),
    await holdsOn(first, '00:00:00+08:00'),
  ]).toEqual([false, true])
  const ended = await community.call(op('postCaptainEnd'), {
    params: { id },
    body: { version: 1, endsOn: today, kind: 'resigned', reason: '搬去子女家' },
  })
  expect(ended.status).toBe(200)
  expect([
    await holdsOn(today, '23:59:59+08:00'),
    await holdsOn(addDays(today, 1), '00:00:00+08:00'),
  ]).toEqual([true, false])
  const successor = {
    name: '任期接',
    phone: null,
    buildingIds: [buildingId],
    duties: [],
    doorPlaque: false,
  }
  expect(
    codeOf(await community.call(op('postCaptain'), { body: { ...successor, startsOn: today } })).code,
  ).toBe('building-has-captain')
  expect(
    (await community.call(op('postCaptain'), { body: { ...successor, startsOn: addDays(today, 1) } })).status,
  ).toBe(201)
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

const SECRET = '三楼漏水泡坏地板'
const NAME = '甄某某'
const PHONE = '13912345671'

let database: TestDatabase
let captain: Caller
let gridMember: Caller
let community: Caller
let cases: typeof import('@/features/logbook/mediations/cases/endpoints')
let agreements: typeof import('@/features/logbook/mediations/agreements/endpoints')
let seats: typeof import('@/features/logbook/mediations/seats/endpoints')
let buildingId: string
const asking = askingDemo(() => database)

beforeAll(async () => {
  database = await openOffice()
  cases = await import('@/features/logbook/mediations/cases/endpoints')
  agreements = await import('@/features/logbook/mediations/agreements/endpoints')
  seats = await import('@/features/logbook/mediations/seats/endpoints')
  captain = await signedInAs('captain')
  gridMember = await signedInAs('grid-member')
  community = await signedInAs('community-staff')
  const { getOwnBook } = await import('@/features/logbook/own-book/endpoints')
  const book = (await captain.call(getOwnBook)).body as { buildings: { id: string }[] }
  buildingId = book.buildings[0]?.id ?? ''
  // The demo's community office is the one of this building.
  await asking(`UPDATE role_grant SET scope_id = (
      SELECT c.community_id FROM building b JOIN compound c ON c.id = b.compound_id WHERE b.id = '${buildingId}')
    WHERE account_id = (SELECT id FROM account WHERE username = 'community-staff') AND scope_kind = 'community'`)
})

afterAll(() => database.drop())

const party = (name: string) => ({ name, phone: PHONE, door: '2单元301' })

async function opened(by = captain): Promise<string> {
  const { status, body } = await by.call(cases.postMediation, {
    body: { buildingId, matter: SECRET, parties: [party(NAME), party('贾某某')] },
  })
  expect(status).toBe(201)
  return (body as { id: string }).id
}

type Case = {
  state: string
  version: number
  parties: { id: string; name: string }[]
  agreements: { id: string; edition: number; signatures: { partyId: string }[] }[]
  seats: { accountId: string }[]
}
const read = async (id: string, by = captain) =>
  (await by.call(cases.getMediation, { params: { id } })).body as unknown as Case

const drawUp = async (id: string, by = captain) =>
  by.call(agreements.postMediationAgreement, {
    params: { id },
    body: { words: '楼上修好水管，赔偿八百元。', followUpOn: null, version: (await read(id, by)).version },
  })

const strokes = [
  [10, 10, 200, 180, 400, 90],
  [500, 300, 620, 200],
]
const signing = (id: string, agreementId: string, partyId: string, by = captain) =>
  by.call(agreements.postMediationSignature, {
    params: { id },
    body: { on: 'screen', agreementId, partyId, strokes },
  })

test('those in the case read it; for everybody else, however high, it does not exist', async () => {
  const id = await opened()
  expect((await read(id)).parties.map(({ name }) => name)).toEqual([NAME, '贾某某'])
  const status = async (name: string) =>
    (await (await signedInAs(name)).call(cases.getMediation, { params: { id } })).status
  // Who may be in cases and is in none gets what a case that does not exist gets; who may not be in any gets no further.
  for (const name of ['grid-member', 'community-staff']) expect(await status(name), name).toBe(404)
  for (const name of [
    'street-admin',
    'street-staff',
    'dispatcher',
    'zone-lead',
    'worker',
    'resident',
    'auditor',
  ])
    expect(await status(name), name).toBe(403)
  const listed = async (by: Caller, query = {}) =>
    (await by.call(cases.getMediations, { query })).body as { total: number; rows: unknown[] }
  expect((await listed(captain, { q: NAME })).total).toBeGreaterThan(0)
  for (const by of [gridMember, community]) expect(await listed(by, { q: NAME })).toMatchObject({ total: 0 })
  for (const write of [
    gridMember.call(cases.patchMediation, { params: { id }, body: { matter: 'x', version: 1 } }),
    gridMember.call(agreements.getMediationAgreement, { params: { id } }),
    gridMember.call(seats.postMediationLeave, { params: { id } }),
  ])
    expect((await write).status).toBe(404)
})

test('the auditor sees that there is a case, and neither search, audit, kept answers nor messages hold a word of it', async () => {
  const id = await opened()
  const auditor = await signedInAs('auditor')
  const { rows } = (await auditor.call(cases.getMediationRegister, { query: {} })).body as {
    rows: Record<string, unknown>[]
  }
  const row = rows.find((one) => one.id === id)
  expect(Object.keys(row ?? {}).sort()).toEqual(['endedOn', 'id', 'number', 'openedOn', 'state'])
  const { getSearch } = await import('@/features/insights/search/endpoints')
  for (const name of ['street-admin', 'auditor', 'community-staff', 'captain']) {
    const found = await (await signedInAs(name)).call(getSearch, { query: { q: NAME } })
    expect(JSON.stringify(found.body), name).not.toContain(NAME)
  }
  const tables = await asking<{ name: string }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ('public', 'graphile_worker') AND c.relkind = 'r' AND c.relname NOT IN ('mediation', 'mediation_party')`)
  for (const { name } of tables) {
    const [hit] = await asking<{ hits: number }>(
      `SELECT count(*)::int AS hits FROM ${name} t WHERE t::text LIKE '%${SECRET}%' OR t::text LIKE '%${NAME}%'`,
    )
    expect(hit?.hits, name).toBe(0)
  }
  const told = await asking<{ action: string; changes: unknown }>(
    `SELECT action, changes FROM audit_entry WHERE subject_id = '${id}'`,
  )
  expect(told.map(({ action }) => action)).toContain('mediation.open')
  expect(told.every(({ changes }) => changes === null)).toBe(true)
})

test('a case is agreed when all have signed the same edition, which nobody can change afterwards', async () => {
  const id = await opened()
  expect((await drawUp(id)).status).toBe(201)
  const {
    agreements: [first],
    parties: [one, two],
  } = await read(id)
  if (!first || !one || !two) throw new Error('no agreement')
  const tries = await Promise.all(Array.from({ length: 20 }, () => signing(id, first.id, one.id)))
  expect(tries.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(new Set(tries.map(({ status }) => status))).toEqual(new Set([201, 409]))
  expect((await read(id)).state).toBe('open')
  expect((await signing(id, first.id, two.id)).status).toBe(201)
  expect((await read(id)).state).toBe('agreed')
  const paper = await captain.call(agreements.getMediationAgreement, {
    params: { id },
    query: { lang: 'zh-CN' },
  })
  expect(paper.status).toBe(200)
  await expect(asking(`UPDATE mediation_agreement SET words = 'x' WHERE id = '${first.id}'`)).rejects.toThrow(
    'what was signed',
  )
  await expect(asking(`DELETE FROM mediation_signature WHERE agreement_id = '${first.id}'`)).rejects.toThrow(
    'what was signed',
  )
  // Another edition opens the case again, and the old signatures do not count for it.
  expect((await drawUp(id)).status).toBe(201)
  const again = await read(id)
  expect(again).toMatchObject({ state: 'open' })
  expect(again.agreements[0]).toMatchObject({ edition: 2, signatures: [] })
  expect((await signing(id, first.id, two.id)).status).toBe(409)
})

test('an agreement that is not kept opens the case again; one that was never signed cannot have been kept', async () => {
  const id = await opened()
  const end = async (outcome: string) =>
    captain.call(cases.postMediationEnd, {
      params: { id },
      body: { outcome, closing: '双方确认', version: (await read(id)).version },
    })
  expect((await end('kept')).status).toBe(409)
  await drawUp(id)
  const { agreements: [edition] = [], parties } = await read(id)
  for (const { id: partyId } of parties)
    await captain.call(agreements.postMediationSignature, {
      params: { id },
      body: { on: 'paper', agreementId: edition?.id, partyId },
    })
  const follow = async (kept: string) =>
    captain.call(cases.postMediationFollowUp, {
      params: { id },
      body: { kept, words: '上门看过', nextOn: null, version: (await read(id)).version },
    })
  expect((await follow('not-kept')).status).toBe(201)
  expect((await read(id)).state).toBe('open')
  expect((await follow('kept')).status).toBe(409)
  expect((await end('not_agreed')).status).toBe(200)
  expect((await drawUp(id)).status).toBe(409)
  await expect(
    asking(`UPDATE mediation SET state = 'open', outcome = NULL, ended_on = NULL WHERE id = '${id}'`),
  ).rejects.toThrow('does not go')
})

test('a case goes to the community’s committee, and a captain who leaves the post leaves the case', async () => {
  const id = await opened()
  const account = async (name: string) =>
    (await asking<{ id: string }>(`SELECT id FROM account WHERE username = '${name}'`))[0]?.id
  const [place] = await asking<{ community_id: string }>(
    `SELECT c.community_id FROM building b JOIN compound c ON c.id = b.compound_id WHERE b.id = '${buildingId}'`,
  )
  const handing = async () =>
    captain.call(seats.postMediationHandOver, {
      params: { id },
      body: { closing: '多次调解不成', version: (await read(id)).version },
    })
  await asking('DELETE FROM committee_member')
  expect((await handing()).body).toMatchObject({ code: 'no-committee' })
  const added = await community.call(seats.postCommitteeMember, {
    body: { communityId: place?.community_id, accountId: await account('community-staff') },
  })
  expect(added.status).toBe(201)
  // Somebody of another office cannot be put on it.
  const stranger = { communityId: place?.community_id, accountId: await account('worker') }
  expect((await community.call(seats.postCommitteeMember, { body: stranger })).status).toBe(422)
  expect((await captain.call(seats.postMediationLeave, { params: { id } })).body).toMatchObject({
    code: 'last-in-the-case',
  })
  expect((await handing()).status).toBe(200)
  expect((await read(id, community)).state).toBe('handed_over')
  expect((await captain.call(seats.postMediationLeave, { params: { id } })).status).toBe(200)
  expect((await captain.call(cases.getMediation, { params: { id } })).status).toBe(404)
})

test('a case that nobody can open any more is given to the committee, and one that ended long ago forgets its words', async () => {
  const id = await opened(captain)
  const { db } = await import('@/server/db')
  const { adoptCases, eraseCases } = await import('@/features/logbook/mediations/seats/commands')
  await adoptCases(db(), new Date())
  expect((await read(id)).seats).toHaveLength(1)
  await asking(`UPDATE captain_building SET ends_on = current_date - 2, starts_on = least(starts_on, current_date - 3)
    WHERE building_id = '${buildingId}'`)
  // No post at all is left to this captain, and so no permission either.
  expect((await captain.call(cases.getMediation, { params: { id } })).status).toBe(403)
  await adoptCases(db(), new Date())
  const adopted = await read(id, community)
  expect(adopted.state).toBe('open')
  await drawUp(id, community)
  const { agreements: [edition] = [], parties } = await read(id, community)
  await signing(id, edition?.id ?? '', parties[0]?.id ?? '', community)
  await community.call(cases.postMediationEnd, {
    params: { id },
    body: { outcome: 'withdrawn', closing: '撤回', version: (await read(id, community)).version },
  })
  const [street] = await asking<{ id: string }>('SELECT street_id AS id FROM mediation LIMIT 1')
  const tomorrow = new Date(Date.now() + 2 * 86_400_000)
  expect(await eraseCases(db(), street?.id ?? '', tomorrow, new Date())).toBeGreaterThan(0)
  const [left] = await asking(`SELECT matter, closing, state::text FROM mediation WHERE id = '${id}'`)
  expect(left).toEqual({ matter: '', closing: null, state: 'ended' })
  expect(await asking(`SELECT 1 FROM mediation_party WHERE mediation_id = '${id}'`)).toEqual([])
  expect((await community.call(cases.getMediation, { params: { id } })).status).toBe(404)
})

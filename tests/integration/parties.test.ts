import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

type Branch = { id: string; level: string; name: string; vacant: boolean; below: number }
type Row = { id: string; name: string; level: string; community: { id: string } | null }
type Page = { rows: Row[]; total: number; next: string | null }

let database: TestDatabase
let api: typeof import('@/features/parties/organisations/endpoints')
let households: typeof import('@/features/parties/centre-households/endpoints')
let membership: typeof import('@/features/parties/membership/endpoints')
let db: typeof import('@/server/db').db
let admin: Caller
let staff: Caller
let community: Caller
let gridMember: Caller

beforeAll(async () => {
  database = await openOffice()
  api = await import('@/features/parties/organisations/endpoints')
  households = await import('@/features/parties/centre-households/endpoints')
  membership = await import('@/features/parties/membership/endpoints')
  db = (await import('@/server/db')).db
  admin = await signedInAs('street-admin')
  staff = await signedInAs('street-staff')
  community = await signedInAs('community-staff')
  gridMember = await signedInAs('grid-member')
})

afterAll(() => database.drop())

const list = async (who: Caller, query: Record<string, string> = {}): Promise<Page> => {
  const answer = await who.call(api.getParties, { query })
  expect(answer.status).toBe(200)
  return answer.body as Page
}
const one = async (level: string, where: object = {}) =>
  db().partyOrganisation.findFirstOrThrow({ where: { level: level as 'grid_branch', ...where } })

const blank = {
  parentId: null,
  communityId: null,
  gridId: null,
  leaderName: null,
  leaderPhone: null,
  electedOn: null,
  termEndsOn: null,
}

describe('scope', () => {
  test('the street sees all, a community its own, a grid member the grid’s', async () => {
    const all = await list(staff)
    expect(all.total).toBe(await db().partyOrganisation.count())
    const scope = await db().roleGrant.findFirstOrThrow({ where: { role: 'community_staff' } })
    const own = await list(community, { size: '100' })
    expect(own.total).toBe(
      await db().partyOrganisation.count({ where: { communityId: scope.scopeId ?? '' } }),
    )
    expect(own.rows.every((row) => row.community?.id === scope.scopeId)).toBe(true)
    const account = await db().account.findUniqueOrThrow({ where: { username: 'grid-member' } })
    const grids = await db().gridMember.findMany({ where: { person: { accountId: account.id } } })
    const gridIds = grids.map(({ gridId }) => gridId)
    const gridRows = await list(gridMember)
    expect(gridRows.total).toBe(await db().partyOrganisation.count({ where: { gridId: { in: gridIds } } }))
    expect(gridRows.total).toBeGreaterThan(0)
    expect(gridRows.total).toBeLessThan(own.total)
  })

  test('what is outside does not exist: not as a record, in the tree, in a search or in a filter', async () => {
    const scope = await db().roleGrant.findFirstOrThrow({ where: { role: 'community_staff' } })
    const foreign = await one('grid_branch', { communityId: { not: scope.scopeId } })
    for (const operation of [api.getParty, api.getPartyBranches])
      expect((await community.call(operation, { params: { id: foreign.id } })).status).toBe(404)
    expect((await list(community, { q: foreign.name })).total).toBe(0)
    expect((await list(community, { community: foreign.communityId ?? '' })).total).toBe(0)
    expect((await list(staff, { q: foreign.name })).total).toBe(1)
  })

  test('the export holds what the list holds and no more', async () => {
    const rowsIn = async (who: Caller) => {
      expect((await who.call(api.postPartyExport, { body: {} })).status).toBe(200)
      const entry = await db().auditEntry.findFirstOrThrow({
        where: { action: 'party.export' },
        orderBy: { id: 'desc' },
      })
      return (entry.changes as { rows: { to: number } }).rows.to
    }
    expect(await rowsIn(staff)).toBe((await list(staff)).total)
    expect(await rowsIn(community)).toBe((await list(community)).total)
    expect((await gridMember.call(api.postPartyExport, { body: {} })).status).toBe(403)
  })

  test('captains, workers and the dispatcher have no part in it', async () => {
    for (const username of ['captain', 'worker', 'zone-lead', 'dispatcher', 'resident'])
      expect((await (await signedInAs(username)).call(api.getParties)).status).toBe(403)
  })
})

describe('the tree', () => {
  test('leads from 24 committees down to centre households, a branch at a time', async () => {
    const { treeTops } = await import('@/features/parties/organisations/detail/queries')
    const street = await db().street.findFirstOrThrow()
    const principal = {
      streetId: street.id,
      accountId: '',
      personId: null,
      name: '',
      sessionHash: '',
      mustSetUpTotp: false,
      grants: [{ role: 'street_staff' as const, scope: { kind: 'street' as const } }],
    }
    const tops = await treeTops({ tx: db(), principal, now: new Date(), requestId: '' })
    expect(tops).toHaveLength(24)
    expect(new Set(tops.map(({ level }) => level))).toEqual(new Set(['community_committee']))
    const seen: string[] = []
    for (let at: Branch | undefined = tops[0]; at && at.level !== 'centre_household'; ) {
      seen.push(at.level)
      const answer = await staff.call(api.getPartyBranches, { params: { id: at.id } })
      const { branches } = answer.body as { branches: Branch[] }
      expect(branches).toHaveLength(at.below)
      at = branches.find(({ below, level }) => below > 0 || level === 'centre_household')
    }
    expect(seen).toEqual(['community_committee', 'command_room', 'grid_branch', 'building_group'])
  })
})

describe('filters', () => {
  test('vacancies and overdue elections are found, also by the leader’s pinyin', async () => {
    const branch = await one('grid_branch', { leaderId: { not: null } })
    const leader = await db().person.findFirstOrThrow({ where: { id: branch.leaderId ?? '' } })
    expect((await list(staff, { q: leader.name })).rows.map(({ id }) => id)).toContain(branch.id)
    await db().partyOrganisation.updateMany({
      where: { id: branch.id },
      data: { leaderId: null, termEndsOn: new Date('2020-01-01') },
    })
    expect((await list(staff, { leader: 'vacant' })).rows.map(({ id }) => id)).toContain(branch.id)
    const overdue = await list(staff, { election: 'overdue' })
    expect(overdue.rows).toMatchObject([{ id: branch.id, overdue: true }])
    await db().partyOrganisation.updateMany({
      where: { id: branch.id },
      data: { leaderId: leader.id, termEndsOn: null },
    })
  })

  test('pages by the end of the term reach every row once, those without a date last', async () => {
    await db().partyOrganisation.updateMany({
      where: { level: 'command_room' },
      data: { termEndsOn: new Date('2027-06-30') },
    })
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page: Page = await list(staff, { sort: 'termEndsOn', size: '100', ...(cursor ? { cursor } : {}) })
      seen.push(...page.rows.map(({ id }) => id))
      cursor = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength(await db().partyOrganisation.count())
  })
})

describe('levels', () => {
  test('an organisation stands only under the level directly above, when added and when moved', async () => {
    const committee = await one('community_committee')
    const room = await one('command_room', { parentId: committee.id })
    const add = (body: object) => staff.call(api.postParty, { body: { ...blank, ...body } })
    const skipped = await add({ level: 'grid_branch', name: '越级支部', parentId: committee.id })
    expect(skipped).toMatchObject({ status: 422, body: { code: 'wrong-level' } })
    expect(await add({ level: 'building_group', name: '无上级小组' })).toMatchObject({ status: 422 })
    expect(await add({ level: 'community_committee', name: '有上级党委', parentId: room.id })).toMatchObject({
      status: 422,
    })
    const added = await add({ level: 'grid_branch', name: '新网格党支部', parentId: room.id })
    expect(added.status).toBe(201)
    const { id } = added.body as { id: string }
    const kept = await db().partyOrganisation.findFirstOrThrow({ where: { id } })
    expect(kept.communityId).toBe(room.communityId)
    const { level: _, leaderPhone: __, ...rest } = { level: '', ...blank }
    const moved = await staff.call(api.patchParty, {
      params: { id },
      body: { ...rest, name: '新网格党支部', parentId: committee.id, version: 1 },
    })
    expect(moved).toMatchObject({ status: 422, body: { code: 'wrong-level' } })
  })

  test('a branch takes no grid of another community', async () => {
    const room = await one('command_room')
    const grid = await db().grid.findFirstOrThrow({ where: { communityId: { not: room.communityId ?? '' } } })
    const answer = await staff.call(api.postParty, {
      body: { ...blank, level: 'grid_branch', name: '外社区支部', parentId: room.id, gridId: grid.id },
    })
    expect(answer).toMatchObject({ status: 422, body: { code: 'unknown-reference' } })
  })
})

describe('writing', () => {
  test('the second of two changes from the same version is refused, and only the street writes', async () => {
    const branch = await one('grid_branch', { name: '新网格党支部' })
    const body = {
      name: branch.name,
      parentId: branch.parentId,
      communityId: null,
      gridId: null,
      leaderName: '沈书记',
      leaderPhone: '13912345678',
      electedOn: '2026-01-05',
      termEndsOn: '2029-01-04',
      version: branch.version,
    }
    const change = (who: Caller) => who.call(api.patchParty, { params: { id: branch.id }, body })
    expect((await change(community)).status).toBe(403)
    expect((await change(staff)).status).toBe(200)
    expect(await change(staff)).toMatchObject({ status: 409, body: { code: 'stale-version' } })
    const backwards = { ...body, version: branch.version + 1, termEndsOn: '2025-01-01' }
    const refused = await staff.call(api.patchParty, { params: { id: branch.id }, body: backwards })
    expect(refused).toMatchObject({ status: 422, body: { code: 'ends-before-start' } })
    const detail = await staff.call(api.getParty, { params: { id: branch.id } })
    expect(detail.body).toMatchObject({ leader: { name: '沈书记', maskedPhone: '139****5678' } })
    expect(JSON.stringify(detail.body)).not.toContain('13912345678')
  })

  test('an organisation ends when nothing stands under it, and comes back under a parent that is there', async () => {
    const branch = await one('grid_branch', { name: '新网格党支部' })
    const room = await one('command_room', { id: branch.parentId })
    const step = (operation: typeof api.postPartyEnd, id: string, version: number) =>
      staff.call(operation, { params: { id }, body: { version } })
    expect(await step(api.postPartyEnd, room.id, room.version)).toMatchObject({
      status: 409,
      body: { code: 'still-in-use' },
    })
    expect((await step(api.postPartyEnd, branch.id, branch.version)).status).toBe(200)
    await db().partyOrganisation.updateMany({ where: { id: room.id }, data: { endedAt: new Date() } })
    expect(await step(api.postPartyResumption, branch.id, branch.version + 1)).toMatchObject({
      body: { code: 'has-ended' },
    })
    await db().partyOrganisation.updateMany({ where: { id: room.id }, data: { endedAt: null } })
    expect((await step(api.postPartyResumption, branch.id, branch.version + 1)).status).toBe(200)
  })

  test('a centre household gathers under a building group alone, and ends on record', async () => {
    const group = await one('building_group')
    const branch = await one('grid_branch')
    const body = { name: '样例小区9幢沈某户', buildingId: null, personName: '沈某' }
    const add = (who: Caller, id: string) =>
      who.call(households.postCentreHousehold, { params: { id }, body })
    expect(await add(staff, branch.id)).toMatchObject({ status: 422, body: { code: 'wrong-level' } })
    expect((await add(gridMember, group.id)).status).toBe(403)
    expect((await add(staff, group.id)).status).toBe(201)
    expect(await add(staff, group.id)).toMatchObject({ status: 409, body: { code: 'already-exists' } })
    const { id, version } = await db().centreHousehold.findFirstOrThrow({ where: { name: body.name } })
    const changed = await staff.call(households.patchCentreHousehold, {
      params: { id },
      body: { ...body, name: '样例小区8幢沈某户', version },
    })
    expect(changed.status).toBe(200)
    const end = (from: number) =>
      staff.call(households.postCentreHouseholdEnd, { params: { id }, body: { version: from } })
    expect(await end(version)).toMatchObject({ status: 409, body: { code: 'stale-version' } })
    expect((await end(version + 1)).status).toBe(200)
    const actions = await db().auditEntry.findMany({
      where: { subjectKind: 'party', subjectId: group.id },
      select: { action: true },
      orderBy: { id: 'asc' },
    })
    expect(actions.map(({ action }) => action)).toEqual([
      'centreHousehold.add',
      'centreHousehold.change',
      'centreHousehold.end',
    ])
  })
})

describe('Party membership', () => {
  const look = (who: Caller, id: string, reason = '组织关系核对') =>
    who.call(membership.postPersonMembership, { params: { id }, body: { reason } })

  test('is shown to its own permission alone, for a reason, and each look is on record', async () => {
    const member = await db().partyMembership.findFirstOrThrow()
    for (const who of [staff, community, gridMember, await signedInAs('auditor')])
      expect((await look(who, member.personId)).status).toBe(403)
    expect((await look(admin, member.personId, ' ')).status).toBe(400)
    const looks = () => db().auditEntry.findMany({ where: { action: 'person.membership' } })
    expect(await looks()).toEqual([])
    for (let round = 0; round < 2; round++) {
      const answer = await look(admin, member.personId)
      expect(answer).toMatchObject({ status: 200, body: { value: member.standing } })
    }
    expect(await looks()).toMatchObject([
      { subjectId: member.personId, reason: '组织关系核对', outcome: 'done' },
      { subjectId: member.personId, reason: '组织关系核对', outcome: 'done' },
    ])
    expect(JSON.stringify(await looks())).not.toContain(member.standing)
  })

  test('a look that finds nothing answers as for nobody, and is on record too', async () => {
    const other = await db().person.findFirstOrThrow({ where: { membership: null } })
    const [none, nobody] = [
      await look(admin, other.id),
      await look(admin, '01990000-0000-7000-8000-00000000dead'),
    ]
    expect([none.status, nobody.status]).toEqual([404, 404])
    const entry = await db().auditEntry.findFirst({
      where: { action: 'person.membership', subjectId: other.id },
    })
    expect(entry).toMatchObject({ outcome: 'refused' })
  })

  test('is in no list, tree or record of organisations, not even for who may see it', async () => {
    const page = await admin.call(api.getParties, { query: { size: '100' } })
    const branch = await one('grid_branch', { leaderId: { not: null } })
    const answers = [
      page,
      await admin.call(api.getParty, { params: { id: branch.id } }),
      await admin.call(api.getPartyBranches, { params: { id: branch.parentId ?? '' } }),
    ]
    for (const { body } of answers) expect(JSON.stringify(body)).not.toMatch(/standing|membership|中共党员/)
    const found = await list(admin, { q: '中共党员' })
    expect(found.total).toBe(0)
  })
})

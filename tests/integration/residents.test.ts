import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Answer, type Caller, openOffice, signedInAs } from '../support/office'
import { residentBy } from '../support/resident'

let database: TestDatabase
let streetId: string
let members: typeof import('@/features/people/household-members/endpoints')
let own: typeof import('@/features/people/own-households/endpoints')
let invitations: typeof import('@/features/people/household-invitations/endpoints')
let captain: Caller
let community: Caller
let mine: Door
let elsewhere: Door
const asking = askingDemo(() => database)
let next = 0
const newPhone = () => `1911001${String(next++).padStart(4, '0')}`

type Door = { id: string; building: string }

let room = 900

/** A new door of a building that fits the condition. */
const doorWhere = async (condition: string): Promise<Door> => {
  const [door] = await asking<Door>(`
    INSERT INTO household (street_id, id, stairwell_id, room, sort_key, search)
    SELECT s.street_id, gen_random_uuid(), s.id, '${++room}', '${room}', '${room}'
    FROM stairwell s JOIN building b ON b.street_id = s.street_id AND b.id = s.building_id
    JOIN compound c ON c.street_id = b.street_id AND c.id = b.compound_id
    WHERE s.ended_at IS NULL AND b.ended_at IS NULL AND ${condition} ORDER BY s.id LIMIT 1
    RETURNING id, (SELECT building_id FROM stairwell WHERE id = stairwell_id) AS building`)
  if (!door) throw new Error(condition)
  return door
}

beforeAll(async () => {
  database = await openOffice()
  const [street] = await asking<{ id: string }>('SELECT id FROM street')
  streetId = street?.id ?? ''
  members = await import('@/features/people/household-members/endpoints')
  own = await import('@/features/people/own-households/endpoints')
  invitations = await import('@/features/people/household-invitations/endpoints')
  captain = await signedInAs('captain')
  community = await signedInAs('community-staff')
  const held = `(SELECT cb.building_id FROM captain_building cb
    JOIN captain_appointment a ON a.street_id = cb.street_id AND a.id = cb.appointment_id
    JOIN person p ON p.street_id = a.street_id AND p.id = a.person_id
    JOIN account ac ON ac.street_id = p.street_id AND ac.id = p.account_id WHERE ac.username = 'captain')`
  const office = "(SELECT scope_id FROM role_grant WHERE role = 'community_staff')"
  mine = await doorWhere(`b.id IN ${held}`)
  elsewhere = await doorWhere(`b.id NOT IN ${held} AND c.community_id NOT IN ${office}`)
})
afterAll(() => database.drop())

beforeEach(async () => {
  await asking('DELETE FROM rate_limit')
  await asking('DELETE FROM household_invitation')
  await asking('DELETE FROM household_member')
})

const claim = (who: Caller, { id: householdId }: Door) =>
  who.call(own.postOwnHousehold, { body: { householdId, name: '陈居民', agree: true } })

const idOf = ({ body }: Answer) => (body as { id: string }).id

const rowsOf = async (who: Caller) => {
  const { body } = await who.call(members.getHouseholdMembers, {})
  return (body as { rows: { id: string; phone: string }[] }).rows
}

async function householdsOf(accountId: string): Promise<string[]> {
  const { db } = await import('@/server/db')
  const { householdsOf } = await import('@/features/people/own-households/queries')
  const { bareAccount } = await import('@/server/principal')
  const principal = bareAccount({ streetId, id: accountId, displayName: '' })
  return (await householdsOf({ tx: db(), principal })).map(({ id }) => id)
}

/** The community of the door, which may print for it. */
async function officeOf(door: Door): Promise<Caller> {
  await asking(`UPDATE role_grant SET scope_id = (SELECT c.community_id FROM building b
    JOIN compound c ON c.street_id = b.street_id AND c.id = b.compound_id WHERE b.id = '${door.building}')
    WHERE role = 'community_staff'`)
  return community
}

async function printedFor(door: Door): Promise<{ id: string; code: string }> {
  const answer = await (await officeOf(door)).call(invitations.postHouseholdInvitation, {
    params: { id: door.id },
  })
  expect(answer.status).toBe(201)
  return answer.body as { id: string; code: string }
}

const enter = (who: Caller, code: string) =>
  who.call(own.postOwnHouseholdInvitation, { body: { code, name: '陈居民', agree: true } })

describe('a claim', () => {
  test('gives nothing until the captain of the building has confirmed it', async () => {
    const resident = await residentBy(streetId, newPhone())
    const id = idOf(await claim(resident, mine))
    expect(await householdsOf(resident.accountId)).toEqual([])
    const confirmed = await captain.call(members.postMemberConfirmation, {
      params: { id },
      body: { version: 1 },
    })
    expect(confirmed.status).toBe(200)
    expect(await householdsOf(resident.accountId)).toEqual([mine.id])
  })

  test('in a building of somebody else is no claim for this captain', async () => {
    const resident = await residentBy(streetId, newPhone())
    const id = idOf(await claim(resident, elsewhere))
    expect(await rowsOf(captain)).toEqual([])
    for (const [operation, body] of [
      [members.postMemberConfirmation, { version: 1 }],
      [members.postMemberRefusal, { version: 1, reason: '不认识' }],
      [members.postMemberEnd, { version: 1, reason: '搬走' }],
    ] as const)
      expect((await captain.call(operation, { params: { id }, body })).status).toBe(404)
    expect((await captain.call(members.getHouseholdMember, { params: { id } })).status).toBe(404)
  })

  test.each(['street-admin', 'street-staff', 'community-staff', 'grid-member', 'captain'])(
    'shows %s a masked number',
    async (role) => {
      const resident = await residentBy(streetId, newPhone())
      await claim(resident, mine)
      const rows = await rowsOf(await signedInAs(role))
      for (const { phone } of rows) expect(phone).toMatch(/^191\*{4}\d{4}$/)
    },
  )

  test.each(['dispatcher', 'zone-lead', 'worker', 'resident', 'auditor'])(
    'is not for %s to read',
    async (role) => {
      const answer = await (await signedInAs(role)).call(members.getHouseholdMembers, {})
      expect(answer.status).toBe(403)
    },
  )

  test('is decided once, whoever asks at the same time', async () => {
    const resident = await residentBy(streetId, newPhone())
    const id = idOf(await claim(resident, mine))
    const decisions = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        index % 2
          ? captain.call(members.postMemberConfirmation, { params: { id }, body: { version: 1 } })
          : captain.call(members.postMemberRefusal, {
              params: { id },
              body: { version: 1, reason: '不认识' },
            }),
      ),
    )
    expect(decisions.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('that was refused tells its reason, and may be made again', async () => {
    const resident = await residentBy(streetId, newPhone())
    const id = idOf(await claim(resident, mine))
    await captain.call(members.postMemberRefusal, {
      params: { id },
      body: { version: 1, reason: '门牌不对' },
    })
    const { body } = await resident.call(own.getOwnHouseholds, {})
    expect(body).toMatchObject([{ state: 'refused', reason: '门牌不对' }])
    expect((await claim(resident, mine)).status).toBe(201)
  })

  test('is made once for a household, and for five households at most', async () => {
    const resident = await residentBy(streetId, newPhone())
    const twice = await Promise.all([claim(resident, mine), claim(resident, mine)])
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409])
    const answers = []
    for (let time = 0; time < 5; time++) answers.push((await claim(resident, await doorWhere('true'))).status)
    expect(answers).toEqual([201, 201, 201, 201, 409])
  })

  test('of the captain’s own number is for somebody else to decide', async () => {
    const [person] = await asking<{ phone: string }>(
      "SELECT p.phone FROM person p JOIN account a ON a.id = p.account_id WHERE a.username = 'captain'",
    )
    const id = idOf(await claim(await residentBy(streetId, person?.phone ?? ''), mine))
    const answer = await captain.call(members.postMemberConfirmation, {
      params: { id },
      body: { version: 1 },
    })
    expect(answer.body).toMatchObject({ code: 'own-claim' })
  })
})

describe('a printed invitation', () => {
  test('lets one in at once, and nobody after that', async () => {
    const { code } = await printedFor(mine)
    const residents = await Promise.all(Array.from({ length: 6 }, () => residentBy(streetId, newPhone())))
    const answers = await Promise.all(residents.map((resident) => enter(resident, code.toLowerCase())))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(5)
  })

  test('confirms a claim that waits', async () => {
    const resident = await residentBy(streetId, newPhone())
    const id = idOf(await claim(resident, mine))
    const { code } = await printedFor(mine)
    expect((await enter(resident, code)).body).toEqual({ id, state: 'confirmed' })
  })

  test('is void once it is revoked, printed again, or too old', async () => {
    const resident = await residentBy(streetId, newPhone())
    const first = await printedFor(mine)
    const second = await printedFor(mine)
    expect((await enter(resident, first.code)).body).toMatchObject({ code: 'code-wrong' })
    await community.call(invitations.postInvitationRevocation, { params: { id: second.id } })
    expect((await enter(resident, second.code)).body).toMatchObject({ code: 'code-wrong' })
    const third = await printedFor(mine)
    await asking("UPDATE household_invitation SET expires_at = now() - interval '1 second'")
    expect((await enter(resident, third.code)).body).toMatchObject({ code: 'code-wrong' })
  })

  test('is guessed ten times in a quarter of an hour at most', async () => {
    const resident = await residentBy(streetId, newPhone())
    const guess = (last: number) => enter(resident, `ABCDEFGHJK2${last % 8 ? 'X' : 'Y'}`)
    for (let time = 0; time < 10; time++) expect((await guess(time)).status).toBe(422)
    expect((await guess(11)).status).toBe(429)
  })

  test('is printed by the community of the household, not by another one, nor by a captain', async () => {
    const params = { id: mine.id }
    await officeOf(elsewhere)
    expect((await community.call(invitations.postHouseholdInvitation, { params })).status).toBe(404)
    expect((await captain.call(invitations.postHouseholdInvitation, { params })).status).toBe(403)
  })
})

describe('a number that passes to somebody else', () => {
  const confirmedBy = async (phone: string) => {
    const resident = await residentBy(streetId, phone)
    const { code } = await printedFor(mine)
    const membership = await enter(resident, code)
    expect(membership.status).toBe(201)
    return { resident, id: idOf(membership) }
  }

  test('takes nothing along after half a year of silence', async () => {
    const phone = newPhone()
    const { resident: before } = await confirmedBy(phone)
    const after = await residentBy(streetId, phone, new Date(Date.now() + 181 * 86_400_000))
    expect(after.accountId).not.toBe(before.accountId)
    expect(await householdsOf(after.accountId)).toEqual([])
    expect(await householdsOf(before.accountId)).toEqual([])
    expect((await before.call(own.getOwnHouseholds, {})).status).toBe(401)
  })

  test('takes nothing along once the office has kept that it passed on', async () => {
    const phone = newPhone()
    const { resident: before, id } = await confirmedBy(phone)
    const reason = '新机主来电'
    expect(
      (await captain.call(members.postMemberPassingOn, { params: { id }, body: { reason } })).status,
    ).toBe(403)
    await officeOf(mine)
    const passed = await community.call(members.postMemberPassingOn, { params: { id }, body: { reason } })
    expect(passed.status).toBe(200)
    expect((await before.call(own.getOwnHouseholds, {})).status).toBe(401)
    const after = await residentBy(streetId, phone)
    expect((await after.call(own.getOwnHouseholds, {})).body).toEqual([])
    expect((await claim(after, mine)).status).toBe(201)
    expect(await householdsOf(after.accountId)).toEqual([])
  })

  test('stays with whoever uses it', async () => {
    const phone = newPhone()
    const { resident } = await confirmedBy(phone)
    const again = await residentBy(streetId, phone, new Date(Date.now() + 100 * 86_400_000))
    expect(again.accountId).toBe(resident.accountId)
  })
})

test('who has moved out belongs to the household no longer, and another’s membership is nobody’s to end', async () => {
  const resident = await residentBy(streetId, newPhone())
  const id = idOf(await claim(resident, mine))
  await captain.call(members.postMemberConfirmation, { params: { id }, body: { version: 1 } })
  const stranger = await residentBy(streetId, newPhone())
  expect((await stranger.call(own.postOwnHouseholdEnd, { params: { id } })).status).toBe(404)
  const ended = await captain.call(members.postMemberEnd, {
    params: { id },
    body: { version: 2, reason: '搬走了' },
  })
  expect(ended.status).toBe(200)
  expect(await householdsOf(resident.accountId)).toEqual([])
})

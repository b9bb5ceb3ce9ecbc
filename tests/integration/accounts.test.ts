import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Handler } from '@/server/endpoint'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import type { TestDatabase } from '../support/database'
import { type Caller, call, openOffice, signedInAs } from '../support/office'

const PASSPHRASE = '清晨三幢楼下的桂花香得很远'

let database: TestDatabase
let accounts: Record<string, Handler>
let grants: Record<string, Handler>
let invitations: Record<string, Handler>
let settings: Record<string, Handler>
let sessions: Handler
let admin: Caller

beforeAll(async () => {
  database = await openOffice()
  accounts = await import('@/features/people/accounts/endpoints')
  grants = await import('@/features/people/role-grants/endpoints')
  invitations = await import('@/features/people/invitations/endpoints')
  settings = await import('@/features/places/settings/endpoints')
  sessions = (await import('@/features/people/own-account/endpoints')).getSessions
  admin = await signedInAs('street-admin')
})

afterAll(() => database.drop())

const op = (module: Record<string, Handler>, name: string): Handler => {
  const found = module[name]
  if (!found) throw new Error(name)
  return found
}
const accountOf = async (username: string) => {
  const { db } = await import('@/server/db')
  return db().account.findUniqueOrThrow({ where: { username } })
}

async function addAccount(username: string, more: object = {}): Promise<string> {
  const body = { username, displayName: `新人${username}`, personId: null, ...more }
  const answer = await admin.call(op(accounts, 'postAccount'), { body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return (answer.body as { id: string }).id
}

async function linkFor(id: string): Promise<string> {
  const answer = await admin.call(op(invitations, 'postLink'), { params: { id }, body: {} })
  expect(answer.status).toBe(200)
  return (answer.body as { path: string }).path.replace('/invitation/', '')
}

const accept = (token: string, password = PASSPHRASE, address = '192.0.2.7') =>
  call(op(invitations, 'postAcceptance'), {
    body: { token, password },
    headers: { 'x-linzhi-address': address },
  })

const STREET_ADMIN = { role: 'street_admin', scopeKind: 'street' }

/** A second administrator with a password, ready to act. */
async function anotherAdmin(username: string): Promise<{ id: string; caller: Caller }> {
  const id = await addAccount(username, STREET_ADMIN)
  expect((await accept(await linkFor(id))).status).toBe(200)
  return { id, caller: await signedInAs(username) }
}

test('an invited person sets a password once; of twenty at the same time one gets through', async () => {
  const id = await addAccount('li.na', { role: 'street_staff', scopeKind: 'street' })
  const token = await linkFor(id)
  expect((await accept(token, 'password1234')).body).toMatchObject({
    code: 'password-common',
    fields: { password: expect.any(String) },
  })
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => accept(token, PASSPHRASE, `192.0.2.${20 + index}`)),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 422]))
  expect((await accept(token)).body).toMatchObject({ code: 'link-expired' })
})

test('only the hash of a link is kept, and neither answers kept for repeats nor the audit hold it', async () => {
  const token = await linkFor(await addAccount('hash.only'))
  const { db } = await import('@/server/db')
  const everywhere = await db().$queryRaw<{ found: bigint }[]>`
    SELECT (SELECT count(*) FROM one_time_code c WHERE c::text LIKE ${`%${token}%`})
      + (SELECT count(*) FROM idempotency_key k WHERE k::text LIKE ${`%${token}%`})
      + (SELECT count(*) FROM audit_entry a WHERE a::text LIKE ${`%${token}%`}) AS found`
  expect(Number(everywhere[0]?.found)).toBe(0)
})

test('a newer link, a revocation, 72 hours and a suspension each make a link void', async () => {
  const { db } = await import('@/server/db')
  const id = await addAccount('void.links')
  const first = await linkFor(id)
  const second = await linkFor(id)
  expect((await accept(first)).status).toBe(422)
  await admin.call(op(invitations, 'postLinkRevocation'), { params: { id }, body: {} })
  expect((await accept(second)).status).toBe(422)
  const third = await linkFor(id)
  await db().$executeRaw`UPDATE one_time_code SET expires_at = created_at + interval '72 hours',
    created_at = created_at - interval '73 hours' WHERE account_id = ${id}::uuid`
  await db().$executeRaw`UPDATE one_time_code SET expires_at = created_at + interval '72 hours'
    WHERE account_id = ${id}::uuid`
  expect((await accept(third)).status).toBe(422)
  const fourth = await linkFor(id)
  const { version } = await accountOf('void.links')
  await admin.call(op(accounts, 'postAccountSuspension'), { params: { id }, body: { version } })
  expect((await accept(fourth)).status).toBe(422)
})

test('looking at an invitation does not use it up', async () => {
  const { findInvitation } = await import('@/features/people/invitations/queries')
  const token = await linkFor(await addAccount('just.looking'))
  for (let look = 0; look < 3; look++)
    expect(await findInvitation(token, new Date())).toMatchObject({ username: 'just.looking' })
  expect((await accept(token)).status).toBe(200)
  expect(await findInvitation(token, new Date())).toBeNull()
})

test('a suspended account, and a role that was ended, are gone at the very next request', async () => {
  const staff = await signedInAs('community-staff')
  const { id, version } = await accountOf('community-staff')
  expect((await staff.call(sessions)).status).toBe(200)
  await admin.call(op(accounts, 'postAccountSuspension'), { params: { id }, body: { version } })
  expect((await staff.call(sessions)).status).toBe(401)
  await admin.call(op(accounts, 'postAccountResumption'), { params: { id }, body: { version: version + 1 } })
  expect((await staff.call(sessions)).status).toBe(401)

  const auditor = await signedInAs('auditor')
  const { getAudit } = await import('@/features/people/audit/endpoints')
  expect((await auditor.call(getAudit)).status).toBe(200)
  const { id: auditorId } = await accountOf('auditor')
  const { db } = await import('@/server/db')
  const grant = await db().roleGrant.findFirstOrThrow({ where: { accountId: auditorId } })
  const ended = await admin.call(op(grants, 'postGrantEnd'), {
    params: { id: auditorId, grant: grant.id },
    body: {},
  })
  expect(ended.status).toBe(200)
  expect((await auditor.call(getAudit)).status).toBe(403)
})

test('nobody suspends themselves, gives or ends their own roles, or takes off their own second factor', async () => {
  const { id, version } = await accountOf('street-admin')
  const { db } = await import('@/server/db')
  const grant = await db().roleGrant.findFirstOrThrow({ where: { accountId: id } })
  const tries: [Handler, object, Record<string, string>?][] = [
    [op(accounts, 'postAccountSuspension'), { version }],
    [op(accounts, 'postAccountFactorReset'), { reason: '丢失手机' }],
    [op(invitations, 'postLink'), {}],
    [op(grants, 'postGrant'), { role: 'auditor', scopeKind: 'street' }],
    [op(grants, 'postGrantEnd'), {}, { grant: grant.id }],
  ]
  for (const [operation, body, more] of tries) {
    const answer = await admin.call(operation, { params: { id, ...more }, body })
    expect(answer.body, operation.declaration.path).toMatchObject({ code: 'own-account' })
  }
})

test('two administrators who remove each other at once leave one', async () => {
  const one = await anotherAdmin('admin.one')
  const two = await anotherAdmin('admin.two')
  const { db } = await import('@/server/db')
  const { id: demo } = await accountOf('street-admin')
  await db().roleGrant.updateMany({
    where: { accountId: demo },
    data: { endsOn: new Date('2020-01-01'), startsOn: new Date('2020-01-01') },
  })
  const suspend = async (by: Caller, username: string) => {
    const { id, version } = await accountOf(username)
    return by.call(op(accounts, 'postAccountSuspension'), { params: { id }, body: { version } })
  }
  try {
    const answers = await bothWaitForTheirTurn(() => [
      suspend(one.caller, 'admin.two'),
      suspend(two.caller, 'admin.one'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    expect(answers.find(({ status }) => status === 422)?.body).toMatchObject({ code: 'last-admin' })
  } finally {
    await db().roleGrant.updateMany({ where: { accountId: demo }, data: { endsOn: null } })
    await db().account.updateMany({
      where: { username: { in: ['admin.one', 'admin.two'] } },
      data: { suspendedAt: null },
    })
  }
})

/** Holds the street's row until every try has been let in and waits for it: none is turned away before the race begins. */
async function bothWaitForTheirTurn<T>(tries: () => Promise<T>[]): Promise<T[]> {
  const waiting = `SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%FOR NO KEY UPDATE%'`
  return withClient(database.urls.superuser, async (holder) => {
    await holder.query('BEGIN')
    await holder.query('SELECT 1 FROM street FOR NO KEY UPDATE')
    const running = tries()
    for (let look = 0; look < 200; look++) {
      await holder.query('SELECT pg_stat_clear_snapshot()')
      const { rows } = await holder.query(waiting)
      if (rows[0].count === running.length) break
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    await holder.query('COMMIT')
    return Promise.all(running)
  })
}

test('a role is given for a place of this street only, fits its kind of place, and not twice', async () => {
  const id = await addAccount('many.roles')
  const { db } = await import('@/server/db')
  const zone = await db().zone.findFirstOrThrow()
  const give = (body: object) => admin.call(op(grants, 'postGrant'), { params: { id }, body })
  const dispatcher = { role: 'dispatcher', scopeKind: 'zone', scopeId: zone.id }
  expect((await give(dispatcher)).status).toBe(201)
  expect((await give(dispatcher)).body).toMatchObject({ code: 'overlapping-term' })
  expect((await give({ ...dispatcher, scopeKind: 'grid' })).body).toMatchObject({ code: 'invalid' })
  expect((await give({ ...dispatcher, scopeId: id })).body).toMatchObject({ code: 'unknown-reference' })
  expect((await give({ role: 'dispatcher', scopeKind: 'zone' })).body).toMatchObject({
    fields: { scopeId: expect.any(String) },
  })
  const term = { startsOn: '2026-12-01', endsOn: '2026-11-30' }
  expect((await give({ role: 'auditor', scopeKind: 'street', ...term })).body).toMatchObject({
    code: 'ends-before-start',
  })
  const detail = await admin.call(op(accounts, 'getAccount'), { params: { id } })
  expect(detail.body).toMatchObject({ roles: [{ role: 'dispatcher', place: zone.name }] })
  expect(JSON.stringify(detail.body)).not.toMatch(/argon2|password/i)
})

test('an account tied to a person holds what the person is appointed to, and a person has one account', async () => {
  const { db } = await import('@/server/db')
  const member = await db().gridMember.findFirstOrThrow({
    where: { person: { accountId: null } },
    include: { grid: true },
  })
  const id = await addAccount('by.person', { personId: member.personId })
  const caller = await signedInAs('by.person')
  const { getCompounds } = await import('@/features/places/compounds/endpoints')
  expect((await caller.call(getCompounds)).status).toBe(200)
  const detail = await admin.call(op(accounts, 'getAccount'), { params: { id } })
  expect(detail.body).toMatchObject({
    roles: expect.arrayContaining([expect.objectContaining({ role: 'grid_member', grantId: null })]),
  })
  const again = { username: 'second.one', displayName: '另一个', personId: member.personId }
  expect((await admin.call(op(accounts, 'postAccount'), { body: again })).body).toMatchObject({
    code: 'already-exists',
    fields: { personId: expect.any(String) },
  })
})

test('the list finds by initials and by role, tells states apart, and pages both ways', async () => {
  const list = async (query: Record<string, string>) =>
    (await admin.call(op(accounts, 'getAccounts'), { query })).body as {
      rows: { id: string; username: string; state: string }[]
      next: string | null
      total: number
    }
  expect((await list({ q: 'ddy' })).rows.map(({ username }) => username)).toContain('dispatcher')
  expect((await list({ role: 'captain' })).rows.map(({ username }) => username)).toEqual(['captain'])
  expect((await list({ role: 'zone_lead' })).rows.map(({ username }) => username)).toEqual(['zone-lead'])
  expect((await list({ state: 'suspended' })).rows.map(({ username }) => username)).toEqual(['void.links'])
  expect((await list({ state: 'invited' })).rows.map(({ username }) => username)).toContain('hash.only')
  const first = await list({ size: '10' })
  const second = await list({ size: '10', cursor: first.next ?? '' })
  const ids = [...first.rows, ...second.rows].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('requiring a second factor holds from the next request, and a stale version is refused', async () => {
  const { body } = await admin.call(op(settings, 'getSettings'))
  const before = body as { name: string; hostName: null; version: number }
  const change = (secondFactor: string, version: number) =>
    admin.call(op(settings, 'patchSettings'), {
      body: {
        name: before.name,
        hostName: null,
        secondFactor,
        quietFrom: '21:00',
        quietTo: '07:00',
        alarmEmail: null,
        version,
      },
    })
  expect((await change('required', before.version)).status).toBe(200)
  expect((await admin.call(op(accounts, 'getAccounts'))).body).toMatchObject({
    code: 'second-factor-required',
  })
  const { db } = await import('@/server/db')
  await db().$executeRaw`UPDATE street SET settings = '{}'`
  expect((await change('optional', before.version)).body).toMatchObject({ code: 'stale-version' })
})

test('fifty wrong passwords at once lock strangers out, while a known device still signs in', async () => {
  const { signIn } = await import('@/features/people/sign-in/commands')
  const { hashPassword } = await import('@/server/passwords')
  const { db } = await import('@/server/db')
  await db().account.update({
    where: { username: 'zone-lead' },
    data: { passwordHash: await hashPassword(PASSPHRASE) },
    select: { id: true },
  })
  const attempt = (password: string, knownDevice: string | null, address: string) =>
    signIn({
      username: 'zone-lead',
      password,
      code: '',
      address,
      device: 'test',
      knownDevice,
      requestId: 'lock-test',
      now: new Date(),
    })
  const known = await attempt(PASSPHRASE, null, '198.51.100.1')
  if (!known.ok) throw new Error(known.refusal)
  const tries = await Promise.all(
    Array.from({ length: 50 }, (_, index) => attempt('not-the-password', null, `198.51.100.${index}`)),
  )
  const refusals = tries.map((one) => (one.ok ? 'ok' : one.refusal))
  expect(refusals.filter((refusal) => refusal === 'wrong').length).toBeLessThanOrEqual(5)
  expect(refusals.filter((refusal) => refusal === 'locked').length).toBeGreaterThanOrEqual(45)
  expect(await attempt(PASSPHRASE, null, '198.51.100.60')).toMatchObject({ ok: false, refusal: 'locked' })
  expect(await attempt(PASSPHRASE, 'made.up', '198.51.100.61')).toMatchObject({ refusal: 'locked' })
  expect(await attempt(PASSPHRASE, known.value.knownDevice, '198.51.100.62')).toMatchObject({ ok: true })
})

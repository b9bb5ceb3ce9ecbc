import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { call, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
const asking = askingDemo(() => database)
const PHONE = '19110000901'
const MINUTE = 60_000

beforeAll(async () => {
  process.env.SMS_DRIVER = 'fake'
  database = await openOffice()
})
afterAll(() => database.drop())

beforeEach(async () => {
  await asking('DELETE FROM rate_limit')
  await asking('DELETE FROM phone_code')
  await asking("DELETE FROM outbox_message WHERE template = 'phone-code'")
})

async function ask(phone = PHONE) {
  const { postPhoneCode } = await import('@/features/people/phone-codes/endpoints')
  return call(postPhoneCode, { body: { phone } })
}

/** The minute between two codes is over. */
const later = () => asking("DELETE FROM rate_limit WHERE key LIKE 'phone-code-minute%'")

async function newestCode(): Promise<string> {
  const [message] = await asking<{ words: string }>(
    "SELECT words FROM outbox_message WHERE template = 'phone-code' ORDER BY id DESC LIMIT 1",
  )
  return message?.words.match(/\d{6}/)?.[0] ?? ''
}

async function enter(code: string, { phone = PHONE, now = new Date() } = {}) {
  const { signInByPhone } = await import('@/features/people/sign-in/commands')
  const circumstances = { address: '192.0.2.1', device: 'test', knownDevice: null, requestId: 'test' }
  return signInByPhone({ phone, code, street: undefined, now, ...circumstances })
}

const wrongFor = (code: string): string => (code === '000000' ? '000001' : '000000')

describe('a code', () => {
  test('signs in who got it, and opens the account of a number at the first time alone', async () => {
    await ask()
    const first = await enter(await newestCode())
    await later()
    await ask()
    const second = await enter(await newestCode())
    expect(first).toMatchObject({ ok: true, value: { name: '191****0901' } })
    expect(second.ok && first.ok && second.value.accountId).toBe(first.ok && first.value.accountId)
    const grants = await asking(
      `SELECT role, scope_kind FROM role_grant WHERE account_id = '${first.ok && first.value.accountId}'`,
    )
    expect(grants).toEqual([{ role: 'resident', scope_kind: 'own' }])
  })

  test('opens no account before it was entered', async () => {
    await ask('19110000902')
    await enter(wrongFor(await newestCode()), { phone: '19110000902' })
    expect(await asking("SELECT 1 FROM resident WHERE phone = '19110000902'")).toEqual([])
  })

  test('of 20 tries at once lets one in', async () => {
    await ask()
    const code = await newestCode()
    const tries = await Promise.all(Array.from({ length: 20 }, () => enter(code)))
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('is refused at the sixth try, even when that is right', async () => {
    await ask()
    const code = await newestCode()
    for (let attempt = 0; attempt < 5; attempt++)
      expect(await enter(wrongFor(code))).toMatchObject({ refusal: 'wrong' })
    expect(await enter(code)).toMatchObject({ refusal: 'wrong' })
  })

  test('is right at the fifth try', async () => {
    await ask()
    const code = await newestCode()
    for (let attempt = 0; attempt < 4; attempt++) await enter(wrongFor(code))
    expect(await enter(code)).toMatchObject({ ok: true })
  })

  test('is void after five minutes, and once another one was sent', async () => {
    await ask()
    const code = await newestCode()
    expect(await enter(code, { now: new Date(Date.now() + 5 * MINUTE + 1_000) })).toMatchObject({ ok: false })
    await later()
    await ask()
    const newer = await newestCode()
    if (code !== newer) expect(await enter(code)).toMatchObject({ ok: false })
    expect(await enter(newer)).toMatchObject({ ok: true })
  })

  test('is for its number alone', async () => {
    await ask()
    expect(await enter(await newestCode(), { phone: '19110000903' })).toMatchObject({ ok: false })
  })

  test('is kept as a keyed hash', async () => {
    await ask()
    const code = await newestCode()
    const [kept] = await asking('SELECT * FROM phone_code')
    expect(JSON.stringify(kept)).not.toContain(code)
  })
})

describe('codes for a number', () => {
  test('go once a minute, also when asked for ten times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask()))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(429)])
    expect(answers.find(({ status }) => status === 429)?.body).toMatchObject({ code: 'code-too-soon' })
  })

  test('go five times a day', async () => {
    for (let time = 0; time < 5; time++) {
      expect((await ask()).status).toBe(200)
      await later()
    }
    expect((await ask()).body).toMatchObject({ code: 'code-too-many' })
  })

  test('are answered alike whether or not the number is known', async () => {
    await ask()
    await enter(await newestCode())
    await later()
    const known = await ask()
    const unknown = await ask('19110000904')
    expect(known.body).toEqual(unknown.body)
    expect(known.status).toBe(unknown.status)
  })

  test.each(['191 1000 0905', '+86 191-1000-0905', '8619110000905', '１９１１００００９０５'])(
    'know %s',
    async (written) => {
      expect((await ask(written)).status).toBe(200)
      expect(await asking('SELECT phone FROM phone_code')).toEqual([{ phone: '19110000905' }])
    },
  )

  test.each(['0523-88534592', '12345', '1911000090', ''])('refuse %j at the field', async (written) => {
    expect((await ask(written)).body).toMatchObject({
      code: 'invalid',
      fields: { phone: expect.any(String) },
    })
  })
})

test('a number that was silent for half a year opens an empty account, and the old one is signed out', async () => {
  await ask()
  const before = await enter(await newestCode())
  if (!before.ok) throw new Error(before.refusal)
  await asking(
    `UPDATE resident SET seen_at = now() - interval '181 days' WHERE account_id = '${before.value.accountId}'`,
  )
  await later()
  await ask()
  const after = await enter(await newestCode())
  if (!after.ok) throw new Error(after.refusal)
  expect(after.value.accountId).not.toBe(before.value.accountId)
  const [old] = await asking<{ ended_why: string; open: number }>(
    `SELECT ended_why, (SELECT count(*)::int FROM session s WHERE s.account_id = r.account_id AND revoked_at IS NULL) AS open
     FROM resident r WHERE account_id = '${before.value.accountId}'`,
  )
  expect(old).toEqual({ ended_why: 'silent', open: 0 })
})

test('where messages are real, nobody reads a code in the outbox or finds it by searching', async () => {
  await ask()
  const code = await newestCode()
  const { getOutbox } = await import('@/features/people/outbox/endpoints')
  const admin = await signedInAs('street-admin')
  await asking('UPDATE account SET demo = false')
  const read = await admin.call(getOutbox, {})
  const searched = await admin.call(getOutbox, { query: { q: code } })
  await asking("UPDATE account SET demo = true WHERE username NOT LIKE 'r-%'")
  expect(JSON.stringify(read.body)).toContain('······')
  expect(JSON.stringify(read.body)).not.toContain(code)
  expect(searched.body).toMatchObject({ rows: [] })
})

test('without a driver for messages an installation says that it is off', async () => {
  const channels = await import('@/server/messengers/channels')
  const off = vi.spyOn(channels, 'driverOf').mockReturnValue(null)
  expect((await ask()).body).toMatchObject({ code: 'sms-off' })
  off.mockRestore()
})

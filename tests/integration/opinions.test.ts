import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OpinionDetail, OpinionRow } from '@/features/opinions/queries'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'
import { freshRows, wholeDatabase } from '../support/whole-database'

let database: TestDatabase
let staff: Caller
let box: typeof import('@/features/sheets/opinion/endpoints')
let opinions: typeof import('@/features/opinions/endpoints')
let code: string
const asking = askingDemo(() => database)

const ADDRESS = '198.51.100.77'
const AGENT = 'Marker-Agent/9.9'

beforeAll(async () => {
  database = await openOffice()
  box = await import('@/features/sheets/opinion/endpoints')
  opinions = await import('@/features/opinions/endpoints')
  staff = await signedInAs('street-staff')
  const [row] = await asking<{
    code: string
  }>(`SELECT pc.code FROM account ca JOIN person p ON p.account_id = ca.id
    JOIN captain_appointment t ON t.person_id = p.id JOIN captain_building cb ON cb.appointment_id = t.id
    JOIN stairwell s ON s.building_id = cb.building_id JOIN notice_board n ON n.stairwell_id = s.id
    JOIN public_code pc ON pc.board_id = n.id WHERE ca.username = 'captain' AND pc.revoked_at IS NULL LIMIT 1`)
  code = row?.code ?? ''
})

afterAll(() => database.drop())

const context = () => ({ params: Promise.resolve({ code }) })
const at = (query = '') => `http://localhost:3000/b/${code}/opinion${query}`
const from = (address: string, cookie?: string) => ({
  'x-linzhi-address': address,
  'user-agent': AGENT,
  ...(cookie ? { cookie } : {}),
})

async function formKey(): Promise<string> {
  const page = await (
    await box.getOpinionForm(new Request(at(), { headers: from(ADDRESS) }), context())
  ).text()
  return /name="key" value="([^"]+)"/.exec(page)?.[1] ?? ''
}

const send = (fields: Record<string, string>, headers: Record<string, string> = from(ADDRESS)) =>
  box.postOpinionForm(
    new Request(at(), { method: 'POST', headers, body: new URLSearchParams(fields) }),
    context(),
  )

test('an opinion of somebody who is signed in leaves one row that leads to nobody, and nothing else', async () => {
  const key = await formKey()
  const account = await signedInAs('resident')
  const before = await wholeDatabase(database)
  const answer = await send(
    { key, words: '标记词：走廊太暗', about: 'captain' },
    from(ADDRESS, account.cookie),
  )
  expect(answer.status).toBe(303)
  const fresh = freshRows(before, await wholeDatabase(database))
  expect(fresh.map(({ table }) => table)).toEqual(['public.opinion'])
  const [{ id: accountId = '' } = {}] = await asking<{ id: string }>(
    `SELECT id FROM account WHERE username = 'resident'`,
  )
  for (const { row } of fresh)
    for (const trace of [ADDRESS, AGENT, accountId, code, Buffer.from(ADDRESS).toString('hex')])
      expect(row).not.toContain(trace)
  const [kept] = await asking<Record<string, unknown> & { id: string; hour: Date }>(
    `SELECT * FROM opinion WHERE words LIKE '标记词%'`,
  )
  expect(kept?.id[14]).toBe('4')
  expect(kept?.hour.getTime()).toBe(Math.floor((kept?.hour.getTime() ?? 1) / 3_600_000) * 3_600_000)
  expect(Object.keys(kept ?? {})).not.toContain('stairwell_id')
})

test('a receipt opens the answer and nothing else does; a form that is sent twice is one opinion', async () => {
  const key = await formKey()
  const first = await send({ key, words: '门禁坏了两次', about: 'nobody' })
  const again = await send({ key, words: '门禁坏了两次', about: 'nobody' })
  expect(again.headers.get('location')).toBe(first.headers.get('location'))
  const receipt = new URL(first.headers.get('location') ?? '', at()).searchParams.get('receipt') ?? ''
  expect(receipt).toMatch(/^[A-Z2-9]{12}$/)
  const rows = await asking<{ id: string; receipt_hash: string }>(
    `SELECT id, receipt_hash FROM opinion WHERE words = '门禁坏了两次'`,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]?.receipt_hash).not.toContain(receipt)
  const id = rows[0]?.id ?? ''
  const params = { id }
  const triage = { triage: 'demand', categoryId: null, version: 1 }
  expect((await staff.call(opinions.postOpinionTriage, { params, body: triage })).status).toBe(200)
  const body = { answer: '已更换门禁主机', published: '门禁常坏', version: 2 }
  expect((await staff.call(opinions.postOpinionAnswer, { params, body })).status).toBe(200)
  const read = await (
    await box.getOpinionForm(new Request(at(`?receipt=${receipt}`), { headers: from(ADDRESS) }), context())
  ).text()
  expect(read).toContain('已更换门禁主机')
  const shownToAll = async () =>
    (await box.getOpinionForm(new Request(at(), { headers: from(ADDRESS) }), context())).text()
  expect(await shownToAll()).not.toContain('门禁常坏')
  const look = { published: '门禁常坏', version: 3 }
  const own = await staff.call(opinions.postOpinionPublication, { params, body: look })
  expect([own.status, (own.body as { code: string }).code]).toEqual([409, 'own-words'])
  await asking(`INSERT INTO role_grant (street_id, id, account_id, role, scope_kind, starts_on)
    SELECT street_id, gen_random_uuid(), id, 'street_staff', 'street', current_date - 1 FROM account WHERE username = 'zone-lead'`)
  const colleague = await signedInAs('zone-lead')
  expect((await colleague.call(opinions.postOpinionPublication, { params, body: look })).status).toBe(200)
  const wrong = await box.getOpinionForm(
    new Request(at('?receipt=ABCDEFGHJKLM'), { headers: from(ADDRESS) }),
    context(),
  )
  expect(wrong.status).toBe(404)
  expect(await shownToAll()).toContain('门禁常坏')
  const [audit] = await asking<{ actions: string[] }>(
    `SELECT array_agg(action ORDER BY action) AS actions FROM audit_entry WHERE subject_id = '${id}'`,
  )
  expect(audit?.actions).toEqual(['opinion.answer', 'opinion.publish', 'opinion.triage'])
})

test('a captain does not meet an opinion about the captain, in list, search, count or by id, whatever else the captain is', async () => {
  await send({ key: await formKey(), words: '秘密一：楼栋长不来', about: 'captain' })
  await send({ key: await formKey(), words: '秘密二：楼道要扫', about: 'nobody' })
  const captain = await signedInAs('captain')
  const seen = async (who: Caller) =>
    (await who.call(opinions.getOpinions, { query: { q: '秘密', size: '100' } })).body as {
      rows: OpinionRow[]
      total: number
    }
  expect((await seen(staff)).total).toBe(2)
  expect((await seen(captain)).total).toBe(1)
  const [about] = await asking<{ id: string }>(`SELECT id FROM opinion WHERE words LIKE '秘密一%'`)
  const params = { id: about?.id ?? '' }
  expect((await captain.call(opinions.getOpinion, { params })).status).toBe(404)
  // As staff of the whole street it stays so.
  await asking(`INSERT INTO role_grant (street_id, id, account_id, role, scope_kind, starts_on)
    SELECT street_id, gen_random_uuid(), id, 'street_staff', 'street', current_date - 1 FROM account WHERE username = 'captain'`)
  const both = await signedInAs('captain')
  expect((await seen(both)).total).toBe(1)
  expect((await both.call(opinions.getOpinion, { params })).status).toBe(404)
  const triage = { triage: 'spam', categoryId: null, version: 1 }
  expect((await both.call(opinions.postOpinionTriage, { params, body: triage })).status).toBe(404)
})

test('the head of the office reads none, and each that is read is recorded', async () => {
  const admin = await signedInAs('street-admin')
  expect((await admin.call(opinions.getOpinions)).status).toBe(403)
  const [one] = await asking<{ id: string }>(`SELECT id FROM opinion WHERE words LIKE '标记词%'`)
  const params = { id: one?.id ?? '' }
  const read = (await staff.call(opinions.getOpinion, { params })).body as OpinionDetail
  expect(read.words).toContain('标记词')
  const [trail] = await asking<{ count: number }>(
    `SELECT count(*)::int AS count FROM audit_entry WHERE action = 'opinion.read' AND subject_id = '${params.id}'`,
  )
  expect(trail?.count).toBe(1)
})

test('what needs doing becomes a request without a reporter, once, unless it is about somebody who could read it', async () => {
  const [category] = await asking<{ id: string }>(
    `SELECT id FROM request_category WHERE code = 'stair-light'`,
  )
  const body = { triage: 'request', categoryId: category?.id, version: 1 }
  const [about] = await asking<{ id: string }>(`SELECT id FROM opinion WHERE words LIKE '标记词%'`)
  const refused = await staff.call(opinions.postOpinionTriage, { params: { id: about?.id ?? '' }, body })
  expect((refused.body as { code: string }).code).toBe('about-somebody')
  const [one] = await asking<{ id: string }>(`SELECT id FROM opinion WHERE words LIKE '秘密二%'`)
  const params = { id: one?.id ?? '' }
  const answers = await Promise.all(
    [1, 2, 3].map(() => staff.call(opinions.postOpinionTriage, { params, body })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  const filed = await asking<{ source: string; reporter_name: string | null; reporter_phone: string | null }>(
    `SELECT source, reporter_name, reporter_phone FROM request WHERE words LIKE '秘密二%'`,
  )
  expect(filed).toEqual([{ source: 'opinion_box', reporter_name: null, reporter_phone: null }])
})

test('from one address ten an hour are taken, whatever is wrong is said at the field, and a stale form loses no words', async () => {
  const elsewhere = from('203.0.113.9')
  const empty = await send({ key: await formKey(), words: '  ', about: 'nobody' }, elsewhere)
  expect(empty.status).toBe(422)
  const stale = await send({ key: 'made-up', words: '不要丢', about: 'nobody' }, elsewhere)
  expect(stale.status).toBe(422)
  expect(await stale.text()).toContain('不要丢')
  const statuses: number[] = []
  for (let place = 0; place < 10; place++)
    statuses.push(
      (await send({ key: await formKey(), words: `第${place}条`, about: 'nobody' }, elsewhere)).status,
    )
  expect(statuses.filter((status) => status === 303)).toHaveLength(8)
  expect(statuses.at(-1)).toBe(429)
})

import net from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

type Mail = { to: string; text: string }
type Kept = { state: string; attempts: number; last_fault: string | null; not_before: Date; words: string }

const mails: Mail[] = []
let answering: 'takes' | 'busy' | 'refuses' = 'takes'
let smtp: SMTPServer
let database: TestDatabase
let admin: Caller
let streetId: string
const asking = askingDemo(() => database)
const NOON = new Date('2026-11-25T12:00:00+08:00')
const NEVER = { from: 0, to: 0 }

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) => {
      if (answering === 'takes') return done()
      const code = answering === 'busy' ? 451 : 550
      done(Object.assign(new Error(answering), { responseCode: code }))
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', text: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve))
  const { port } = smtp.server.address() as { port: number }
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`
  process.env.SMS_DRIVER = 'fake'
  database = await openOffice()
  admin = await signedInAs('street-admin')
  const [street] = await asking<{ id: string }>('SELECT id FROM street')
  streetId = street?.id ?? ''
})

afterAll(async () => {
  await database.drop()
  await new Promise<void>((resolve) => smtp.close(() => resolve()))
})

beforeEach(async () => {
  mails.length = 0
  answering = 'takes'
  await asking('DELETE FROM outbox_message')
})

const mail = (onceKey: string) => ({
  channel: 'email' as const,
  address: 'office@example.cn',
  template: 'escalate',
  subject: '严重超时',
  words: `诉求 ${onceKey}`,
  locale: 'zh-CN' as const,
  onceKey,
})

async function enqueue(messages: ReturnType<typeof mail>[], now = NOON, quiet = NEVER): Promise<void> {
  const { db } = await import('@/server/db')
  const { enqueueMessages } = await import('@/server/notify')
  await db().$transaction((tx) => enqueueMessages(tx, streetId, messages, quiet, now))
}

async function send(now = NOON): Promise<number> {
  const { sendMessages } = await import('@/features/people/outbox/commands')
  return sendMessages(() => now)
}

const kept = () => asking<Kept>('SELECT * FROM outbox_message ORDER BY once_key')
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)

test('a message goes by a real SMTP server, once, however often it is written and whoever sends at once', async () => {
  const all = Array.from({ length: 20 }, (_, index) => mail(`m${index}`))
  await Promise.all([enqueue(all), enqueue(all), enqueue(all)])
  await Promise.all([send(), send(), send(), send()])
  expect(mails).toHaveLength(20)
  expect(new Set(mails.map(({ to }) => to))).toEqual(new Set(['office@example.cn']))
  expect(mails[0]?.text).toContain('Subject: =?UTF-8?')
  expect(new Set((await kept()).map(({ state }) => state))).toEqual(new Set(['sent']))
})

test('a server that is busy is tried again later and later, and given up at last; the administrator tries anew', async () => {
  answering = 'busy'
  await enqueue([mail('busy')])
  await send()
  const [first] = await kept()
  expect(first).toMatchObject({ state: 'failed', attempts: 1, last_fault: 'smtp 451' })
  expect(first?.not_before).toEqual(later(1))
  expect(await send()).toBe(0)
  let at = 1
  for (let attempt = 2; attempt <= 6; attempt++) {
    await send(later(at))
    const [row] = await kept()
    expect(row?.attempts).toBe(attempt)
    at = row ? (row.not_before.getTime() - NOON.getTime()) / 60_000 : 0
  }
  const [dead] = await asking<Kept & { id: string }>('SELECT * FROM outbox_message')
  expect(dead).toMatchObject({ state: 'dead', attempts: 6 })
  answering = 'takes'
  const { postOutboxRetry } = await import('@/features/people/outbox/endpoints')
  const params = { id: dead?.id ?? '' }
  expect((await admin.call(postOutboxRetry, { params })).status).toBe(200)
  await send(new Date(Date.now() + 1_000))
  expect(mails).toHaveLength(1)
  expect((await admin.call(postOutboxRetry, { params })).status).toBe(409)
})

test('an address that is refused for good is not tried again', async () => {
  answering = 'refuses'
  await enqueue([mail('refused')])
  await send()
  expect((await kept())[0]).toMatchObject({ state: 'dead', attempts: 1, last_fault: 'smtp 550' })
})

test('a server that never says a word is not waited for without end', async () => {
  const silent = net.createServer(() => {})
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
  const { port } = silent.address() as net.AddressInfo
  const { smtpDriver } = await import('@/server/messengers/smtp')
  const { send: sendBy } = smtpDriver(`smtp://127.0.0.1:${port}`, 'a@example.cn', 200)
  await expect(sendBy({ address: 'b@example.cn', subject: null, words: 'x' })).rejects.toThrow('smtp')
  silent.close()
})

test('numbers are found by their last four and by nothing longer', async () => {
  const sms = { ...mail('sms'), channel: 'sms' as never, address: '19112345678', words: 'x' }
  await enqueue([sms])
  const { getOutbox } = await import('@/features/people/outbox/endpoints')
  const found = async (q: string) =>
    ((await admin.call(getOutbox, { query: { q } })).body as { total: number }).total
  expect(await found('5678')).toBe(1)
  for (const q of ['19112345678', '12345678', '345678', '78']) expect(await found(q), q).toBe(0)
})

test('what is written at night goes in the morning, unless it is urgent', async () => {
  const night = new Date('2026-11-25T23:00:00+08:00')
  const morning = new Date('2026-11-26T07:00:00+08:00')
  const { QUIET } = await import('@/server/notify')
  await enqueue([mail('calm'), { ...mail('urgent'), isUrgent: true } as never], night, QUIET)
  expect(await send(night)).toBe(1)
  expect(mails).toHaveLength(1)
  expect(await send(new Date(morning.getTime() - 1000))).toBe(0)
  expect(await send(morning)).toBe(1)
})

test('word of what is late goes up the chain, each level once: the zone’s lead is not told for the street', async () => {
  const { messagesOfStep } = await import('@/features/requests/tell/commands')
  const { db } = await import('@/server/db')
  const [request] = await asking<{ id: string; version: number; state: string }>(`
    SELECT r.id, r.version, r.state::text FROM request r JOIN building b ON b.id = r.building_id
    JOIN zone_compound zc ON zc.compound_id = r.compound_id JOIN zone_lead zl ON zl.zone_id = zc.zone_id
    WHERE b.grid_id IS NOT NULL ORDER BY r.id LIMIT 1`)
  const toldAt = async (level: string) => {
    const eventId = crypto.randomUUID()
    const { id = '', version = 1, state = '' } = request ?? {}
    await asking(`INSERT INTO request_event (street_id, id, request_id, version, at, kind, to_state, round, actor, actor_kind, details)
      VALUES ('${streetId}', '${eventId}', '${id}', ${version}, now(), 'escalate', '${state}', 1, '系统', 'system', '{"to":"${level}"}')`)
    const step = { streetId, requestId: id, eventId, alarmEmail: 'alarm@example.cn' }
    return (await messagesOfStep(db(), step, new Date())).map(({ channel }) => channel)
  }
  expect(new Set(await toldAt('grid_member'))).toEqual(new Set(['sms']))
  expect(await toldAt('zone_lead')).toEqual(['sms'])
  expect(await toldAt('community')).toEqual(['email'])
  expect(await toldAt('street')).toEqual(['email'])
})

test('the reporter hears of the receipt and the worker of the job, each once, and nobody reads the number or the code', async () => {
  const { postRequest } = await import('@/features/requests/intake/endpoints')
  const { writeMessages } = await import('@/features/requests/tell/commands')
  const [category] = await asking<{ id: string }>(`SELECT id FROM request_category WHERE code = 'no-water'`)
  const [compound] = await asking<{ id: string }>(`SELECT id FROM compound WHERE name = '古田新村'`)
  const dispatcher = await signedInAs('dispatcher')
  const body = {
    source: 'phone',
    categoryId: category?.id,
    compoundId: compound?.id,
    words: '没有水',
    reporterPhone: '19112345678',
  }
  const filed = (await dispatcher.call(postRequest, { body })).body as { id: string; token: string }
  const jobs = await asking<{ payload: { streetId: string; requestId: string; eventId: string } }>(
    `SELECT j.payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE t.identifier = 'requests-tell' AND j.payload->>'requestId' = '${filed.id}'`,
  )
  expect(jobs).toHaveLength(1)
  const { eventId = '' } = jobs[0]?.payload ?? {}
  await Promise.all([1, 2, 3].map(() => writeMessages(streetId, filed.id, eventId, NOON)))
  const rows = await kept()
  expect(rows).toHaveLength(1)
  expect(rows[0]?.words).toContain(`/track/${filed.token}`)
  const { listMessages } = await import('@/features/people/outbox/queries')
  const { getOutbox } = await import('@/features/people/outbox/endpoints')
  const seen = JSON.stringify((await admin.call(getOutbox)).body)
  expect(seen).toContain('191****5678')
  expect(seen).not.toContain('19112345678')
  const { db } = await import('@/server/db')
  const principal = { streetId } as never
  const real = await listMessages({ tx: db(), principal, now: NOON, requestId: '' }, { size: 20 }, false)
  expect(JSON.stringify(real)).not.toContain(filed.token)
})

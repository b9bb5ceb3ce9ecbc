import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '@/core/identifier'
import type { OwnJobs } from '@/features/requests/own-jobs/queries'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let worker: Caller
let captain: Caller
let life: typeof import('@/features/requests/life/endpoints')
let intake: typeof import('@/features/requests/intake/endpoints')
let ownJobs: typeof import('@/features/requests/own-jobs/endpoints')
let photos: typeof import('@/features/requests/photos/endpoints')
const asking = askingDemo(() => database)

beforeAll(async () => {
  database = await openOffice()
  life = await import('@/features/requests/life/endpoints')
  intake = await import('@/features/requests/intake/endpoints')
  ownJobs = await import('@/features/requests/own-jobs/endpoints')
  photos = await import('@/features/requests/photos/endpoints')
  worker = await signedInAs('worker')
  captain = await signedInAs('captain')
})

afterAll(() => database.drop())

const jobsOf = async (caller: Caller) => (await caller.call(ownJobs.getOwnJobs)).body as OwnJobs

type Event = { kind: string; at: Date; phone: string | null; received: string | null }
const eventsOf = (id: string) =>
  asking<Event>(`SELECT kind, at, details->>'phoneAt' AS phone, details->>'receivedAt' AS received
    FROM request_event WHERE request_id = '${id}' ORDER BY version`)

const move = (caller: Caller, id: string, body: object, key = uuidv7()) =>
  caller.call(life.postRequestMove, { params: { id }, body, headers: { 'idempotency-key': key } })

async function photoOf(caller: Caller): Promise<string> {
  const { default: sharp } = await import('sharp')
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#4a4' } })
    .jpeg()
    .toBuffer()
  return ((await caller.call(photos.postRequestPhoto, { bytes })).body as { id: string }).id
}

test('a worker’s phone gets the own open jobs and no word of who reported them', async () => {
  const { toDo, toVerify } = await jobsOf(worker)
  const own = await asking<{ id: string }>(`SELECT r.id FROM request r JOIN worker w ON w.id = r.worker_id
    JOIN person p ON p.id = w.person_id JOIN account a ON a.id = p.account_id
    WHERE a.username = 'worker' AND r.state IN ('dispatched', 'in_progress', 'paused', 'waiting')`)
  expect(toDo.map(({ id }) => id).sort()).toEqual(own.map(({ id }) => id).sort())
  expect(toDo.length).toBeGreaterThan(3)
  expect(toVerify).toEqual([])
  expect(JSON.stringify(toDo)).not.toMatch(/reporter|1381000/)
})

test('a captain is shown what others have finished in the own buildings, and nothing to do', async () => {
  const { toDo, toVerify } = await jobsOf(captain)
  const [own] = await asking<{ count: number }>(`SELECT count(*)::int AS count FROM request r
    JOIN captain_building c ON c.building_id = r.building_id JOIN captain_appointment t ON t.id = c.appointment_id
    JOIN person p ON p.id = t.person_id JOIN account a ON a.id = p.account_id
    WHERE a.username = 'captain' AND r.state = 'to_verify'`)
  expect(toVerify.length).toBe(own?.count)
  expect(toVerify.length).toBeGreaterThan(0)
  expect(toDo).toEqual([])
})

test('steps made without a network keep the time at which they were made, in their order, each once', async () => {
  const job = (await jobsOf(worker)).toDo.find(({ state }) => state === 'dispatched')
  if (!job) throw new Error('no job to take')
  const before = (await eventsOf(job.id)).at(-1)?.at.getTime() ?? 0
  const at = (minutes: number) => new Date(Math.max(before, Date.now() - 3_600_000) + minutes * 60_000)
  // The phone is two hours behind.
  const made = (minutes: number) => ({
    at: new Date(at(minutes).getTime() - 7_200_000).toISOString(),
    aheadSeconds: -7_200,
  })
  const photoIds = [await photoOf(worker)]
  const steps = [
    { move: 'take', version: job.version, made: made(1) },
    { move: 'arrive', version: job.version + 1, made: made(2) },
    { move: 'finish', version: job.version + 2, made: made(3), words: '换好了', outcome: 'solved', photoIds },
  ]
  for (const step of steps) {
    const key = uuidv7()
    const answers = await Promise.all([move(worker, job.id, step, key), move(worker, job.id, step, key)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
  }
  const events = (await eventsOf(job.id)).slice(-3)
  expect(events.map(({ kind }) => kind)).toEqual(['take', 'arrive', 'finish'])
  for (const [place, event] of events.entries()) {
    expect(Math.abs(event.at.getTime() - at(place + 1).getTime())).toBeLessThan(1_000)
    expect(event.phone).toBe(made(place + 1).at)
    expect(Date.parse(event.received ?? '')).toBeGreaterThan(Date.now() - 60_000)
  }
})

test('a step is never older than what is known of the request, and never from the future', async () => {
  const job = (await jobsOf(worker)).toDo.find(({ state }) => state === 'dispatched')
  if (!job) throw new Error('no job to take')
  const last = (await eventsOf(job.id)).at(-1)?.at.getTime() ?? 0
  const made = { at: new Date(last - 86_400_000).toISOString(), aheadSeconds: 0 }
  expect((await move(worker, job.id, { move: 'take', version: job.version, made })).status).toBe(200)
  expect((await eventsOf(job.id)).at(-1)?.at.getTime()).toBe(last)
  const ahead = { at: new Date(Date.now() + 86_400_000).toISOString(), aheadSeconds: 0 }
  expect((await move(worker, job.id, { move: 'arrive', version: job.version + 1, made: ahead })).status).toBe(
    200,
  )
  expect((await eventsOf(job.id)).at(-1)?.at.getTime()).toBeLessThanOrEqual(Date.now())
})

test('a job that was given to somebody else meanwhile is refused to the phone that comes late', async () => {
  const job = (await jobsOf(worker)).toDo.find(({ state }) => state === 'in_progress')
  if (!job) throw new Error('no job in progress')
  const dispatcher = await signedInAs('dispatcher')
  const { workers } = (await dispatcher.call(life.getRequestCandidates, { params: { id: job.id } })).body as {
    workers: { id: string }[]
  }
  const [mine] = await asking<{ id: string }>(`SELECT w.id FROM worker w JOIN person p ON p.id = w.person_id
    JOIN account a ON a.id = p.account_id WHERE a.username = 'worker'`)
  const other = workers.find(({ id }) => id !== mine?.id)
  const given = await move(dispatcher, job.id, {
    move: 'reassign',
    version: job.version,
    workerId: other?.id,
    words: '换人',
  })
  expect(given.status).toBe(200)
  const late = {
    move: 'arrive',
    version: job.version,
    made: { at: new Date().toISOString(), aheadSeconds: 0 },
  }
  expect((await move(worker, job.id, late)).status).toBe(404)
  expect((await worker.call(life.getRequest, { params: { id: job.id } })).status).toBe(404)
})

test('a thousand reports sent twice each by offline phones arrive once', async () => {
  const phones = await Promise.all(['captain', 'street-admin', 'street-staff', 'dispatcher'].map(signedInAs))
  const [building] = await asking<{ id: string }>(`SELECT c.building_id AS id FROM captain_building c
    JOIN captain_appointment t ON t.id = c.appointment_id JOIN person p ON p.id = t.person_id
    JOIN account a ON a.id = p.account_id WHERE a.username = 'captain'`)
  const [category] = await asking<{ id: string }>(`SELECT id FROM request_category WHERE code = 'other'`)
  const sent = phones.flatMap((phone, index) =>
    Array.from({ length: 250 }, (_, place) => ({
      phone,
      key: uuidv7(),
      body: {
        categoryId: category?.id,
        buildingId: building?.id,
        words: `断网 ${index}-${place}`,
        source: 'visit',
      },
    })),
  )
  const send = ({ phone, key, body }: (typeof sent)[number]) =>
    phone.call(intake.postRequest, { body, headers: { 'idempotency-key': key } })
  for (let from = 0; from < sent.length; from += 20) {
    const part = sent.slice(from, from + 20)
    const answers = [...(await Promise.all(part.map(send))), ...(await Promise.all(part.map(send)))]
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  }
  const [counted] = await asking<{ rows: number; different: number }>(
    `SELECT count(*)::int AS rows, count(DISTINCT words)::int AS different FROM request WHERE words LIKE '断网 %'`,
  )
  expect(counted).toEqual({ rows: 1_000, different: 1_000 })
})

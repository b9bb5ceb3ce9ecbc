import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, dayOf } from '@/core/instants'
import type { NoticeRow } from '@/features/captains/notices/queries'
import type { Act } from '@/server/act'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let gridMember: Caller
let notices: typeof import('@/features/captains/notices/endpoints')
let captain: { streetId: string; personId: string; gridId: string }
const asking = askingDemo(() => database)
const today = dayOf(new Date())

beforeAll(async () => {
  database = await openOffice()
  notices = await import('@/features/captains/notices/endpoints')
  gridMember = await signedInAs('grid-member')
  const [found] = await asking<
    typeof captain
  >(`SELECT p.street_id AS "streetId", p.id AS "personId", b.grid_id AS "gridId"
    FROM grid_member m JOIN person gp ON gp.id = m.person_id JOIN account ga ON ga.id = gp.account_id
    JOIN building b ON b.grid_id = m.grid_id JOIN captain_building cb ON cb.building_id = b.id
    JOIN captain_appointment t ON t.id = cb.appointment_id JOIN person p ON p.id = t.person_id
    WHERE ga.username = 'grid-member' AND (cb.ends_on IS NULL OR cb.ends_on >= current_date)
      AND (t.ends_on IS NULL OR t.ends_on >= current_date) AND b.ended_at IS NULL LIMIT 1`)
  if (!found) throw new Error('no captain in the grid of the demo’s grid member')
  captain = found
})

afterAll(() => database.drop())

const write = (more: object = {}) =>
  gridMember.call(notices.postCaptainNotice, {
    body: {
      gridId: captain.gridId,
      words: '明天停水，请转告',
      from: today,
      until: addDays(today, 3),
      ...more,
    },
  })

async function seen(now = new Date(), personId = captain.personId): Promise<string[]> {
  const { ownNotices } = await import('@/features/captains/notices/queries')
  const { db } = await import('@/server/db')
  const principal = { streetId: captain.streetId, personId }
  const own = await ownNotices({ tx: db(), principal, now } as unknown as Act)
  return own.map(({ words }) => words)
}

test('a grid’s captain reads a notice from its first day to its last, and not after it is taken off', async () => {
  const written = await write()
  expect(written.status).toBe(201)
  const { id } = written.body as { id: string }
  const on = (days: number) => seen(new Date(Date.now() + days * 86_400_000))
  expect(await on(-1)).not.toContain('明天停水，请转告')
  expect(await on(0)).toContain('明天停水，请转告')
  expect(await on(3)).toContain('明天停水，请转告')
  expect(await on(4)).not.toContain('明天停水，请转告')
  const [other] = await asking<{
    id: string
  }>(`SELECT p.id FROM person p JOIN captain_appointment t ON t.person_id = p.id
    JOIN captain_building cb ON cb.appointment_id = t.id JOIN building b ON b.id = cb.building_id
    WHERE b.grid_id <> '${captain.gridId}' LIMIT 1`)
  expect(await seen(new Date(), other?.id)).not.toContain('明天停水，请转告')
  await gridMember.call(notices.postCaptainNoticeEnd, { params: { id }, body: { version: 1 } })
  expect(await on(0)).not.toContain('明天停水，请转告')
})

test('a notice holds no mobile number, its days are in order, and its grid is the writer’s', async () => {
  expect((await write({ words: '联系王师傅 138 1234 5678' })).status).toBe(400)
  expect((await write({ until: addDays(today, -1) })).status).toBe(422)
  const [elsewhere] = await asking<{ id: string }>(
    `SELECT id FROM grid WHERE id <> '${captain.gridId}' LIMIT 1`,
  )
  expect((await write({ gridId: elsewhere?.id })).status).toBe(422)
})

test('who changes a notice as of an older version is refused, and another community’s staff do not meet it', async () => {
  const { id } = (await write({ words: '周末大扫除' })).body as { id: string }
  const params = { id }
  const change = (version: number) =>
    gridMember.call(notices.patchCaptainNotice, {
      params,
      body: { words: '周日大扫除', from: today, until: today, version },
    })
  expect([(await change(1)).status, (await change(1)).status]).toEqual([200, 409])
  const listed = await gridMember.call(notices.getCaptainNotices, { query: { q: '大扫除' } })
  expect((listed.body as { rows: NoticeRow[] }).rows.map(({ words }) => words)).toEqual(['周日大扫除'])
  const captainCaller = await signedInAs('captain')
  expect((await captainCaller.call(notices.getCaptainNotices)).status).toBe(403)
})

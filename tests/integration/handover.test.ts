import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NoteRow } from '@/features/requests/handover/queries'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import { askingDemo } from '../support/asking'
import type { TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let dispatcher: Caller
let endpoints: typeof import('@/features/requests/handover/endpoints')
const asking = askingDemo(() => database)

beforeAll(async () => {
  database = await openOffice()
  dispatcher = await signedInAs('dispatcher')
  endpoints = await import('@/features/requests/handover/endpoints')
})

afterAll(() => database.drop())

test('a note keeps what lay open at that moment, as plain SQL counts it', async () => {
  const body = { shift: 'evening', words: '3幢停水，20点回访' }
  expect((await dispatcher.call(endpoints.postHandoverNote, { body })).status).toBe(201)
  const { rows } = (await dispatcher.call(endpoints.getHandoverNotes)).body as { rows: NoteRow[] }
  const [counted] = await asking<Record<string, number>>(`
    SELECT count(*) FILTER (WHERE state = 'submitted')::int AS submitted, count(*) FILTER (WHERE state = 'accepted')::int AS accepted,
      count(*) FILTER (WHERE state = 'paused')::int AS paused FROM request`)
  expect(rows[0]).toMatchObject({ words: body.words, shift: 'evening', counts: counted })
  expect(rows[0]?.counts?.open).toBeGreaterThan(0)
})

test('nobody changes a note, not even past the app, and only the command room writes one', async () => {
  for (const sql of [`UPDATE handover_note SET words = 'x'`, 'DELETE FROM handover_note'])
    await expect(withClient(database.urls.owner, (client) => client.query(sql))).rejects.toThrow(
      'append-only',
    )
  const staff = await signedInAs('street-staff')
  const body = { shift: 'day', words: 'x' }
  expect((await staff.call(endpoints.getHandoverNotes)).status).toBe(200)
  expect((await staff.call(endpoints.postHandoverNote, { body })).status).toBe(403)
  expect((await (await signedInAs('captain')).call(endpoints.getHandoverNotes)).status).toBe(403)
})

test('who holds only a part of the street reads the own notes, and no others', async () => {
  await asking(`UPDATE role_grant SET scope_kind = 'community', scope_id = (SELECT id FROM community ORDER BY code LIMIT 1)
    WHERE account_id = (SELECT id FROM account WHERE username = 'dispatcher')`)
  const narrow = await signedInAs('dispatcher')
  await asking(`INSERT INTO handover_note (street_id, id, account_id, author, day, shift, words, counts)
    SELECT street_id, gen_random_uuid(), id, '别人', current_date, 'day', '别处的事', '{}' FROM account WHERE username = 'street-admin'`)
  const { rows } = (await narrow.call(endpoints.getHandoverNotes)).body as { rows: NoteRow[] }
  expect(rows.map(({ words }) => words)).not.toContain('别处的事')
  expect(rows.length).toBeGreaterThan(0)
  const all = (await (await signedInAs('auditor')).call(endpoints.getHandoverNotes)).body as {
    rows: NoteRow[]
  }
  expect(all.rows.map(({ words }) => words)).toContain('别处的事')
})

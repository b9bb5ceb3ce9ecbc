import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BoardRow } from '@/features/sheets/boards/queries'
import type { Page } from '@/server/paging'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import type { TestDatabase } from '../support/database'
import { type Answer, type Caller, openOffice, signedInAs } from '../support/office'

let database: TestDatabase
let staff: Caller
let community: Caller
let captain: Caller
let zoneLead: Caller
let boards: typeof import('@/features/sheets/boards/endpoints')
let printing: typeof import('@/features/sheets/printing/endpoints')

beforeAll(async () => {
  database = await openOffice()
  boards = await import('@/features/sheets/boards/endpoints')
  printing = await import('@/features/sheets/printing/endpoints')
  staff = await signedInAs('street-staff')
  community = await signedInAs('community-staff')
  captain = await signedInAs('captain')
  zoneLead = await signedInAs('zone-lead')
})

afterAll(() => database.drop())

const sql = async (text: string, values: unknown[] = []) =>
  (await withClient(database.urls.app, (client) => client.query(text, values))).rows
const pageOf = ({ body }: Answer) => body as Page<BoardRow>
const list = async (caller: Caller, query: Record<string, string> = {}) =>
  pageOf(await caller.call(boards.getSheets, { query: { size: '100', ...query } }))
const boardOf = async (caller: Caller, boardId: string) =>
  (await caller.call(boards.getSheet, { params: { boardId } })).body as BoardRow
const hang = (caller: Caller, boardId: string, version: number) =>
  caller.call(boards.postSheetHung, { params: { boardId }, body: { version } })
const print = (caller: Caller, query: Record<string, string>) =>
  caller.call(printing.getSheetPrint, { query })

/** A board that the captain looks after, and one of the captain's compound that somebody else does. */
async function ownAndOther() {
  const [own] = (await list(captain)).rows
  if (!own) throw new Error('The captain has no board')
  const other = (await list(staff, { compound: own.compoundId })).rows.find(
    ({ buildingId }) => buildingId !== own.buildingId,
  )
  if (!other) throw new Error('The compound has one building only')
  return { own, other }
}

describe('the list of boards', () => {
  test('shows each role the boards of its scope and counts no others', async () => {
    const [{ count: all }] = await sql('SELECT count(*)::int FROM notice_board')
    expect((await list(staff)).total).toBe(all)
    const own = await list(community)
    expect(new Set(own.rows.map((row) => row.community)).size).toBe(1)
    expect(own.total).toBeLessThan(all)
    const held = await sql(`SELECT count(*)::int FROM stairwell s
      JOIN captain_building cb ON cb.street_id = s.street_id AND cb.building_id = s.building_id
      JOIN captain_appointment a ON a.street_id = cb.street_id AND a.id = cb.appointment_id
      JOIN person p ON p.street_id = a.street_id AND p.id = a.person_id
      JOIN account c ON c.street_id = p.street_id AND c.id = p.account_id WHERE c.username = 'captain'`)
    expect((await list(captain)).total).toBe(held[0]?.count)
    expect(new Set((await list(zoneLead)).rows.map((row) => row.zone)).size).toBe(1)
    const { other } = await ownAndOther()
    expect((await list(captain, { compound: other.compoundId, q: other.code })).total).toBe(0)
  })

  test('pages there and back without losing or repeating a board, and finds by initials and building', async () => {
    const first = await list(staff, { size: '10' })
    const second = await list(staff, { size: '10', cursor: first.next ?? '' })
    const back = await list(staff, { size: '10', cursor: second.previous ?? '' })
    const ids = ({ rows }: Page<BoardRow>) => rows.map(({ id }) => id)
    expect(new Set([...ids(first), ...ids(second)]).size).toBe(20)
    expect(ids(back)).toEqual(ids(first))
    expect(back.previous).toBeNull()
    const last = await list(staff, { size: '10', direction: 'desc' })
    expect(ids(last)).not.toContain(ids(first)[0])
    const found = await list(staff, { q: 'gtxc 3幢' })
    expect(found.total).toBeGreaterThan(0)
    expect(new Set(found.rows.map(({ compound, building }) => `${compound} ${building}`)).size).toBe(1)
    expect(found.rows[0]?.building).toMatch(/^3/)
  })

  test('tells a sheet that hangs from one that a new telephone number has made old, without anybody having opened it', async () => {
    const { own } = await ownAndOther()
    const [point] = await sql(
      `SELECT p.id, c.id AS compound FROM provider p
      JOIN consent k ON k.street_id = p.street_id AND k.provider_id = p.id AND k.withdrawn_at IS NULL
      JOIN compound c ON c.street_id = p.street_id AND abs(c.longitude - p.longitude) < 0.001 AND abs(c.latitude - p.latitude) < 0.001
      WHERE p.category = '水电维修' AND c.id <> $1 ORDER BY p.name LIMIT 1`,
      [own.compoundId],
    )
    const before = (await list(staff, { compound: point.compound })).rows
    expect(before.every(({ state }) => state === 'never')).toBe(true)
    for (const { id, version } of before) expect((await hang(staff, id, version)).status).toBe(201)
    expect((await list(staff, { compound: point.compound, state: 'current' })).total).toBe(before.length)
    await sql(`UPDATE provider SET phone = '0523-80009999' WHERE id = $1`, [point.id])
    const after = (await list(staff, { compound: point.compound })).rows
    for (const row of after) expect(row).toMatchObject({ state: 'outdated', hungVersion: row.version - 1 })
    await sql(`UPDATE provider SET phone = '0523-80008888' WHERE id = $1`, [point.id])
    expect((await list(staff, { compound: point.compound, state: 'outdated' })).total).toBe(before.length)
  })
})

describe('marking as hung', () => {
  test('a captain marks the own building’s board and takes it back, and no other board', async () => {
    const { own, other } = await ownAndOther()
    const marked = await hang(captain, own.id, own.version)
    expect(marked.status).toBe(201)
    expect(await boardOf(captain, own.id)).toMatchObject({ state: 'current', hungVersion: own.version })
    expect((await hang(captain, other.id, other.version)).status).toBe(404)
    expect((await hang(captain, own.id, own.version + 7)).status).toBe(422)
    const { id: hungId } = marked.body as { id: string }
    const undo = (caller: Caller, boardId: string) =>
      caller.call(boards.postSheetHungWithdrawal, { params: { boardId }, body: { hungId } })
    expect((await undo(captain, other.id)).status).toBe(404)
    expect((await undo(captain, own.id)).status).toBe(200)
    expect((await undo(captain, own.id)).status).toBe(404)
    expect(await boardOf(captain, own.id)).toMatchObject({ state: 'never' })
    const kept = await sql('SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id', [own.id])
    expect(kept.map(({ action }) => action)).toEqual(expect.arrayContaining(['board.hang', 'board.unhang']))
  })

  test('a zone lead reads and prints, but marks nothing', async () => {
    const [board] = (await list(zoneLead)).rows
    expect((await hang(zoneLead, board?.id ?? '', 1)).status).toBe(403)
  })

  test('all boards of a compound are marked as they were previewed, and none when a sheet has changed since', async () => {
    const { own } = await ownAndOther()
    const compoundId = own.compoundId
    const preview = async () =>
      (await staff.call(boards.getHangingPreview, { query: { compound: compoundId } })).body as {
        boards: number
        toMark: number
        seen: string
      }
    const mark = (seen: string) => staff.call(boards.postCompoundHung, { body: { compoundId, seen } })
    const first = await preview()
    expect(first.toMark).toBe(first.boards)
    await sql(`UPDATE compound SET name = name || '（东）' WHERE id = $1`, [compoundId])
    expect((await mark(first.seen)).status).toBe(409)
    expect((await list(staff, { compound: compoundId, state: 'current' })).total).toBe(0)
    const answer = await mark((await preview()).seen)
    expect(answer).toMatchObject({ status: 200, body: { marked: first.boards } })
    expect((await list(staff, { compound: compoundId, state: 'current' })).total).toBe(first.boards)
    expect(await preview()).toMatchObject({ toMark: 0 })
  })

  test('a captain whose term ended yesterday neither sees nor marks', async () => {
    const { own } = await ownAndOther()
    const yesterday = new Date(Date.now() - 86_400_000)
    await sql(
      `UPDATE captain_appointment SET ends_on = $1 WHERE person_id =
        (SELECT p.id FROM person p JOIN account a ON a.street_id = p.street_id AND a.id = p.account_id WHERE a.username = 'captain')`,
      [yesterday],
    )
    expect((await hang(captain, own.id, own.version)).status).toBe(403)
    expect((await captain.call(boards.getSheets)).status).toBe(403)
    await sql('UPDATE captain_appointment SET ends_on = NULL WHERE ends_on = $1::date', [yesterday])
    expect((await list(captain)).total).toBeGreaterThan(0)
  })
})

describe('a renewed code', () => {
  test('leads to the board at once, and the old one is gone', async () => {
    const { boardDocument } = await import('@/features/sheets/endpoints')
    const { renderSheet } = await import('@/features/sheets/document')
    const open = async (code: string) =>
      boardDocument(renderSheet)(new Request(`http://localhost:3000/b/${code}`), {
        params: Promise.resolve({ code }),
      })
    const [board] = (await list(community)).rows
    if (!board) throw new Error('The community has no board')
    const renew = (caller: Caller, code: string) =>
      caller.call(boards.postSheetRenewal, { params: { boardId: board.id }, body: { code } })
    expect((await open(board.code)).status).toBe(200)
    expect((await renew(captain, board.code)).status).toBe(403)
    const answer = await renew(community, board.code)
    const { code } = answer.body as { code: string }
    expect(code).not.toBe(board.code)
    const gone = await open(board.code)
    expect(gone.status).toBe(404)
    expect(await gone.text()).toContain('这个二维码已停用')
    expect((await open(code)).status).toBe(200)
    expect((await renew(community, board.code)).status).toBe(409)
    const renewed = await boardOf(community, board.id)
    expect(renewed.version).toBeGreaterThan(board.version)
  })

  test('is for community staff to give in their own community only', async () => {
    const mine = (await list(community)).rows[0]?.community
    const foreign = (await list(staff)).rows.find((row) => row.community !== mine)
    const answer = await community.call(boards.postSheetRenewal, {
      params: { boardId: foreign?.id ?? '' },
      body: { code: foreign?.code },
    })
    expect(answer.status).toBe(404)
  })
})

describe('a print job', () => {
  test('holds the boards of the place within the scope, under the sheets’ own policy', async () => {
    const { own, other } = await ownAndOther()
    const count = (await list(staff, { compound: own.compoundId })).total
    const handler = await print(staff, { compound: own.compoundId })
    expect(handler.status).toBe(200)
    expect(handler.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(handler.headers.get('content-disposition')).toMatch(/^inline/)
    expect(count).toBeGreaterThan(1)
    expect((await print(captain, { building: other.buildingId })).status).toBe(404)
    expect((await print(captain, { building: own.buildingId })).status).toBe(200)
    expect((await print(staff, {})).status).toBe(400)
    expect((await print(staff, { compound: own.compoundId, building: own.buildingId })).status).toBe(400)
  })

  test('of more than 400 sheets is refused', async () => {
    const { own } = await ownAndOther()
    await sql(`INSERT INTO zone_compound (street_id, compound_id, zone_id)
      SELECT c.street_id, c.id, (SELECT id FROM zone z WHERE z.street_id = c.street_id ORDER BY id LIMIT 1) FROM compound c
      ON CONFLICT (street_id, compound_id) DO UPDATE SET zone_id = EXCLUDED.zone_id`)
    const zone = (await sql('SELECT id FROM zone ORDER BY id LIMIT 1'))[0]?.id
    expect((await print(staff, { zone })).status).toBe(413)
    expect((await print(staff, { compound: own.compoundId })).status).toBe(200)
  })
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { undoImport } from '@/features/imports/undoing/commands'
import { JOURNALLED, rowName, TABLE_NAMES } from '@/features/imports/write/journal/rules'
import type { Act } from '@/server/act'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import { street, type TestDatabase } from '../support/database'
import { openOffice } from '../support/office'
import { textOf } from '../support/registers/workbook'

const registers = path.resolve(import.meta.dirname, '../../demo/luotang')
const LUOTANG = ['--code', '321204001', '--name', '罗塘街道', '--json']
const BLANK = ['--code', '320999002', '--name', '柳溪街道', '--json']

let database: TestDatabase

beforeAll(async () => {
  database = await openOffice()
})
afterAll(() => database.drop())

const query = async (sql: string) =>
  (await withClient(database.urls.owner, (client) => client.query(sql))).rows

type Rows = Record<string, (string | number | null)[][]>
type Told = { accepted: Record<string, number>; rejected: { row: number; reason: string }[] }

/** Brings tables in by the office's command line, each as a file of its own. */
async function bringIn(files: Rows, which = BLANK): Promise<Told> {
  const folder = await mkdtemp(path.join(tmpdir(), 'linzhi-import-'))
  try {
    for (const [name, rows] of Object.entries(files))
      await writeFile(path.join(folder, `${name}.csv`), textOf(rows))
    return JSON.parse(await street(database.urls.app, ['import', folder, ...which]))
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Every row of the registers; without versions, which never come twice. */
async function dump(): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {}
  for (const table of TABLE_NAMES)
    tables[table] = await query(
      `SELECT to_jsonb(t) - 'version' AS row FROM ${table} t ORDER BY t.street_id, ${rowName(table, 't')}`,
    )
  return tables
}

const lastImport = async (): Promise<{ id: string; street_id: string; changes: number }> => {
  const [row] = await query(`
    SELECT i.id, i.street_id, (SELECT count(*)::int FROM import_change c WHERE c.import_id = i.id) AS changes
    FROM import i ORDER BY i.id DESC LIMIT 1`)
  return row
}

/** Undoes an import, the newest unless another is named. */
async function undo({ id, now = new Date() }: { id?: string; now?: Date } = {}) {
  const { db } = await import('@/server/db')
  const last = await lastImport()
  const grants = [{ role: 'street_admin', scope: { kind: 'street' } }]
  const principal = { streetId: last.street_id, accountId: null, name: '测试', grants, mustSetUpTotp: false }
  return db().$transaction(
    (tx) => undoImport({ tx, principal, now, requestId: 'test' } as unknown as Act, id ?? last.id),
    { timeout: 60_000 },
  )
}

const PLACES: Rows = {
  places: [
    ['小区名称', '所属社区', '户数', '建成年份'],
    ['金桂苑', '柳溪社区', 96, 2003],
    ['东风一村', '柳溪社区', 120, 1998],
  ],
  buildings: [
    ['小区名称', '楼栋号', '单元数', '层数'],
    ['金桂苑', '1幢', 2, 6],
    ['金桂苑', '2幢', 2, 6],
    ['东风一村', '1幢', 3, 5],
  ],
  captains: [
    ['楼栋长姓名', '联系电话', '小区', '负责楼栋', '任职时间'],
    ['何晶', '13900000024', '金桂苑', '1、2幢', '2019-03'],
    ['吴敏', '13900000026', '东风一村', '1幢', '2019-03'],
  ],
}

describe('the same files again', () => {
  test('change no row, raise no version and leave nothing to undo', async () => {
    const versions = () =>
      query(`SELECT (SELECT sum(version) FROM person) + (SELECT sum(version) FROM building)
        + (SELECT sum(version) FROM questionnaire) + (SELECT sum(version) FROM captain_appointment) AS versions`)
    const [before, counted] = [await dump(), await versions()]
    await street(database.urls.app, ['import', registers, ...LUOTANG])
    expect((await lastImport()).changes).toBe(0)
    expect(await versions()).toEqual(counted)
    expect(await dump()).toEqual(before)
  })
})

describe('a later file', () => {
  test('changes what differs, and no more', async () => {
    await bringIn(PLACES)
    await bringIn({
      places: [
        ['小区名称', '所属社区', '户数'],
        ['金桂苑', '柳溪社区', 98],
        ['东风一村', '柳溪社区', 120],
      ],
    })
    expect(
      await query(
        "SELECT name, household_count, built_year, version FROM compound WHERE name IN ('金桂苑', '东风一村') ORDER BY name",
      ),
    ).toEqual(
      expect.arrayContaining([
        { name: '金桂苑', household_count: 98, built_year: 2003, version: 2 },
        { name: '东风一村', household_count: 120, built_year: 1998, version: 1 },
      ]),
    )
    expect((await lastImport()).changes).toBe(1)
  })

  test('gives a building another captain from the day after the last one’s term, and the first keeps the other building', async () => {
    const before = await dump()
    const { accepted } = await bringIn({
      captains: [
        ['楼栋长姓名', '联系电话', '小区', '负责楼栋', '任职时间'],
        ['胡兵', '13900000025', '金桂苑', '2幢', '2021-05'],
      ],
    })
    expect(accepted).toMatchObject({ captains: 3, buildingsWithoutCaptain: 0 })
    const terms = await query(`
      SELECT p.name, b.number, cb.starts_on::text, cb.ends_on::text, a.ends_on::text AS over FROM captain_building cb
      JOIN building b ON b.id = cb.building_id JOIN compound c ON c.id = b.compound_id
      JOIN captain_appointment a ON a.id = cb.appointment_id JOIN person p ON p.id = a.person_id
      WHERE c.name = '金桂苑' ORDER BY b.number, cb.starts_on`)
    expect(terms).toEqual([
      { name: '何晶', number: '1', starts_on: '2019-03-01', ends_on: null, over: null },
      { name: '何晶', number: '2', starts_on: '2019-03-01', ends_on: '2021-04-30', over: null },
      { name: '胡兵', number: '2', starts_on: '2021-05-01', ends_on: null, over: null },
    ])
    expect((await undo()).ok).toBe(true)
    expect(await dump()).toEqual(before)
  })

  test('that names another captain without a later day ends the first one’s appointment yesterday', async () => {
    const succession: Rows = {
      captains: [
        ['楼栋长姓名', '联系电话', '小区', '负责楼栋', '任职时间'],
        ['胡兵', '13900000025', '东风一村', '1幢', '2019-03'],
      ],
    }
    expect((await bringIn(succession)).accepted).toMatchObject({ captains: 2, buildingsWithoutCaptain: 0 })
    const ended = await query(`
      SELECT a.ends_on = (now() AT TIME ZONE 'Asia/Shanghai')::date - 1 AS yesterday FROM captain_appointment a
      JOIN person p ON p.id = a.person_id WHERE p.phone = '13900000026'`)
    expect(ended).toEqual([{ yesterday: true }])
    await bringIn(succession)
    expect((await lastImport()).changes).toBe(0)
  })
})

test('a person under another number at the same place keeps the record, and the consent for the old number ends', async () => {
  await query(`
    INSERT INTO consent (street_id, id, person_id, purpose, text_version, given_on, source)
    SELECT street_id, gen_random_uuid(), id, 'sheet', 'x', '2021-11-01', 'x' FROM person WHERE phone = '13900000024'`)
  const before = await dump()
  await bringIn({
    captains: [
      ['楼栋长姓名', '联系电话', '小区', '负责楼栋', '任职时间'],
      ['何晶', '13900000099', '金桂苑', '1、2幢', '2019-03'],
    ],
  })
  const rows = await query(`
    SELECT p.phone, c.withdrawn_at IS NOT NULL AS withdrawn, a.search LIKE '%0099%' AS found FROM person p
    JOIN consent c ON c.person_id = p.id JOIN captain_appointment a ON a.person_id = p.id WHERE p.name = '何晶'`)
  expect(rows).toEqual([{ phone: '13900000099', withdrawn: true, found: true }])
  expect((await undo()).ok).toBe(true)
  expect(await dump()).toEqual(before)
})

describe('undoing', () => {
  test('a whole street leaves not a row of it', async () => {
    const before = await dump()
    await street(database.urls.app, [
      'import',
      registers,
      '--code',
      '321204002',
      '--name',
      '另一街道',
      '--json',
    ])
    const started = performance.now()
    expect(await undo()).toEqual({ ok: true, value: null })
    expect(performance.now() - started).toBeLessThan(15_000)
    expect(await dump()).toEqual(before)
  })

  test('is refused by name once a record of it was changed or is used, and takes nothing back', async () => {
    await bringIn({
      places: [
        ['小区名称', '所属社区', '户数'],
        ['新苑', '柳溪社区', 12],
        ['北苑', '柳溪社区', 20],
      ],
    })
    const { id } = await lastImport()
    await query("UPDATE compound SET household_count = 13, version = version + 1 WHERE name = '新苑'")
    await bringIn({
      buildings: [
        ['小区名称', '楼栋号', '单元数'],
        ['北苑', '1幢', 1],
      ],
    })
    const before = await dump()
    expect(await undo({ id })).toEqual({
      ok: false,
      refusal: 'not-undoable',
      fields: { records: '新苑、北苑' },
    })
    expect(await dump()).toEqual(before)
    expect((await undo()).ok).toBe(true)
  })

  test('is over after 24 hours', async () => {
    await bringIn({
      places: [
        ['小区名称', '所属社区', '户数'],
        ['南苑', '柳溪社区', 12],
      ],
    })
    expect(await undo({ now: new Date(Date.now() + 25 * 3_600_000) })).toMatchObject({
      refusal: 'undo-expired',
    })
  })
})

test('every table that registers fill is in the journal, under its primary key', async () => {
  for (const [table, columns] of Object.entries(JOURNALLED)) {
    const [row] = await query(`
      SELECT array_agg(a.attname::text ORDER BY k.place) AS key FROM pg_constraint c
      CROSS JOIN unnest(c.conkey) WITH ORDINALITY k(number, place)
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number
      WHERE c.contype = 'p' AND c.conrelid = 'public.${table}'::regclass`)
    expect(row.key.filter((column: string) => column !== 'street_id')).toEqual(columns)
  }
})

import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as imports from '@/features/imports/endpoints'
import { readImport, writeImport } from '@/features/imports/jobs'
import { sweepImports } from '@/features/imports/sweeping/commands'
import { db } from '@/server/db'
import { getJob, postJobCancel } from '@/server/job-runs'
import { stayAlive } from '@/server/jobs'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import { street, type TestDatabase } from '../support/database'
import { type Caller, openOffice, signedInAs } from '../support/office'
import { tallWorkbook, zipBomb } from '../support/registers/broken-files'
import { textOf } from '../support/registers/workbook'

let database: TestDatabase
let staff: Caller

beforeAll(async () => {
  database = await openOffice()
  staff = await signedInAs('street-staff')
})
afterAll(() => database.drop())

const query = async (sql: string, values: unknown[] = []) =>
  (await withClient(database.urls.owner, (client) => client.query(sql, values))).rows

type Files = Record<string, Uint8Array>
type Detail = {
  id: string
  state: string
  version: number
  failure: { code: string } | null
  preview: {
    counts: Record<string, { add: number; update: number; same: number }>
    records: Record<string, { label: string; fields: unknown[] }[]>
    files: {
      refused?: { code: string }
      sheets: {
        refused?: { code: string }
        tables: { columns: { key: string; state: string; samples: string[] }[] }[]
      }[]
    }[]
  }
}

const csv = (rows: (string | number | null)[][]) => Buffer.from(textOf(rows))

async function received(files: Files, caller = staff): Promise<string> {
  const opened = await caller.call(imports.postImport, { body: {} })
  const { id } = opened.body as { id: string }
  for (const [name, bytes] of Object.entries(files)) {
    const answer = await caller.call(imports.postImportFile, { params: { id }, query: { name }, bytes })
    expect(answer.status).toBe(201)
  }
  return id
}

const detail = async (id: string): Promise<Detail> =>
  (await staff.call(imports.getImport, { params: { id } })).body as Detail

const payloadOf = async (id: string, runId: string) => {
  const [row] = await query('SELECT street_id FROM import WHERE id = $1', [id])
  return { streetId: row.street_id as string, runId, importId: id }
}

async function read(id: string): Promise<Detail> {
  const { body } = await staff.call(imports.postImportReading, { params: { id }, body: {} })
  await readImport(await payloadOf(id, (body as { runId: string }).runId), { last: true })
  return detail(id)
}

async function started(id: string): Promise<Awaited<ReturnType<typeof payloadOf>>> {
  const { version } = await detail(id)
  const answer = await staff.call(imports.postImportStart, { params: { id }, body: { version } })
  expect(answer.status).toBe(202)
  return payloadOf(id, (answer.body as { runId: string }).runId)
}

const COMPOUNDS = [
  ['小区名称', '所属社区', '户数', '联系电话'],
  ['试验新苑', '古田社区', 12, '13912345678'],
  ['试验北苑', '古田社区', '约三百', '13912345679'],
]
const countTrials = async () =>
  Number((await query("SELECT count(*) FROM compound WHERE name LIKE '试验%' AND ended_at IS NULL"))[0].count)

test('an import is read, shown with masked numbers, written, given back what was refused, and undone', async () => {
  const id = await received({ 'a.csv': csv(COMPOUNDS) })
  const { state, preview } = await read(id)
  expect(state).toBe('mapped')
  expect(preview.counts.compounds).toEqual({ add: 1, update: 0, same: 0 })
  expect(JSON.stringify(preview)).not.toContain('13912345678')
  expect(await countTrials()).toBe(0)
  const payload = await started(id)
  await writeImport(payload, { last: true })
  expect(await detail(id)).toMatchObject({ state: 'done', _count: { rejections: 1 } })
  expect(await countTrials()).toBe(1)
  const job = await staff.call(getJob, { params: { id: payload.runId } })
  expect(job.body).toMatchObject({ state: 'done', kind: 'import-write' })
  const back = await staff.call(imports.postRejectionsExport, { params: { id } })
  expect(back.status).toBe(200)
  expect((await staff.call(imports.postImportUndo, { params: { id }, body: {} })).status).toBe(200)
  expect(await countTrials()).toBe(0)
  const actions = await query('SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY id', [id])
  expect(actions.map(({ action }) => action)).toEqual([
    'import.start',
    'import.finish',
    'import.rejections',
    'import.undo',
  ])
})

test('headings that nobody knows are mapped by hand, and the next file of the street is understood', async () => {
  const odd = csv([
    ['甲栏', '乙栏', '丙栏'],
    ['试验东苑', '古田', 12],
  ])
  const id = await received({ 'odd.csv': odd })
  const { version, preview } = await read(id)
  const columns = preview.files[0]?.sheets[0]?.tables[0]?.columns ?? []
  expect(columns.map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown'])
  const fields = ['name', 'community', 'householdCount']
  const sheet = {
    file: 'odd.csv',
    sheet: 'odd',
    kind: 'compounds',
    columns: columns.map(({ key }, place) => ({ key, field: fields[place] })),
  }
  const answer = await staff.call(imports.postImportMapping, {
    params: { id },
    body: { version, sheets: [sheet] },
  })
  expect(answer.status).toBe(202)
  await readImport(await payloadOf(id, (answer.body as { runId: string }).runId), { last: true })
  expect((await detail(id)).preview.counts.compounds?.add).toBe(1)
  const next = await read(await received({ 'next.csv': odd }))
  expect(next.preview.counts.compounds?.add).toBe(1)
  const strange = { ...sheet, columns: [{ key: '甲栏', field: 'monthlyFen' }] }
  const refused = await staff.call(imports.postImportMapping, {
    params: { id: next.id },
    body: { version: next.version, sheets: [strange] },
  })
  expect(refused.status).toBe(422)
})

test('the demo street’s own files, read again, change nothing and say so', async () => {
  const folder = 'demo/luotang/'
  const id = await received({ '01-小区台账.xlsx': readFileSync(`${folder}01-小区台账.xlsx`) })
  const { preview } = await read(id)
  expect(preview.counts.compounds).toEqual({ add: 0, update: 0, same: 81 })
})

describe('what must not happen', () => {
  test('a cancelled import leaves nothing', async () => {
    const id = await received({ 'a.csv': csv(COMPOUNDS) })
    await read(id)
    const payload = await started(id)
    expect((await staff.call(postJobCancel, { params: { id: payload.runId } })).status).toBe(200)
    await writeImport(payload, { last: true })
    expect((await detail(id)).state).toBe('cancelled')
    expect(await countTrials()).toBe(0)
    expect((await staff.call(postJobCancel, { params: { id: payload.runId } })).status).toBe(409)
  })

  test('a worker killed in the middle leaves nothing, the run after it completes, and another one adds nothing', async () => {
    const id = await received({ 'a.csv': csv(COMPOUNDS) })
    await read(id)
    const payload = await started(id)
    const spy = vi.spyOn(await import('@/server/jobs').then(({ Run }) => Run.prototype), 'reach')
    spy.mockImplementation(async (step) => {
      if (step === 'journal')
        await withClient(database.urls.superuser, (client) =>
          client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
            WHERE datname = current_database() AND state = 'idle in transaction'`),
        )
      return false
    })
    await expect(writeImport(payload, { last: false })).rejects.toThrow()
    spy.mockRestore()
    expect(await countTrials()).toBe(0)
    expect((await detail(id)).state).toBe('writing')
    await writeImport(payload, { last: true })
    expect(await countTrials()).toBe(1)
    await writeImport(payload, { last: true })
    expect((await detail(id)).state).toBe('done')
    expect(await countTrials()).toBe(1)
    expect((await staff.call(imports.postImportUndo, { params: { id }, body: {} })).status).toBe(200)
  })

  test('two imports of a street are not written at once', async () => {
    const [one, other] = [
      await received({ 'a.csv': csv(COMPOUNDS) }),
      await received({ 'a.csv': csv(COMPOUNDS) }),
    ]
    await read(one)
    await read(other)
    const payload = await started(one)
    const { version } = await detail(other)
    const answer = await staff.call(imports.postImportStart, { params: { id: other }, body: { version } })
    expect(answer).toMatchObject({ status: 409, body: { code: 'import-running' } })
    const lock = "SELECT pg_advisory_xact_lock(hashtext('import'), hashtext('321204001'))"
    await withClient(database.urls.owner, async (client) => {
      await client.query('BEGIN')
      await client.query(lock)
      await writeImport(payload, { last: true })
      await client.query('COMMIT')
    })
    expect(await detail(one)).toMatchObject({ state: 'failed', failure: { code: 'import-running' } })
    expect(await countTrials()).toBe(0)
  })

  test('another street’s import is not there, for its own staff’s counterpart here', async () => {
    await street(database.urls.app, ['import', 'demo/luotang', '--code', '321204003', '--name', '别街道'])
    const [{ id }] = await query(
      "SELECT i.id FROM import i JOIN street s ON s.id = i.street_id WHERE s.code = '321204003'",
    )
    for (const [operation, asked] of [
      [imports.getImport, {}],
      [imports.postImportFile, { query: { name: 'a.csv' }, bytes: csv(COMPOUNDS) }],
      [imports.postImportReading, { body: {} }],
      [imports.postImportUndo, { body: {} }],
      [imports.postRejectionsExport, {}],
    ] as const)
      expect((await staff.call(operation, { params: { id }, ...asked })).status).toBe(404)
  })
})

describe('beyond the limits', () => {
  test('a file is refused in words before anything is unpacked, and the others go on', async () => {
    const id = await received({
      'bomb.xlsx': zipBomb(400),
      'tall.xlsx': tallWorkbook(200_001),
      'good.csv': csv(COMPOUNDS),
    })
    const { state, preview } = await read(id)
    expect(state).toBe('mapped')
    expect(preview.files.map(({ refused }) => refused?.code)).toEqual([
      'file-unpacks-too-large',
      undefined,
      'too-many-rows',
    ])
  })

  test('an upload over the limit is cut off with 413, and one without bytes is no file', async () => {
    const opened = await staff.call(imports.postImport, { body: {} })
    const { id } = opened.body as { id: string }
    const huge = await staff.call(imports.postImportFile, {
      params: { id },
      query: { name: 'a.csv' },
      headers: { 'content-length': '60000001' },
      bytes: new Uint8Array(1),
    })
    expect(huge.status).toBe(413)
    const empty = await staff.call(imports.postImportFile, { params: { id }, query: { name: 'a.csv' } })
    expect(empty.status).toBe(422)
  })
})

test('after a day the files and the journal are gone, and what was refused is still known', async () => {
  const id = await received({ 'a.csv': csv(COMPOUNDS) })
  await read(id)
  await writeImport(await started(id), { last: true })
  await sweepImports(db(), new Date(Date.now() + 25 * 3_600_000))
  const [row] = await query(
    `SELECT (SELECT count(*)::int FROM import_change c WHERE c.import_id = i.id) AS changes,
      (SELECT count(bytes)::int FROM import_file f WHERE f.import_id = i.id) AS kept,
      (SELECT count(*)::int FROM import_rejection r WHERE r.import_id = i.id) AS rejected FROM import i WHERE id = $1`,
    [id],
  )
  expect(row).toEqual({ changes: 0, kept: 0, rejected: 1 })
})

test('a worker that starts alone frees what a killed one had begun', async () => {
  await query("SELECT graphile_worker.add_job('sweep')")
  await query("UPDATE graphile_worker._private_jobs SET locked_by = 'gone', locked_at = now()")
  const { pool } = await import('@/server/db')
  const alive = await stayAlive(pool())
  const [{ locked }] = await query('SELECT count(locked_by)::int AS locked FROM graphile_worker.jobs')
  expect(locked).toBe(0)
  await query("UPDATE graphile_worker._private_jobs SET locked_by = 'here', locked_at = now()")
  const second = await stayAlive(pool())
  const [{ locked: still }] = await query('SELECT count(locked_by)::int AS locked FROM graphile_worker.jobs')
  expect(still).toBeGreaterThan(0)
  alive.release()
  second.release()
})

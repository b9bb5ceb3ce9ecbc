import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../scripts/lib/postgres-roles.mjs'
import { createDemoDatabase, createTestDatabase, street, type TestDatabase } from '../support/database'

let folder: string
let file: string
let demo: TestDatabase
const opened: TestDatabase[] = []

const run = (database: TestDatabase, args: string[], more: Record<string, string> = {}) =>
  street(database.urls.app, args, { DATABASE_OWNER_URL: database.urls.owner, ...more })

/** What a command prints when it fails, and the code it ends with. */
async function failing(database: TestDatabase, args: string[], more: Record<string, string> = {}) {
  const fault = await run(database, args, more).then(
    () => {
      throw new Error(`${args.join(' ')} did not fail`)
    },
    (error: { code: number; stderr: string; stdout: string }) => error,
  )
  return { code: fault.code, words: fault.stderr, out: fault.stdout }
}

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase()
  opened.push(database)
  return database
}

const asOwner = async (database: TestDatabase, sql: string) =>
  (await withClient(database.urls.superuser, (client) => client.query(sql))).rows

const stats = (database: TestDatabase) => run(database, ['stats', '--code', '321204001', '--json'])

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'linzhi-backup-'))
  file = path.join(folder, 'street.backup')
  demo = await createDemoDatabase()
  opened.push(demo)
  await asOwner(
    demo,
    `INSERT INTO import_heading (street_id, kind, heading, field)
     SELECT id, 'odd', E'back\\\\slash\\ttab\\nline \\\\. 你好 😀', '\\.' FROM street;
     INSERT INTO audit_entry (street_id, id, at, actor, action, outcome, reason, request_id)
       SELECT s.id, gen_random_uuid(), now(), 'x', 'x', 'done', repeat(md5(n::text), 1 + n % 40), n::text
       FROM street s, generate_series(1, 30000) n;
     SELECT graphile_worker.add_job('sweep', '{"a":"\\n"}', run_at := '2030-01-01')`,
  )
  await run(demo, ['backup', file])
})

afterAll(async () => {
  for (const database of opened) await database.drop()
  await rm(folder, { recursive: true, force: true })
})

test('what was backed up comes back to the row, and the database verifies', async () => {
  const target = await emptyDatabase()
  const restored = JSON.parse(await run(target, ['restore', file, '--json']))
  expect(restored).toMatchObject({ lostSecondFactors: 0 })
  expect(await stats(target)).toBe(await stats(demo))
  const contents = async (database: TestDatabase) => {
    const tables = (await asOwner(
      database,
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
         AND relname NOT IN ('_prisma_migrations', 'rate_limit') ORDER BY 1`,
    )) as { name: string }[]
    const parts = tables.map(
      ({ name }) =>
        `SELECT '${name}' AS name, count(*)::int AS rows, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text COLLATE "C"), '')) AS sum FROM "${name}" t`,
    )
    return asOwner(database, `${parts.join(' UNION ALL ')} ORDER BY name`)
  }
  expect(await contents(target)).toEqual(await contents(demo))
  const shape = `SELECT conrelid::regclass::text AS t, conname AS n, pg_get_constraintdef(oid) AS d, convalidated AS v
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`
  expect(await asOwner(target, shape)).toEqual(await asOwner(demo, shape))
  expect(await asOwner(target, 'SELECT task_identifier, key FROM graphile_worker.jobs')).toEqual([
    { task_identifier: 'sweep', key: null },
  ])
  expect(JSON.parse(await run(target, ['verify', '--json']))).toMatchObject({ ok: true, faults: [] })
  await expect(
    withClient(target.urls.owner, (client) => client.query("UPDATE audit_entry SET actor = 'x'")),
  ).rejects.toThrow('append-only')
})

test('photos are in the backup and come back byte for byte, and one that is gone is found by verify', async () => {
  const name = `${'ab'.repeat(16)}.jpg`
  const photo = Buffer.from([0xff, 0xd8, 0, 10, 13, 92, 46, 10, 255])
  const place = (home: string) => path.join(folder, home, 'files', 'ab', name)
  await mkdir(path.dirname(place('old')), { recursive: true })
  await writeFile(place('old'), photo)
  await writeFile(path.join(folder, 'old', 'files', 'ab', 'note.txt'), 'not ours')
  const own = path.join(folder, 'with-photo')
  const kept = await run(demo, ['backup', own, '--json'], { DATA_DIR: path.join(folder, 'old') })
  expect(JSON.parse(kept)).toMatchObject({ files: 1 })
  const target = await emptyDatabase()
  const there = { DATA_DIR: path.join(folder, 'new') }
  expect(JSON.parse(await run(target, ['restore', own, '--json'], there))).toMatchObject({ files: 1 })
  expect(await readFile(place('new'))).toEqual(photo)
  await asOwner(
    target,
    `INSERT INTO request_photo (street_id, id, owner_hash, file, width, height, size)
     SELECT id, gen_random_uuid(), 'x', unnest(ARRAY['${name}', '${'cd'.repeat(16)}.jpg']), 1, 1, 9 FROM street`,
  )
  const { out } = await failing(target, ['verify', '--json'], there)
  expect(JSON.parse(out).faults).toEqual([{ check: 'files', what: `${'cd'.repeat(16)}.jpg` }])
})

test('a database that holds anything takes no backup in, and stays as it is', async () => {
  const before = await stats(demo)
  const refused = await failing(demo, ['restore', file])
  expect(refused).toMatchObject({ code: 1, words: expect.stringContaining('数据库不是空的') })
  expect(await stats(demo)).toBe(before)
})

test('a file cut short, with a byte turned, a row changed, or of another kind is refused whole', async () => {
  const target = await emptyDatabase()
  const bytes = await readFile(file)
  const text = gunzipSync(bytes)
  const turned = Buffer.from(bytes)
  turned[Math.floor(bytes.length / 2)] = (turned[Math.floor(bytes.length / 2)] ?? 0) ^ 0xff
  const name = Buffer.from('古田新村')
  const changed = Buffer.from(text)
  changed.write('古田旧村', text.indexOf(name))
  const withoutSeal = text.subarray(0, text.lastIndexOf('\n', text.length - 2) + 1)
  const damaged: Record<string, Buffer> = {
    short: bytes.subarray(0, bytes.length - 2_000),
    turned,
    changed: gzipSync(changed),
    withoutSeal: gzipSync(withoutSeal),
    twice: gzipSync(Buffer.concat([text, text])),
    text: Buffer.from('not a backup'),
    empty: Buffer.alloc(0),
  }
  for (const [kind, content] of Object.entries(damaged)) {
    const own = path.join(folder, kind)
    await writeFile(own, content)
    const refused = await failing(target, ['restore', own])
    expect(refused, kind).toMatchObject({ code: 1, words: expect.stringContaining('不完整或被改动') })
  }
  expect(await failing(target, ['restore', path.join(folder, 'nowhere')])).toMatchObject({
    words: expect.stringContaining('没有这个文件'),
  })
  expect(await asOwner(target, 'SELECT count(*)::int AS count FROM street')).toEqual([{ count: 0 }])
  expect(JSON.parse(await run(target, ['verify', '--json']))).toMatchObject({ ok: true })
})

test('a backup of a newer schema, and a role that does not own the tables, are refused in words', async () => {
  const target = await emptyDatabase()
  const lines = gunzipSync(await readFile(file))
    .toString('latin1')
    .split('\n')
  const manifest = JSON.parse(lines[0] ?? '')
  lines[0] = JSON.stringify({ ...manifest, migrations: [...manifest.migrations, '20990101000000_later'] })
  const newer = path.join(folder, 'newer')
  await writeFile(newer, gzipSync(Buffer.from(lines.join('\n'), 'latin1')))
  expect(await failing(target, ['restore', newer])).toMatchObject({
    words: expect.stringContaining('更新的版本'),
  })
  expect(await failing(target, ['restore', file], { DATABASE_OWNER_URL: '' })).toMatchObject({
    words: expect.stringContaining('DATABASE_OWNER_URL'),
  })
})

test('another secret is named, since it does not open the second factors that were sealed', async () => {
  const own = path.join(folder, 'sealed')
  await asOwner(demo, "UPDATE account SET totp_secret = 'sealed' WHERE username = 'dispatcher'")
  await run(demo, ['backup', own])
  const target = await emptyDatabase()
  const answer = await run(target, ['restore', own, '--json'], { NEXTAUTH_SECRET: 'y'.repeat(32) })
  expect(JSON.parse(answer)).toMatchObject({ lostSecondFactors: 1 })
})

test('verify names a lost reference, a trigger that is off, a rewritten time and a privilege too many', async () => {
  const broken = await createDemoDatabase()
  opened.push(broken)
  await asOwner(
    broken,
    `SET session_replication_role = replica;
     DELETE FROM stairwell WHERE id = (SELECT stairwell_id FROM notice_board LIMIT 1);
     INSERT INTO audit_entry (street_id, id, at, actor, action, outcome, request_id)
       SELECT id, '01990000-0000-7000-8000-000000000001', now(), 'x', 'x', 'done', 'x' FROM street;
     SET session_replication_role = origin;
     ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only;
     GRANT UPDATE ON audit_entry TO linzhi_app;
     UPDATE role_grant SET starts_on = '2020-01-01', ends_on = '2020-01-02' WHERE role = 'street_admin';
     UPDATE _prisma_migrations SET checksum = 'x'`,
  )
  const { code, out } = await failing(broken, ['verify', '--json'])
  expect(code).toBe(1)
  const { ok, faults } = JSON.parse(out) as { ok: boolean; faults: { check: string }[] }
  expect(ok).toBe(false)
  expect([...new Set(faults.map(({ check }) => check))].sort()).toEqual([
    'administrators',
    'append-only',
    'audit-times',
    'migrations',
    'references',
    'triggers',
  ])
})

test('create-admin sets up a street in an empty database, prints one link, and takes no name twice', async () => {
  const target = await emptyDatabase()
  const args = ['create-admin', '--code', '321204001', '--username', 'wang.wei', '--json']
  expect(await failing(target, args)).toMatchObject({ words: expect.stringContaining('没有这个街道') })
  const answer = JSON.parse(await run(target, [...args, '--street-name', '罗塘街道', '--name', '王伟']))
  expect(answer.link).toMatch(/\/invitation\/[A-Za-z0-9_-]{43}$/)
  expect(await asOwner(target, 'SELECT username, display_name, password_hash FROM account')).toEqual([
    { username: 'wang.wei', display_name: '王伟', password_hash: null },
  ])
  expect(await failing(target, args)).toMatchObject({ code: 1, words: expect.stringContaining('已有人用') })
  expect(JSON.parse(await run(target, ['verify', '--json']))).toMatchObject({ ok: true })
})

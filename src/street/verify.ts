import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { env } from '@/env'
import { keptNames } from '@/server/files'
import { tablesOf } from './catalogue'
import { withOwner } from './connection'

export type Fault = { check: string; what: string }
export type Verified = { faults: Fault[]; counts: Record<string, number> }

/** The command line is bundled into a folder of its own beside this one. */
const PRISMA = path.resolve(import.meta.dirname, '..', 'prisma')

type Check = { name: string; find: (client: pg.Client) => Promise<string[]> }

/** A check whose query answers one text per fault. */
const asking = (name: string, sql: string): Check => ({
  name,
  find: async (client) => (await client.query<{ what: string }>(sql)).rows.map(({ what }) => what),
})

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

async function migrationsDiffer(client: pg.Client): Promise<string[]> {
  const folder = path.join(PRISMA, 'migrations')
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const wanted = await Promise.all(
    names.map(async ({ name }): Promise<[string, string]> => {
      return [name, sha256(await readFile(path.join(folder, name, 'migration.sql'), 'utf8'))]
    }),
  )
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  )
  const applied = new Map(rows.map(({ name, checksum }) => [name, checksum]))
  const known = new Set(wanted.map(([name]) => name))
  return [
    ...wanted.filter(([name]) => !applied.has(name)).map(([name]) => `未执行 not applied: ${name}`),
    ...wanted
      .filter(([name, sum]) => applied.has(name) && applied.get(name) !== sum)
      .map(([name]) => `内容已改 changed since: ${name}`),
    ...[...applied.keys()].filter((name) => !known.has(name)).map((name) => `本程序不认识 unknown: ${name}`),
  ]
}

async function canBeRewritten(client: pg.Client): Promise<string[]> {
  const tables: string[] = JSON.parse(await readFile(path.join(PRISMA, 'append-only.json'), 'utf8'))
  const app = decodeURIComponent(new URL(env().DATABASE_URL).username)
  const { rows } = await client.query<{ what: string }>(
    `SELECT t.name || ': 没有防改触发器 no trigger against changes' AS what
     FROM unnest($1::text[]) t(name)
     WHERE NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = to_regclass('public.' || t.name)
       AND NOT g.tgisinternal AND g.tgenabled IN ('O', 'A') AND g.tgtype & 26 = 26)
     UNION ALL
     SELECT t.name || ': 没有防清空触发器 no trigger against truncation'
     FROM unnest($1::text[]) t(name)
     WHERE NOT EXISTS (SELECT FROM pg_trigger g WHERE g.tgrelid = to_regclass('public.' || t.name)
       AND NOT g.tgisinternal AND g.tgenabled IN ('O', 'A') AND g.tgtype & 34 = 34)
     UNION ALL
     SELECT t.name || ': ' || $2 || ' 有 ' || p.privilege || ' 权限 holds a privilege that rewrites'
     FROM unnest($1::text[]) t(name), unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) p(privilege)
     WHERE to_regclass('public.' || t.name) IS NOT NULL
       AND has_table_privilege($2, 'public.' || t.name, p.privilege)`,
    [tables, app],
  )
  return rows.map(({ what }) => what)
}

/** Rows whose reference leads nowhere, though a key forbids it: what a broken disk or a disabled trigger leaves. */
async function lostReferences(client: pg.Client): Promise<string[]> {
  const { rows: keys } = await client.query<{
    name: string
    child: string
    parent: string
    pairs: string[][]
  }>(
    `SELECT k.conname AS name, k.conrelid::regclass::text AS child, k.confrelid::regclass::text AS parent,
       (SELECT json_agg(json_build_array(c.attname, p.attname)) FROM unnest(k.conkey, k.confkey) u(c, p)
        JOIN pg_attribute c ON c.attrelid = k.conrelid AND c.attnum = u.c
        JOIN pg_attribute p ON p.attrelid = k.confrelid AND p.attnum = u.p) AS pairs
     FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace ORDER BY 1`,
  )
  const lost: string[] = []
  for (const { name, child, parent, pairs } of keys) {
    const on = pairs.map(
      ([c = '', p = '']) => `p.${client.escapeIdentifier(p)} = c.${client.escapeIdentifier(c)}`,
    )
    const given = pairs.map(([c = '']) => `c.${client.escapeIdentifier(c)} IS NOT NULL`)
    const { rows } = await client.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${child} c WHERE ${given.join(' AND ')}
       AND NOT EXISTS (SELECT FROM ${parent} p WHERE ${on.join(' AND ')})`,
    )
    const count = rows[0]?.count ?? 0
    if (count > 0) lost.push(`${name}: ${count}`)
  }
  return lost
}

/** Photos whose file is gone, as after a restore without the files. */
async function lostFiles(client: pg.Client): Promise<string[]> {
  const kept = new Set(await keptNames())
  const { rows } = await client.query<{ file: string }>(
    'SELECT file FROM request_photo UNION ALL SELECT file FROM log_photo ORDER BY file',
  )
  return rows.map(({ file }) => file).filter((file) => !kept.has(file))
}

const CHECKS: readonly Check[] = [
  { name: 'migrations', find: migrationsDiffer },
  { name: 'append-only', find: canBeRewritten },
  asking(
    'triggers',
    `SELECT tgrelid::regclass || '.' || tgname AS what FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = 'public'::regnamespace AND t.tgenabled = 'D'`,
  ),
  asking(
    'constraints',
    `SELECT conrelid::regclass || '.' || conname AS what FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND NOT convalidated
     UNION ALL SELECT indrelid::regclass || '.' || indexrelid::regclass FROM pg_index i
     JOIN pg_class c ON c.oid = i.indrelid
     WHERE c.relnamespace = 'public'::regnamespace AND NOT (i.indisvalid AND i.indisready)
     UNION ALL SELECT name FROM unnest(ARRAY['captain_building_one_at_a_time', 'zone_lead_one_at_a_time',
       'grid_member_once_at_a_time', 'public_code_in_force', 'role_grant_scope']) name
     WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conname = name)
       AND NOT EXISTS (SELECT FROM pg_class WHERE relname = name AND relkind = 'i')`,
  ),
  asking(
    'street-references',
    `SELECT k.conrelid::regclass || '.' || k.conname AS what
     FROM pg_constraint k
     JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
     WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND a.attname <> 'street_id'`,
  ),
  { name: 'references', find: lostReferences },
  { name: 'files', find: lostFiles },
  asking(
    'one-captain',
    `SELECT DISTINCT a.building_id::text AS what FROM captain_building a JOIN captain_building b
     ON b.street_id = a.street_id AND b.building_id = a.building_id
       AND (b.appointment_id, b.starts_on) > (a.appointment_id, a.starts_on)
       AND daterange(a.starts_on, a.ends_on, '[]') && daterange(b.starts_on, b.ends_on, '[]')`,
  ),
  asking(
    'one-lead',
    `SELECT DISTINCT a.zone_id::text AS what FROM zone_lead a JOIN zone_lead b
     ON b.street_id = a.street_id AND b.zone_id = a.zone_id AND b.id > a.id
       AND daterange(a.starts_on, a.ends_on, '[]') && daterange(b.starts_on, b.ends_on, '[]')`,
  ),
  asking(
    'public-codes',
    `SELECT board_id || ': ' || count(*) AS what FROM public_code WHERE revoked_at IS NULL
     GROUP BY street_id, board_id HAVING count(*) > 1`,
  ),
  asking(
    'audit-times',
    // An entry's id begins with the milliseconds at which it was written.
    `SELECT id::text AS what FROM audit_entry
     WHERE at > now() + interval '5 minutes'
       OR (substr(id::text, 15, 1) = '7' AND abs(extract(epoch FROM at) * 1000
         - ('x0000' || translate(left(id::text, 13), '-', ''))::bit(64)::bigint) > 1)
     LIMIT 20`,
  ),
  asking(
    'administrators',
    `SELECT s.code AS what FROM street s
     WHERE EXISTS (SELECT FROM account a WHERE a.street_id = s.id) AND NOT EXISTS (
       SELECT FROM account a JOIN role_grant g ON g.street_id = a.street_id AND g.account_id = a.id
       WHERE a.street_id = s.id AND a.suspended_at IS NULL AND g.role = 'street_admin'
         AND g.starts_on <= (now() AT TIME ZONE 'Asia/Shanghai')::date
         AND (g.ends_on IS NULL OR g.ends_on >= (now() AT TIME ZONE 'Asia/Shanghai')::date))`,
  ),
]

async function countsOf(client: pg.Client): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { name } of await tablesOf(client)) {
    const { rows } = await client.query(
      `SELECT count(*)::int AS count FROM public.${client.escapeIdentifier(name)}`,
    )
    counts[name] = rows[0]?.count ?? 0
  }
  return counts
}

/** Looks through the whole database for what should never be, all of it as of one moment. */
export const verify = (): Promise<Verified> =>
  withOwner(async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const faults: Fault[] = []
    for (const { name, find } of CHECKS)
      for (const what of await find(client)) faults.push({ check: name, what })
    const counts = await countsOf(client)
    await client.query('COMMIT')
    return { faults, counts }
  })

import { stat } from 'node:fs/promises'
import type pg from 'pg'
import { ok, type Result, refuse } from '@/core/result'
import { putBack as putFileBack } from '@/server/files'
import { DamagedArchive, type Manifest, readArchive, type Seal } from './archive'
import { secretCheck } from './backup'
import { migrationsOf, quoted, tablesOf } from './catalogue'
import { withOwner } from './connection'
import { copyIn } from './copy'

export type Restored = {
  createdAt: string
  tables: number
  rows: number
  files: number
  /** Second factors that this installation's secret does not open. */
  lostSecondFactors: number
}
export type RestoreRefusal = 'no-file' | 'damaged' | 'not-empty' | 'wrong-schema' | 'not-owner'

/** Reads the whole file once before anything is written. */
async function checkArchive(file: string): Promise<{ manifest: Manifest; seal: Seal } | null> {
  let manifest: Manifest | null = null
  let seal: Seal | null = null
  try {
    for await (const part of readArchive(file)) {
      if (part.kind === 'manifest') manifest = part.manifest
      if (part.kind === 'seal') seal = part.seal
    }
  } catch (fault) {
    if (fault instanceof DamagedArchive) return null
    throw fault
  }
  return manifest && seal ? { manifest, seal } : null
}

async function refusalOf(client: pg.Client, manifest: Manifest): Promise<RestoreRefusal | null> {
  const here = new Set(await migrationsOf(client))
  if (manifest.migrations.length === 0 || manifest.migrations.some((name) => !here.has(name)))
    return 'wrong-schema'
  const tables = new Map((await tablesOf(client)).map(({ name, columns }) => [name, new Set(columns)]))
  const fits = manifest.tables.every(({ name, columns }) =>
    columns.every((column) => tables.get(name)?.has(column)),
  )
  if (!fits) return 'wrong-schema'
  const owned = await client.query(
    `SELECT bool_and(pg_has_role(current_user, relowner, 'MEMBER')) AS owned FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relname = ANY($1)`,
    [[...tables.keys()]],
  )
  if (!owned.rows[0]?.owned) return 'not-owner'
  for (const name of tables.keys()) {
    const { rowCount } = await client.query(`SELECT 1 FROM public.${client.escapeIdentifier(name)} LIMIT 1`)
    if (rowCount) return 'not-empty'
  }
  return null
}

/** Takes foreign keys and triggers off, so that rows come in as they were; answers how to put all of it back. */
async function openTables(client: pg.Client): Promise<string[]> {
  const keys = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 AND connamespace = 'public'::regnamespace`,
  )
  const triggers = await client.query<{ table: string; name: string }>(
    `SELECT t.tgrelid::regclass::text AS table, quote_ident(t.tgname) AS name
     FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal AND t.tgenabled = 'O'`,
  )
  for (const { table, name } of keys.rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  for (const { table, name } of triggers.rows)
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${name}`)
  return [
    ...triggers.rows.map(({ table, name }) => `ALTER TABLE ${table} ENABLE TRIGGER ${name}`),
    ...keys.rows.map(
      ({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`,
    ),
  ]
}

async function bringIn(client: pg.Client, file: string): Promise<void> {
  let copy: ReturnType<typeof copyIn> | null = null
  for await (const part of readArchive(file)) {
    if (part.kind === 'table') {
      const table = `public.${client.escapeIdentifier(part.name)}`
      copy = copyIn(client, `COPY ${table} (${quoted(client, part.columns)}) FROM STDIN`)
    }
    if (part.kind === 'rows') await copy?.write(part.block)
    if (part.kind === 'table-end') await copy?.end()
    if (part.kind === 'file') await putFileBack(part.file.file, Buffer.from(part.file.base64, 'base64'))
  }
}

async function resume(client: pg.Client, { sequences, jobs }: Seal): Promise<void> {
  for (const { name, last } of sequences)
    await client.query('SELECT setval($1::regclass, $2::bigint)', [
      `public.${client.escapeIdentifier(name)}`,
      last,
    ])
  for (const { task, payload, queue, runAt, maxAttempts, key, priority } of jobs)
    await client.query(
      `SELECT graphile_worker.add_job($1, payload := $2::json, queue_name := $3, run_at := $4::timestamptz,
         max_attempts := $5::int, job_key := $6, priority := $7::int)`,
      [task, payload, queue, runAt, maxAttempts, key, priority],
    )
}

/** Brings a backup into an empty database of the same or a newer schema: all of it, or nothing. */
export async function restoreFrom(file: string): Promise<Result<Restored, RestoreRefusal>> {
  const isFile = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  )
  if (!isFile) return refuse('no-file')
  const archive = await checkArchive(file)
  if (!archive) return refuse('damaged')
  const { manifest, seal } = archive
  return withOwner(async (client) => {
    await client.query('BEGIN')
    try {
      const refusal = await refusalOf(client, manifest)
      if (refusal) {
        await client.query('ROLLBACK')
        return refuse(refusal)
      }
      const putBack = await openTables(client)
      await bringIn(client, file)
      for (const step of putBack) await client.query(step)
      await resume(client, seal)
      const sealed = await client.query(
        'SELECT count(*)::int AS count FROM account WHERE totp_secret IS NOT NULL',
      )
      await client.query('COMMIT')
      await client.query('ANALYZE')
      return ok({
        createdAt: manifest.createdAt,
        tables: manifest.tables.length,
        files: seal.files.rows,
        rows: seal.tables.reduce((sum, { rows }) => sum + rows, 0),
        lostSecondFactors: manifest.secretCheck === secretCheck() ? 0 : (sealed.rows[0]?.count ?? 0),
      })
    } catch (fault) {
      await client.query('ROLLBACK').catch(() => {})
      throw fault
    }
  })
}

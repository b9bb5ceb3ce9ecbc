import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { keptNames, readKept } from '@/server/files'
import { sign } from '@/server/secrets'
import { type KeptFile, type KeptJob, type Manifest, type Seal, TABLE_END, Tally } from './archive'
import { migrationsOf, quoted, type Table, tablesOf } from './catalogue'
import { withOwner } from './connection'
import { copyOut } from './copy'

/** Tells whether two installations share the secret by which second factors are sealed, without telling the secret. */
export const secretCheck = (): string => sign('backup', 'linzhi')

const line = (value: object) => Buffer.from(`${JSON.stringify(value)}\n`)

/** Jobs that wait, so that what was promised before the backup is still done after it. */
async function waitingJobs(client: pg.Client): Promise<KeptJob[]> {
  const { rows } = await client.query<KeptJob>(
    `SELECT t.identifier AS task, j.payload::text AS payload, q.queue_name AS queue, j.run_at::text AS "runAt",
       j.max_attempts::int AS "maxAttempts", j.key, j.priority::int AS priority
     FROM graphile_worker._private_jobs j
     JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
     WHERE j.attempts < j.max_attempts ORDER BY j.id`,
  )
  return rows
}

async function sequencesOf(client: pg.Client): Promise<Seal['sequences']> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
     WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY sequencename`,
  )
  return rows
}

async function* partsOf(
  client: pg.Client,
  tables: readonly Table[],
  now: Date,
  files: { count: number },
): AsyncGenerator<Buffer> {
  const manifest: Manifest = {
    format: 'linzhi-backup',
    version: 2,
    createdAt: now.toISOString(),
    migrations: await migrationsOf(client),
    secretCheck: secretCheck(),
    tables: [...tables],
  }
  const seal: Seal = {
    files: { rows: 0, sha256: '' },
    tables: [],
    sequences: await sequencesOf(client),
    jobs: await waitingJobs(client),
  }
  // A policy that hid rows from this role would make a backup with holes: better none.
  await client.query('SET LOCAL row_security = off')
  yield line(manifest)
  for (const { name, columns } of tables) {
    const tally = new Tally()
    const sql = `COPY (SELECT ${quoted(client, columns)} FROM public.${client.escapeIdentifier(name)}) TO STDOUT`
    for await (const chunk of copyOut(client, sql) as AsyncIterable<Buffer>) {
      tally.add(chunk)
      yield chunk
    }
    seal.tables.push({ name, ...tally.result() })
    yield TABLE_END
  }
  const tally = new Tally()
  for (const name of await keptNames()) {
    const bytes = await readKept(name)
    if (!bytes) continue
    const kept = line({ file: name, base64: Buffer.from(bytes).toString('base64') } satisfies KeptFile)
    tally.add(kept)
    yield kept
  }
  seal.files = tally.result()
  files.count = seal.files.rows
  yield line(seal)
}

export type Backup = { file: string; bytes: number; tables: number; rows: number; files: number }

/** Writes all that the database holds at one moment, and all kept files, into a file, which appears under its name once it is whole. */
export async function backUp(file: string, now: Date): Promise<Backup> {
  const part = `${file}.part`
  let rows = 0
  const files = { count: 0 }
  try {
    const tables = await withOwner(async (client) => {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      const all = await tablesOf(client)
      const target = createWriteStream(part, { mode: 0o600, flush: true })
      await pipeline(Readable.from(partsOf(client, all, now, files)), createGzip({ level: 6 }), target)
      const { rows: counted } = await client.query<{ total: string }>(
        all
          .map(({ name }) => `SELECT count(*) AS total FROM public.${client.escapeIdentifier(name)}`)
          .join(' UNION ALL '),
      )
      rows = counted.reduce((sum, { total }) => sum + Number(total), 0)
      await client.query('COMMIT')
      return all
    })
    await rename(part, file)
    return { file, bytes: (await stat(file)).size, tables: tables.length, rows, files: files.count }
  } catch (fault) {
    await rm(part, { force: true })
    throw fault
  }
}

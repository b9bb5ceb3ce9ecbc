import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { isKeptName } from '@/server/files'

/*
 * A backup is one gzip file of text: a manifest on the first line; the rows of each table in the manifest's order as
 * COPY writes them, each table ended by a line `\.`; a line for each kept file, such as a photo; on the last line how
 * many rows and files there were, and their SHA-256.
 */

const name = z.string().regex(/^[a-z_][a-z0-9_]*$/)

const manifestSchema = z.object({
  format: z.literal('linzhi-backup'),
  version: z.literal(2),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.string().min(1)),
  secretCheck: z.string(),
  tables: z.array(z.object({ name, columns: z.array(name).min(1) })),
})
export type Manifest = z.output<typeof manifestSchema>

const jobSchema = z.object({
  task: z.string(),
  payload: z.string(),
  queue: z.string().nullable(),
  runAt: z.string(),
  maxAttempts: z.number().int(),
  key: z.string().nullable(),
  priority: z.number().int(),
})
export type KeptJob = z.output<typeof jobSchema>

const fileSchema = z.object({ file: z.string().refine(isKeptName), base64: z.base64() })
export type KeptFile = z.output<typeof fileSchema>

const sealSchema = z.object({
  files: z.object({ rows: z.number().int(), sha256: z.string() }),
  tables: z.array(z.object({ name, rows: z.number().int(), sha256: z.string() })),
  sequences: z.array(z.object({ name, last: z.string() })),
  jobs: z.array(jobSchema),
})
export type Seal = z.output<typeof sealSchema>

/** The file is not what a backup left: cut short, changed, or something else. */
export class DamagedArchive extends Error {}

const FILE_BEGINS = Buffer.from('{"file":')
export const TABLE_END = Buffer.from('\\.\n')
const NEWLINE = 10

/** Counts and hashes the rows of one table, or the lines of the files. */
export class Tally {
  private readonly hash: Hash = createHash('sha256')
  private rows = 0

  add(block: Buffer): void {
    this.hash.update(block)
    for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, at + 1)) this.rows++
  }
  result(): { rows: number; sha256: string } {
    return { rows: this.rows, sha256: this.hash.digest('hex') }
  }
}

/** The stream cut into blocks of whole lines. */
async function* wholeLines(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = []
  for await (const chunk of stream) {
    const end = chunk.lastIndexOf(NEWLINE) + 1
    if (end === 0) rest.push(chunk)
    else {
      yield Buffer.concat([...rest, chunk.subarray(0, end)])
      rest = end < chunk.length ? [chunk.subarray(end)] : []
    }
  }
  if (rest.length > 0) throw new DamagedArchive('unfinished line')
}

const endOfTable = (block: Buffer, from: number): number => {
  if (block.subarray(from, from + TABLE_END.length).equals(TABLE_END)) return from
  const before = block.indexOf('\n\\.\n', from)
  return before < 0 ? -1 : before + 1
}

type Part =
  | { kind: 'manifest'; manifest: Manifest }
  | { kind: 'table'; name: string; columns: readonly string[] }
  | { kind: 'rows'; block: Buffer }
  | { kind: 'table-end' }
  | { kind: 'file'; file: KeptFile }
  | { kind: 'seal'; seal: Seal }

function parsed<S extends z.ZodType>(schema: S, line: Buffer): z.output<S> {
  try {
    return schema.parse(JSON.parse(line.toString('utf8')))
  } catch {
    throw new DamagedArchive('unreadable line')
  }
}

async function* partsOf(blocks: AsyncIterable<Buffer>): AsyncGenerator<Part> {
  let manifest: Manifest | null = null
  let seal: Seal | null = null
  let index = -1
  let tally = new Tally()
  const files = new Tally()
  const found: { rows: number; sha256: string }[] = []
  for await (const block of blocks) {
    for (let at = 0; at < block.length; ) {
      const table = manifest?.tables[index]
      if (table) {
        const end = endOfTable(block, at)
        const rows = block.subarray(at, end < 0 ? block.length : end)
        tally.add(rows)
        if (rows.length > 0) yield { kind: 'rows', block: rows }
        if (end < 0) break
        yield { kind: 'table-end' }
        found.push(tally.result())
        tally = new Tally()
        index++
        at = end + TABLE_END.length
        const next = manifest?.tables[index]
        if (next) yield { kind: 'table', ...next }
        continue
      }
      const end = block.indexOf(NEWLINE, at)
      const line = block.subarray(at, end)
      at = end + 1
      if (seal) throw new DamagedArchive('more after the end')
      if (manifest === null) {
        manifest = parsed(manifestSchema, line)
        index = 0
        yield { kind: 'manifest', manifest }
        if (manifest.tables[0]) yield { kind: 'table', ...manifest.tables[0] }
      } else if (line.subarray(0, FILE_BEGINS.length).equals(FILE_BEGINS)) {
        files.add(block.subarray(at - line.length - 1, at))
        yield { kind: 'file', file: parsed(fileSchema, line) }
      } else {
        seal = parsed(sealSchema, line)
        const right = manifest.tables.map(({ name }, at) => ({ name, ...found[at] }))
        if (JSON.stringify([files.result(), right]) !== JSON.stringify([seal.files, seal.tables]))
          throw new DamagedArchive('checksums differ')
        yield { kind: 'seal', seal }
      }
    }
  }
  if (!seal) throw new DamagedArchive('no end')
}

/** The parts of a backup in their order; throws DamagedArchive as soon as something is not as it was written. */
export async function* readArchive(file: string): AsyncGenerator<Part> {
  const bytes = createGunzip()
  // What fails on the way ends the stream that is read below with that fault.
  pipeline(createReadStream(file), bytes, () => {})
  try {
    yield* partsOf(wholeLines(bytes))
  } catch (fault) {
    const code = (fault as { code?: unknown }).code
    if (typeof code === 'string' && code.startsWith('Z_')) throw new DamagedArchive(code)
    throw fault
  }
}

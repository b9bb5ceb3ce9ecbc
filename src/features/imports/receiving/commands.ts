import { createHash } from 'node:crypto'
import { uuidv7 } from '@/core/identifier'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { startRun } from '@/server/jobs'
import { importsWithin, mayImport } from '../policy'
import { MOST_FILES } from './rules'

type ImportKey = { streetId: string; importId: string }

/** Keeps a file as it came, with the digest that says which one it was after its bytes are gone. */
export async function keepFile(
  tx: Tx,
  { streetId, importId }: ImportKey,
  position: number,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = { size: bytes.byteLength, sha256, bytes: Uint8Array.from(bytes) }
  await tx.importFile.upsert({
    where: { streetId_importId_position: { streetId, importId, position } },
    create: { streetId, importId, position, name, ...file },
    update: { name, ...file },
    select: { position: true },
  })
}

export async function openImport({ tx, principal, now }: Act): Promise<Result<{ id: string }, 'forbidden'>> {
  if (!mayImport(principal)) return refuse('forbidden')
  const id = uuidv7(now)
  await tx.import.create({
    data: { streetId: principal.streetId, id, startedBy: principal.accountId, createdAt: now },
    select: { id: true },
  })
  return ok({ id })
}

/** Takes a file into an import that is not read yet, of so many bytes at most with the others; the same name again replaces the one before. */
export async function receiveFile(
  { tx, principal }: Act,
  importId: string,
  name: string,
  bytes: Uint8Array,
  mostBytes: number,
): Promise<Result<{ position: number }, 'not-found' | 'import-not-ready' | 'too-large' | 'unreadable-file'>> {
  const found = await tx.import.findFirst({
    where: { AND: [{ id: importId }, importsWithin(principal, 'imports.run')] },
    select: {
      state: true,
      files: { orderBy: { position: 'asc' }, select: { position: true, name: true, size: true } },
    },
  })
  if (!found) return refuse('not-found')
  if (found.state !== 'received') return refuse('import-not-ready')
  if (bytes.byteLength === 0) return refuse('unreadable-file', { name: 'unreadable-file' })
  const others = found.files.filter((file) => file.name !== name)
  const size = others.reduce((sum, file) => sum + file.size, bytes.byteLength)
  if (others.length >= MOST_FILES || size > mostBytes) return refuse('too-large')
  const position =
    found.files.find((file) => file.name === name)?.position ?? (found.files.at(-1)?.position ?? 0) + 1
  await keepFile(tx, { streetId: principal.streetId, importId }, position, name, bytes)
  return ok({ position })
}

/** Has the files read in a process of their own; nothing is written yet. */
export async function beginReading(
  act: Act,
  importId: string,
): Promise<Result<{ runId: string }, 'not-found' | 'import-not-ready'>> {
  const { tx, principal } = act
  const found = await tx.import.findFirst({
    where: { AND: [{ id: importId }, importsWithin(principal, 'imports.run')] },
    select: { _count: { select: { files: true } } },
  })
  if (!found) return refuse('not-found')
  if (found._count.files === 0) return refuse('import-not-ready')
  const taken = await tx.import.updateMany({
    where: { streetId: principal.streetId, id: importId, state: { in: ['received', 'mapped', 'failed'] } },
    data: { state: 'reading', version: { increment: 1 } },
  })
  if (taken.count === 0) return refuse('import-not-ready')
  return ok({ runId: await startRun(act, 'import-read', importId, { importId }) })
}

/** Gives up an import before anything of it was written. */
export async function discardImport(
  act: Act,
  importId: string,
): Promise<Result<null, 'not-found' | 'import-not-ready'>> {
  const { tx, principal, now } = act
  const where = { AND: [{ id: importId }, importsWithin(principal, 'imports.run')] }
  if (!(await tx.import.findFirst({ where, select: { id: true } }))) return refuse('not-found')
  const given = await tx.import.updateMany({
    where: { AND: [where, { state: { in: ['received', 'mapped', 'failed'] } }] },
    data: { state: 'cancelled', finishedAt: now, version: { increment: 1 } },
  })
  if (given.count === 0) return refuse('import-not-ready')
  await dropBytes(tx, principal.streetId, importId)
  await recordAudit(act, { action: 'import.discard', subject: { kind: 'import', id: importId } })
  return ok(null)
}

export async function dropBytes(tx: Tx, streetId: string, importId: string): Promise<void> {
  await tx.importFile.updateMany({ where: { streetId, importId }, data: { bytes: null } })
}

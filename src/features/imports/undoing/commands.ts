import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import type { Tx } from '@/server/db'
import { importsWithin } from '../policy'
import { takeTurn } from '../turns/commands'
import { hasVersion, type JournalledTable, rowName, TABLE_NAMES } from '../write/journal/rules'
import { changedSince, usedSince } from './queries'
import { undoUntil } from './rules'

/**
 * Takes back all that an import did, in one transaction: what it added goes, what it changed is as before, what it removed is
 * there again. If any of it has been changed or used since, nothing is taken back and the answer names what.
 */
export async function undoImport(
  act: Act,
  importId: string,
): Promise<Result<null, 'not-found' | 'not-undoable' | 'undo-expired' | 'import-running'>> {
  const { tx, now } = act
  const { streetId } = act.principal
  const key = { streetId_id: { streetId, id: importId } }
  const found = await tx.import.findFirst({
    where: { AND: [{ id: importId }, importsWithin(act.principal, 'imports.run')] },
    select: { state: true, finishedAt: true, street: { select: { code: true } } },
  })
  if (!found) return refuse('not-found')
  if (found.state !== 'done' || !found.finishedAt) return refuse('not-undoable')
  if (now > undoUntil(found.finishedAt)) return refuse('undo-expired')
  if (!(await takeTurn(tx, found.street.code))) return refuse('import-running')
  const changed = [
    ...(await changedSince(tx, streetId, importId)),
    ...(await usedSince(tx, streetId, importId)),
  ]
  if (changed.length > 0) return refuse('not-undoable', { records: named(changed) })
  const rows = await tx.importChange.count({ where: { streetId, importId } })
  await takeBack(tx, streetId, importId)
  await tx.import.update({
    where: key,
    data: { state: 'undone', undoneAt: now, version: { increment: 1 } },
    select: { id: true },
  })
  await recordAudit(act, {
    action: 'import.undo',
    subject: { kind: 'import', id: importId },
    changes: { rows: { from: rows, to: 0 } },
  })
  return ok(null)
}

const MOST_NAMED = 30

function named(records: readonly string[]): string {
  const names = [...new Set(records)]
  const more = names.length - MOST_NAMED
  return names.slice(0, MOST_NAMED).join('、') + (more > 0 ? ` … +${more}` : '')
}

async function takeBack(tx: Tx, streetId: string, importId: string): Promise<void> {
  // A sheet's version is made whenever a sheet is shown; where none was hung it goes with its board.
  await tx.$executeRaw`
    DELETE FROM sheet_version v USING import_change c
    WHERE v.street_id = ${streetId}::uuid AND c.street_id = v.street_id AND c.import_id = ${importId}::uuid
      AND c.noun = 'notice_board' AND c.before IS NULL AND c.record_id = v.board_id::text`
  for (const table of [...TABLE_NAMES].reverse()) {
    await tx.$executeRawUnsafe(
      `DELETE FROM ${table} t USING import_change c
      WHERE t.street_id = $1::uuid AND c.street_id = $1::uuid AND c.import_id = $2::uuid AND c.noun = $3
        AND c.before IS NULL AND c.record_id = ${rowName(table, 't')}`,
      streetId,
      importId,
      table,
    )
  }
  for (const table of TABLE_NAMES) await restore(tx, streetId, importId, table)
}

async function restore(tx: Tx, streetId: string, importId: string, table: JournalledTable): Promise<void> {
  const columns = await tx.$queryRaw<{ name: string }[]>`
    SELECT attname AS name FROM pg_attribute
    WHERE attrelid = ${`public.${table}`}::regclass AND attnum > 0 AND NOT attisdropped`
  const names = columns.map(({ name }) => `"${name}"`)
  const values = columns.map(({ name }) =>
    // A version never comes twice: a form that was opened after the import would not notice what it overwrites.
    name === 'version' && hasVersion(table) ? 't.version + 1' : `b."${name}"`,
  )
  await tx.$executeRawUnsafe(
    `UPDATE ${table} t SET (${names.join(', ')}) = ROW(${values.join(', ')})
    FROM import_change c CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, c.before) b
    WHERE t.street_id = $1::uuid AND c.street_id = $1::uuid AND c.import_id = $2::uuid AND c.noun = $3
      AND c.before IS NOT NULL AND c.after IS NOT NULL AND c.record_id = ${rowName(table, 't')}`,
    streetId,
    importId,
    table,
  )
  await tx.$executeRawUnsafe(
    `INSERT INTO ${table} (${names.join(', ')})
    SELECT ${columns.map(({ name }) => `b."${name}"`).join(', ')}
    FROM import_change c CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, c.before) b
    WHERE c.street_id = $1::uuid AND c.import_id = $2::uuid AND c.noun = $3 AND c.before IS NOT NULL AND c.after IS NULL`,
    streetId,
    importId,
    table,
  )
}

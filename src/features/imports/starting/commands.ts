import { ok, type Result, refuse } from '@/core/result'
import type { Act } from '@/server/act'
import { recordAudit } from '@/server/audit'
import { startRun } from '@/server/jobs'
import { importsWithin } from '../policy'

/** Has a read import written. A street's imports are written one after another. */
export async function startWriting(
  act: Act,
  importId: string,
  version: number,
): Promise<Result<{ runId: string }, 'not-found' | 'import-not-ready' | 'import-running' | 'stale-version'>> {
  const { tx, principal } = act
  const { streetId } = principal
  const found = await tx.import.findFirst({
    where: { AND: [{ id: importId }, importsWithin(principal, 'imports.run')] },
    select: { state: true, version: true, files: { select: { name: true } } },
  })
  if (!found) return refuse('not-found')
  if (found.state !== 'mapped') return refuse('import-not-ready')
  if (found.version !== version) return refuse('stale-version')
  if (await tx.import.findFirst({ where: { streetId, state: 'writing' }, select: { id: true } }))
    return refuse('import-running')
  const taken = await tx.import.updateMany({
    where: { streetId, id: importId, version, state: 'mapped' },
    data: { state: 'writing', version: { increment: 1 } },
  })
  if (taken.count === 0) return refuse('stale-version')
  await recordAudit(act, {
    action: 'import.start',
    subject: { kind: 'import', id: importId },
    changes: { files: { to: found.files.map(({ name }) => name) } },
  })
  return ok({ runId: await startRun(act, 'import-write', importId, { importId }) })
}

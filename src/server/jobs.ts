import type pg from 'pg'
import { uuidv7 } from '@/core/identifier'
import type { Prisma } from '@/generated/prisma/client'
import type { Act } from './act'
import { db, type Tx } from './db'

/** Queues a task in the caller's transaction: it runs only if that commits. */
export async function addJob(
  tx: Tx,
  task: string,
  payload: Prisma.InputJsonObject,
  options: { key?: string; attempts?: number } = {},
): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM graphile_worker.add_job(${task}, payload := ${JSON.stringify(payload)}::json,
      job_key := ${options.key ?? null}, max_attempts := ${options.attempts ?? 3}::int)`
}

/** Queues a long job that somebody waits for, with a row that shows how far it is. */
export async function startRun(
  act: Act,
  kind: string,
  subjectId: string | null,
  payload: Prisma.InputJsonObject = {},
): Promise<string> {
  const { streetId, accountId } = act.principal
  const runId = uuidv7(act.now)
  await act.tx.jobRun.create({
    data: { streetId, id: runId, kind, subjectId, requestedBy: accountId, createdAt: act.now },
    select: { id: true },
  })
  await addJob(act.tx, kind, { ...payload, streetId, runId }, { attempts: 2 })
  return runId
}

/** A long job's hand on its own row: says how far it is and hears whether it shall stop. */
export class Run {
  constructor(
    readonly streetId: string,
    readonly runId: string,
  ) {}

  private where() {
    return { streetId_id: { streetId: this.streetId, id: this.runId } }
  }

  async begin(now: Date): Promise<void> {
    await db().jobRun.update({
      where: this.where(),
      data: { state: 'running', startedAt: now },
      select: { id: true },
    })
  }

  /** Keeps the progress; true when somebody asked to cancel. */
  async reach(step: string, done: number, total: number | null): Promise<boolean> {
    const row = await db().jobRun.update({
      where: this.where(),
      data: { step, done, total },
      select: { cancelRequestedAt: true },
    })
    return row.cancelRequestedAt !== null
  }

  async end(state: 'done' | 'failed' | 'cancelled', result: Prisma.InputJsonValue, now: Date): Promise<void> {
    await db().jobRun.update({
      where: this.where(),
      data: { state, result, finishedAt: now },
      select: { id: true },
    })
  }
}

const WORKERS = "hashtext('linzhi-worker')"

/**
 * Holds a lock for as long as this worker lives. Who finds nobody else holding it frees the jobs that a killed worker had
 * begun: the queue itself would wait for four hours, since it cannot know.
 */
export async function stayAlive(pool: pg.Pool): Promise<{ release: () => void }> {
  const client = await pool.connect()
  const { rows } = await client.query<{ alone: boolean }>(`SELECT pg_try_advisory_lock(${WORKERS}) AS alone`)
  if (rows[0]?.alone)
    await client.query(`
      SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM graphile_worker.jobs
      WHERE locked_by IS NOT NULL HAVING count(*) > 0`)
  await client.query(`SELECT pg_advisory_lock_shared(${WORKERS})`)
  if (rows[0]?.alone) await client.query(`SELECT pg_advisory_unlock(${WORKERS})`)
  return { release: () => client.release(true) }
}

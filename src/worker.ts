import { run } from 'graphile-worker'
import { env } from '@/env'
import { closeDatabase, db, pool } from '@/server/db'
import { log } from '@/server/log'

/** Expired counters, sessions and kept answers are swept once an hour. */
async function sweep(): Promise<void> {
  const now = new Date()
  const dayAgo = new Date(now.getTime() - 86_400_000)
  await db().rateLimit.deleteMany({ where: { expire: { lt: now.getTime() } } })
  await db().idempotencyKey.deleteMany({ where: { createdAt: { lt: dayAgo } } })
  await db().session.deleteMany({ where: { expiresAt: { lt: dayAgo } } })
  await db().oneTimeCode.deleteMany({ where: { expiresAt: { lt: dayAgo } } })
}

const runner = await run({
  pgPool: pool(),
  concurrency: env().WORKER_CONCURRENCY,
  taskList: { sweep },
  crontab: '7 * * * * sweep',
  noHandleSignals: true,
})
log.info('worker ready')

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await runner.stop()
  await closeDatabase()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
await runner.promise

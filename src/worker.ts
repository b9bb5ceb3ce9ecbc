import { Logger, run } from 'graphile-worker'
import { env } from '@/env'
import { readImport, writeImport } from '@/features/imports/jobs'
import { sweepImports } from '@/features/imports/sweeping/commands'
import { sweepMediations } from '@/features/logbook/mediations/seats/commands'
import { sweepLogPhotos } from '@/features/logbook/photos/commands'
import { sweepOpinions } from '@/features/opinions/sweeping/commands'
import { sendDueMessages } from '@/features/people/outbox/jobs'
import { sweepPhoneCodes } from '@/features/people/phone-codes/commands'
import { dispatchRequest, tellOfRequest, watchRequests } from '@/features/requests/jobs'
import { sweepPhotos } from '@/features/requests/photos/commands'
import { closeDatabase, db, pool } from '@/server/db'
import { stayAlive } from '@/server/jobs'
import { log } from '@/server/log'

/** Expired counters, sessions and kept answers are swept once an hour. */
async function sweep(): Promise<void> {
  const now = new Date()
  const dayAgo = new Date(now.getTime() - 86_400_000)
  await db().rateLimit.deleteMany({ where: { expire: { lt: now.getTime() } } })
  await db().idempotencyKey.deleteMany({ where: { createdAt: { lt: dayAgo } } })
  await db().session.deleteMany({ where: { expiresAt: { lt: dayAgo } } })
  await db().oneTimeCode.deleteMany({ where: { expiresAt: { lt: dayAgo } } })
  await sweepPhoneCodes(db(), now)
  await sweepImports(db(), now)
  await sweepPhotos(db(), now)
  await sweepLogPhotos(db(), now)
  await db().$transaction((tx) => sweepMediations(tx, now), { timeout: 60_000 })
  await sweepOpinions(db(), now)
}

/** The queue's own words may quote what a job was given: only what happened, to which task, and where is kept. */
const logger = new Logger(({ taskIdentifier }) => (level, _message, meta) => {
  if (level !== 'error' && level !== 'warning') return
  log[level === 'error' ? 'error' : 'warn']('job trouble', {
    ...(taskIdentifier ? { job: taskIdentifier } : {}),
    ...(meta?.error ? { fault: meta.error } : {}),
  })
})

const alive = await stayAlive(pool())

const runner = await run({
  logger,
  pgPool: pool(),
  concurrency: env().WORKER_CONCURRENCY,
  taskList: {
    sweep,
    'requests-dispatch': (payload) => dispatchRequest(payload as never),
    'requests-watch': watchRequests,
    'requests-tell': (payload) => tellOfRequest(payload as never),
    'messages-send': sendDueMessages,
    'import-read': (payload, { job }) =>
      readImport(payload as never, { last: job.attempts >= job.max_attempts }),
    'import-write': (payload, { job }) =>
      writeImport(payload as never, { last: job.attempts >= job.max_attempts }),
  },
  crontab: '7 * * * * sweep\n* * * * * requests-watch\n* * * * * messages-send',
  noHandleSignals: true,
})
log.info('worker ready')

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await runner.stop()
  alive.release()
  await closeDatabase()
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
await runner.promise

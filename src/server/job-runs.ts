import { z } from 'zod'
import { id } from '@/core/fields'
import { ok, type Result, refuse } from '@/core/result'
import type { Act } from './act'
import { recordAudit } from './audit'
import { endpoint } from './endpoint'
import { reach } from './principal'

const jobKey = z.strictObject({ id: id() })

const progress = z.strictObject({
  id: z.string(),
  kind: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  step: z.string().nullable(),
  done: z.number(),
  total: z.number().nullable(),
  cancelling: z.boolean(),
})

/** Jobs that the caller started, and imports for whoever runs the street's imports. */
const jobsWithin = ({ streetId, accountId, ...principal }: Act['principal']) => ({
  streetId,
  OR: [
    { requestedBy: accountId },
    ...(reach({ streetId, accountId, ...principal }, 'imports.run') === 'street'
      ? [{ kind: { startsWith: 'import-' } }]
      : []),
  ],
})

export const getJob = endpoint({
  method: 'GET',
  path: '/jobs/{id}',
  summary: 'How far a long job is',
  allow: 'signed-in',
  params: jobKey,
  answer: progress,
  run: async ({ tx, principal }, { params }): Promise<Result<z.output<typeof progress>, 'not-found'>> => {
    const job = await tx.jobRun.findFirst({ where: { AND: [params, jobsWithin(principal)] } })
    if (!job) return refuse('not-found')
    const { id, kind, state, step, done, total } = job
    return ok({ id, kind, state, step, done, total, cancelling: job.cancelRequestedAt !== null })
  },
})

export const postJobCancel = endpoint({
  method: 'POST',
  path: '/jobs/{id}/cancel',
  summary: 'Ask a long job to stop; what it has not committed is not done',
  allow: 'signed-in',
  params: jobKey,
  idempotent: true,
  run: async (act, { params }): Promise<Result<null, 'not-found' | 'job-finished'>> => {
    const where = { AND: [params, jobsWithin(act.principal)] }
    const job = await act.tx.jobRun.findFirst({ where, select: { kind: true } })
    if (!job) return refuse('not-found')
    const asked = await act.tx.jobRun.updateMany({
      where: { AND: [where, { state: { in: ['queued', 'running'] } }] },
      data: { cancelRequestedAt: act.now },
    })
    if (asked.count === 0) return refuse('job-finished')
    await recordAudit(act, { action: 'job.cancel', subject: { kind: job.kind, id: params.id } })
    return ok(null)
  },
})

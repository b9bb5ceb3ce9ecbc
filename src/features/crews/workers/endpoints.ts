import { ok, refuse } from '@/core/result'
import { recordAudit } from '@/server/audit'
import { endpoint } from '@/server/endpoint'
import { perPrincipal } from '@/server/rate-limit'
import { workbookOf } from '@/server/workbook'
import { addWorker, changeWorker, endWorker, resumeWorker } from './commands'
import { findWorker, listWorkers, workersToExport } from './queries'
import { newWorker, workerChanges, workerEnd, workerFilter, workerKey, workerVersion } from './schema'

export const getWorkers = endpoint({
  method: 'GET',
  path: '/workers',
  summary: 'Workers, a page at a time, without their wages',
  allow: 'workers.read',
  query: workerFilter,
  run: async (act, { query }) => ok(await listWorkers(act, query)),
})

export const getWorker = endpoint({
  method: 'GET',
  path: '/workers/{id}',
  summary: 'One worker, without the wage',
  allow: 'workers.read',
  params: workerKey,
  run: async (act, { params }) => {
    const worker = await findWorker(act, params.id)
    return worker ? ok(worker) : refuse('not-found')
  },
})

export const postWorker = endpoint({
  method: 'POST',
  path: '/workers',
  summary: 'Add a worker of an operator',
  allow: 'workers.write',
  body: newWorker,
  status: 201,
  idempotent: true,
  run: (act, { body }) => addWorker(act, body),
})

export const patchWorker = endpoint({
  method: 'PATCH',
  path: '/workers/{id}',
  summary: 'Change a worker, as of the version that was read',
  allow: 'workers.write',
  params: workerKey,
  body: workerChanges,
  idempotent: true,
  run: (act, { params, body }) => changeWorker(act, params.id, body),
})

export const postWorkerEnd = endpoint({
  method: 'POST',
  path: '/workers/{id}/end',
  summary: 'End somebody’s work on a day, for a reason',
  allow: 'workers.write',
  params: workerKey,
  body: workerEnd,
  idempotent: true,
  run: (act, { params, body }) => endWorker(act, params.id, body),
})

export const postWorkerResumption = endpoint({
  method: 'POST',
  path: '/workers/{id}/resumption',
  summary: 'Take the end of somebody’s work back',
  allow: 'workers.write',
  params: workerKey,
  body: workerVersion,
  idempotent: true,
  run: (act, { params, body }) => resumeWorker(act, params.id, body.version),
})

export const postWorkerExport = endpoint({
  method: 'POST',
  path: '/workers/export',
  summary: 'Workers as a workbook without wages; the export is recorded',
  allow: 'registers.export',
  body: workerFilter,
  answer: 'file',
  limit: perPrincipal('export', 30, 600),
  run: async (act, { body, locale }) => {
    const rows = await workersToExport(act, body)
    await recordAudit(act, {
      action: 'worker.export',
      subject: { kind: 'export', id: act.requestId },
      changes: { rows: { to: rows.length } },
    })
    return ok(
      await workbookOf(
        locale,
        'workers',
        [
          { heading: 'employeeNumber', value: ({ employeeNumber }) => employeeNumber },
          { heading: 'personName', value: ({ name }) => name },
          { heading: 'phone', width: 16, value: ({ maskedPhone }) => maskedPhone },
          { heading: 'operator', width: 24, value: ({ operator }) => operator.name },
          { heading: 'post', value: ({ post }) => post },
          { heading: 'furtherPosts', width: 20, value: ({ furtherPosts }) => furtherPosts.join('、') },
          { heading: 'certificates', width: 20, value: ({ certificates }) => certificates.join('、') },
          { heading: 'leadsZones', value: ({ zones }) => zones.map(({ name }) => name).join('、') },
          { heading: 'joinedOn', value: ({ startsOn }) => startsOn },
          { heading: 'leftOn', value: ({ endsOn }) => endsOn },
          { heading: 'leftWhy', width: 24, value: ({ endReason }) => endReason },
        ],
        rows,
      ),
    )
  },
})

import { z } from 'zod'
import { cursor, day, id, line, phone, version } from '@/core/fields'

/** What a list of workers can be asked for; `further` is a post somebody is trained for besides the own one. */
export const workerFilter = z.strictObject({
  q: line(60).optional(),
  post: line(30).optional(),
  further: line(30).optional(),
  certificate: line(60).optional(),
  zone: id().optional(),
  operator: id().optional(),
  state: z.enum(['now', 'ended', 'all']).default('now'),
  sort: z.enum(['name', 'employeeNumber', 'post', 'startsOn']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type WorkerFilter = z.output<typeof workerFilter>

const fields = {
  operatorId: id(),
  employeeNumber: line(20),
  name: line(40),
  post: line(30),
  furtherPosts: z.array(line(30)).max(20),
  certificates: z.array(line(60)).max(20),
  startsOn: day(),
}

export const newWorker = z.strictObject({ ...fields, phone: phone().nullable() })
export type NewWorker = z.output<typeof newWorker>

/** A change leaves the number as it is unless a new one is given or it is removed: the form does not show it. */
export const workerChanges = z.strictObject({
  ...fields,
  phone: phone().optional(),
  removePhone: z.boolean().default(false),
  version: version(),
})
export type WorkerChanges = z.output<typeof workerChanges>

export const workerKey = z.strictObject({ id: id() })
export const workerVersion = z.strictObject({ version: version() })
export const workerEnd = z.strictObject({ version: version(), endsOn: day(), reason: line(200) })
export type WorkerEnd = z.output<typeof workerEnd>

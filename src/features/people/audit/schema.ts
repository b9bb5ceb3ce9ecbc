import { z } from 'zod'
import { cursor, day, line } from '@/core/fields'

export const OUTCOMES = ['done', 'refused', 'denied'] as const

/** Words such as `compound` or `account.password-link`. */
const word = () =>
  z
    .string()
    .max(80)
    .regex(/^[a-z][a-z0-9._-]*$/i)

export const auditFilter = z.strictObject({
  q: line(60).optional(),
  action: word().optional(),
  outcome: z.enum(OUTCOMES).optional(),
  kind: word().optional(),
  from: day().optional(),
  to: day().optional(),
  size: z.coerce.number().int().min(10).max(100).default(50),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type AuditFilter = z.output<typeof auditFilter>

import { z } from 'zod'
import { id, line } from '@/core/fields'

export const newOperator = z.strictObject({ name: line(60) })

/** A new name for the operator that still bears the former one. */
export const operatorName = z.strictObject({ name: line(60), formerName: line(60) })
export const operatorKey = z.strictObject({ id: id() })

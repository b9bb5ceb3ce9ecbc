import { z } from 'zod'
import { id, line } from '@/core/fields'

export const memberKey = z.strictObject({ id: id() })
export const membershipReason = z.strictObject({ reason: line(200) })

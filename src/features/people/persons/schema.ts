import { z } from 'zod'
import { id, line } from '@/core/fields'

export const personKey = z.strictObject({ id: id() })
export const contactReason = z.strictObject({ reason: line(200) })

import { z } from 'zod'
import { id, line } from '@/core/fields'

export const ballot = z.strictObject({ householdId: id() })
export const householdSearch = z.strictObject({ q: line(60).optional() })

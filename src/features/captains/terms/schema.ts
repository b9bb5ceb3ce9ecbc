import { z } from 'zod'
import { id } from '@/core/fields'

export const termFilter = z.strictObject({ community: id().optional() })
export type TermFilter = z.output<typeof termFilter>

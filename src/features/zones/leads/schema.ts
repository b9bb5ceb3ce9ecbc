import { z } from 'zod'
import { day, id, line } from '@/core/fields'

export const newLead = z.strictObject({ workerId: id(), startsOn: day(), endsOn: day().nullable() })
export type NewLead = z.output<typeof newLead>

export const leadKey = z.strictObject({ id: id(), leadId: id() })
export const leadEnd = z.strictObject({ endsOn: day() })
export const candidateSearch = z.strictObject({ q: line(60) })

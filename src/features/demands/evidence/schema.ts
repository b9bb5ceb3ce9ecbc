import { z } from 'zod'
import { cursor, day, id, paragraph } from '@/core/fields'

export const EVIDENCE_KINDS = ['answer', 'visit', 'consultation', 'opinion', 'request', 'other'] as const
export type Kind = (typeof EVIDENCE_KINDS)[number]

/** What a demand can be drawn from: a record of ours, or something told with place and day. */
export const newEvidence = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['answer', 'visit', 'consultation', 'opinion', 'request']),
    sourceId: id(),
  }),
  z.strictObject({
    kind: z.literal('other'),
    compoundId: id(),
    happenedOn: day(),
    words: paragraph(500).nullable().default(null),
  }),
])
export type NewEvidence = z.output<typeof newEvidence>

export const addedEvidence = z.strictObject({ evidence: newEvidence })

export const evidenceFilter = z.strictObject({
  kind: z.enum(EVIDENCE_KINDS).optional(),
  compound: id().optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
})
export type EvidenceFilter = z.output<typeof evidenceFilter>

import { z } from 'zod'
import { cursor, day, id, line, paragraph, version, wholeNumber } from '@/core/fields'

/** The parts that can be published beside the words for all; who took part never is. */
export const PUBLIC_PARTS = ['place', 'peopleCount', 'decision', 'followUp'] as const
export type PublicPart = (typeof PUBLIC_PARTS)[number]

const fields = {
  communityId: id(),
  compoundId: id().nullable(),
  topic: line(80),
  place: line(80),
  heldAt: z.iso.datetime({ offset: true }),
  people: paragraph(1_000).nullable(),
  peopleCount: wholeNumber(1, 10_000),
  minutes: paragraph(5_000).nullable(),
  decision: paragraph(2_000).nullable(),
  followUp: paragraph(1_000).nullable(),
  followUpDueOn: day().nullable(),
}

export const newConsultation = z.strictObject(fields)
export type NewConsultation = z.output<typeof newConsultation>

export const consultationChanges = z.strictObject({ ...fields, version: version() })
export type ConsultationChanges = z.output<typeof consultationChanges>

export const consultationKey = z.strictObject({ id: id() })
export const consultationVersion = z.strictObject({ version: version() })

export const followed = z.strictObject({ followedUpOn: day(), version: version() })
export type Followed = z.output<typeof followed>

/** What everybody may read: words of its own, and the parts that go with them. */
export const publication = z.strictObject({
  publicWords: paragraph(2_000),
  publicParts: z.array(z.enum(PUBLIC_PARTS)).max(PUBLIC_PARTS.length),
  version: version(),
})
export type Publication = z.output<typeof publication>

export const consultationFilter = z.strictObject({
  q: line(60).optional(),
  community: id().optional(),
  compound: id().optional(),
  published: z.enum(['yes', 'no']).optional(),
  followUp: z.enum(['open', 'overdue', 'done']).optional(),
  from: day().optional(),
  to: day().optional(),
  size: z.coerce.number().int().min(10).max(100).default(20),
  cursor: cursor().optional(),
  columns: z.string().max(200).optional(),
})
export type ConsultationFilter = z.output<typeof consultationFilter>

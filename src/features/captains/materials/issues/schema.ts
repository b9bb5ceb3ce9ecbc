import { z } from 'zod'
import { day, id, line } from '@/core/fields'
import { CONSENT_SOURCES } from '@/features/people/consents/schema'
import { KINDS, quantity } from '../schema'

/** What is handed to a captain or a household; a plaque goes its own way, since it needs a consent. */
export const newIssue = z
  .strictObject({
    communityId: id(),
    kind: z.enum(KINDS).exclude(['door_plaque']),
    quantity: quantity(),
    personId: id().nullable(),
    householdId: id().nullable(),
    day: day(),
    words: line(200).nullable(),
  })
  .refine(({ personId, householdId }) => personId !== null || householdId !== null, {
    error: 'required',
    path: ['personId'],
  })
export type NewIssue = z.output<typeof newIssue>

/** The wording that a household is asked to agree to: the plaque tells who passes that a Party member lives here. */
export const PLAQUE_TEXT = 'plaque-2026-11'

/** A plaque (共产党员户) for a household, with the consent of the member who lives there. */
export const newPlaque = z.strictObject({
  householdId: id(),
  name: line(40),
  consentOn: day().nullable(),
  consentSource: z.enum(CONSENT_SOURCES),
  day: day(),
  words: line(200).nullable(),
})
export type NewPlaque = z.output<typeof newPlaque>

export const signature = z.strictObject({ day: day() })

/** What becomes of what is out: given back, replaced by another, or lost. */
export const afterIssue = z.strictObject({ quantity: quantity(), day: day(), words: line(200).nullable() })
export type AfterIssue = z.output<typeof afterIssue>

export const consentEnd = z.strictObject({ reason: line(200) })

import { z } from 'zod'
import { day, id, line } from '@/core/fields'

/** How a consent reached the office. */
export const CONSENT_SOURCES = ['paper', 'spoken', 'message'] as const

/** The wording that people are asked to agree to now; an earlier one stays named in the consents given to it. */
export const CONSENT_TEXT = 'sheet-2021-11'

export const consentGiven = z.strictObject({
  givenOn: day(),
  source: z.enum(CONSENT_SOURCES),
  textVersion: line(40),
})
export type ConsentGiven = z.output<typeof consentGiven>

export const consentWithdrawn = z.strictObject({ reason: line(200) })

export const consentOwner = z.strictObject({ id: id() })

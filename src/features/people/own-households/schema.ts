import { z } from 'zod'
import { id, line } from '@/core/fields'

/** The wording that residents agree to when they enter a household. */
export const TERMS_TEXT = 'residents-2026-11'

const own = { name: line(40), agree: z.literal(true) }

export const householdClaim = z.strictObject({ householdId: id(), ...own })
export type HouseholdClaim = z.output<typeof householdClaim>

/** A printed code as people type it: small letters, spaces and dashes are forgiven. */
const invitationCode = z
  .string()
  .max(60)
  .transform((typed) => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-Z2-9]{12}$/))

export const invitationEntry = z.strictObject({ code: invitationCode, ...own })
export type InvitationEntry = z.output<typeof invitationEntry>

export const membershipKey = z.strictObject({ id: id() })

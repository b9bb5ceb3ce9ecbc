import { z } from 'zod'
import { id } from '@/core/fields'

/** A tracking code as people type it: small letters, spaces and dashes are forgiven. */
export const trackToken = z
  .string()
  .max(60)
  .transform((typed) => typed.replace(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-Z2-9]{20}$/))

export const trackKey = z.strictObject({ token: trackToken })
export const trackPhotoKey = z.strictObject({ token: trackToken, id: id() })

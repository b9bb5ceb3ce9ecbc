import { z } from 'zod'

export const erasure = z.strictObject({ agree: z.literal(true) })

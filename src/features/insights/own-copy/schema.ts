import { z } from 'zod'

export const copyForm = z.strictObject({ form: z.enum(['xlsx', 'json']) })

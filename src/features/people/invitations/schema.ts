import { z } from 'zod'

const secret = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !text.includes('\u0000'), { error: 'control-character' })

export const acceptance = z.strictObject({ token: secret(100), password: secret(200) })

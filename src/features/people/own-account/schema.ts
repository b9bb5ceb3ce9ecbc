import { z } from 'zod'

const secret = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => !text.includes('\u0000'), { error: 'control-character' })

export const passwordChange = z.strictObject({ current: secret(200), password: secret(200) })
export const factorCode = z.strictObject({ code: secret(40) })
export const factorEnd = z.strictObject({ current: secret(200), code: secret(40) })
export const preferences = z.strictObject({ locale: z.enum(['zh-CN', 'en']), largeType: z.boolean() })
export type Preferences = z.output<typeof preferences>
export const sessionKey = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{22}$/) })

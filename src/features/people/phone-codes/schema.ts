import { z } from 'zod'
import { phone } from '@/core/fields'
import { isMobile } from '@/core/phone'

const mobile = () => phone().refine(isMobile, { error: 'mobile' })
const streetCode = z
  .string()
  .regex(/^\d{9}$/)
  .optional()

/** Whom a code is sent to; the street is named only where an installation has several. */
export const codeWish = z.strictObject({
  phone: mobile(),
  street: streetCode,
  locale: z.enum(['zh-CN', 'en']).optional(),
})
export type CodeWish = z.output<typeof codeWish>

/** What is entered to sign in; digits may be full-width and stand apart. */
export const codeEntry = z.object({
  phone: mobile(),
  code: z
    .string()
    .max(40)
    .transform((typed) => typed.normalize('NFKC').replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{6}$/)),
  street: streetCode,
})
